import { CORBEILLE_MS } from "../../../shared/domain/corbeille.ts";
import { SIGN_IN_MS } from "../../../shared/protocol/limits.ts";
import { SESSION_MS } from "../../account/sessions.ts";
import { INVITATION_MS } from "../../contrat/invitations.ts";
import { SHOWN_MS } from "../../mail/queue.ts";
import { type Html, html } from "../html.ts";

const days = (ms: number): string => `${Math.round(ms / 86_400_000)} jours`;
const minutes = (ms: number): string => `${Math.round(ms / 60_000)} minutes`;

/**
 * What this software keeps about people and how long, for the page that the law asks for: what the code does, with its own
 * figures, and nothing that only a collectivité can decide.
 */
export function keptAboutPeople(): Html {
  return html`<h3>Votre compte</h3>
<ul>
<li>Votre nom et vos adresses électroniques, jusqu'à ce que vous fermiez votre compte. L'annuaire des adresses n'en garde qu'une empreinte, qui sert à retrouver votre compte.</li>
<li>Vos demandes de connexion : l'heure de chacune et une empreinte du lien et du code, qui valent ${minutes(SIGN_IN_MS)}. Ce qui a plus d'un jour est effacé à la demande suivante.</li>
<li>Vos connexions en cours et leurs appareils : le navigateur et le système (par exemple « Firefox, Windows »), l'heure d'ouverture et celle de la dernière visite, à l'heure près. Une connexion dure ${days(SESSION_MS)} au plus ; vous les voyez et pouvez y mettre fin dans « Mon compte ».</li>
<li>Un témoin de connexion (« cookie ») sur votre appareil, nécessaire au service, qui prend fin avec la connexion. Il n'y en a pas d'autre.</li>
</ul>
<h3>Votre place dans un contrat</h3>
<ul>
<li>Votre organisation, vos rôles dans le contrat et les groupes de travail, depuis quand, le dernier changement de vos droits, vos demandes pour rejoindre un groupe et votre présence aux réunions, tant que le contrat existe.</li>
<li>Les invitations : l'adresse et le nom de la personne invitée, tant que l'invitation attend. Ils sont effacés dès qu'elle est acceptée ou retirée, et ${days(INVITATION_MS)} après sa fin de validité, qui est de ${days(INVITATION_MS)}.</li>
<li>Ce qui attend votre décision ou votre réponse dans les fiches, l'heure du dernier rappel par courriel et ce qu'il disait, tant que cela attend ou jusqu'au rappel suivant. Vous pouvez arrêter ces rappels dans « Mon compte » ou par le lien de chacun.</li>
<li>Les courriels à envoyer, jusqu'à leur envoi. De ceux qui n'ont pas pu partir, l'adresse et la raison restent ${days(SHOWN_MS)} au plus, pour que l'on puisse y remédier.</li>
<li>Qui vient avec un code d'atelier ne donne qu'un nom : aucune adresse n'est demandée.</li>
</ul>
<h3>Ce que vous écrivez et ce que vous faites</h3>
<ul>
<li>Ce que vous écrivez dans les fiches et les notes de réunion, avec votre identifiant et l'heure. Ce qui est effacé d'un texte reste dans son historique : c'est ce qui permet de retrouver une phrase perdue et de savoir d'où vient un passage.</li>
<li>Le journal de chaque contrat : qui a fait quoi, quand, et sur qui, par des identifiants et sans texte. Rien ne s'y efface ; quand un compte est fermé, son identifiant n'y mène plus à aucun nom.</li>
<li>Le journal de chaque fiche et ses versions soumises : qui a soumis, donné un avis, fait une réserve, répondu ou relevé une décision, quand, et les raisons écrites alors, par des identifiants. Rien ne s'y efface : c'est ce qui dit quels mots ont été approuvés, et par qui. Un passage qui n'aurait pas dû être écrit peut y être masqué pour toujours ; votre identifiant n'y mène plus à aucun nom quand votre compte est fermé.</li>
<li>Une fiche ou un groupe mis à la corbeille, ${days(CORBEILLE_MS)}.</li>
</ul>
<h3>Ce qui n'est gardé qu'un instant</h3>
<ul>
<li>Le réseau d'où viennent les essais de connexion, sous une forme abrégée et en mémoire seulement, pour arrêter qui essaierait des codes au hasard.</li>
<li>Les journaux techniques de ce logiciel ne contiennent que des identifiants et des codes d'erreur : ni adresse, ni nom, ni texte. L'hébergeur peut tenir les siens.</li>
</ul>
<h3>Sur votre appareil</h3>
<ul>
<li>Le texte qui n'a pas encore été envoyé, jusqu'à ce qu'il le soit, pour qu'une coupure de réseau ne vous le fasse pas perdre.</li>
<li>Les dernières fiches ouvertes et les derniers écrans vus, pour travailler sans réseau. Ils sont effacés quand vous vous déconnectez, et ne sont jamais gardés sur un ordinateur que vous dites partagé.</li>
</ul>
<h3>Quand vous fermez votre compte</h3>
<p>Votre nom, vos adresses, vos connexions et le dernier changement de vos droits sont effacés tout de suite, et « ancien membre » remplace votre nom partout. Ce que vous avez écrit reste dans les fiches, puisque d'autres ont écrit avec vous. Si la même adresse revient un jour, c'est une nouvelle personne.</p>`;
}
