import type { PolicyRefusal } from "../../shared/policy/refusals.ts";
import type { LiveRefusal } from "../../shared/protocol/refusals.ts";
import { frAll } from "./typography.ts";

/** Above one of the sentences below, in the place where one would write. */
export const READ_ONLY_TITLE = "Vous lisez cette fiche.";

/** Why a person may not, and who can. */
export const WRITE_REFUSAL_LABELS: Readonly<Record<PolicyRefusal, string>> = frAll({
  hors_du_groupe:
    "Seuls le groupe de travail de cette fiche et la coordination du contrat peuvent l'écrire. Pour rejoindre le groupe, adressez-vous à la coordination.",
  habitants_lecteurs:
    "Dans ce groupe de travail, les habitants lisent la fiche ; le pilote, les partenaires et la coordination l'écrivent.",
  habitant_atelier:
    "Vous êtes venu par un atelier : vous lisez la fiche et en parlez. Pour l'écrire, demandez au pilote de vous admettre dans le groupe.",
  reserve_au_pilote: "Seuls le pilote, le copilote et la coordination du contrat peuvent le faire.",
  reserve_au_comite_technique: "Seuls les membres du comité technique peuvent le faire.",
  reserve_a_la_presidence:
    "Seules la présidence du comité technique, la personne qui la remplace et la coordination peuvent le faire.",
  reserve_au_copil: "Seules la présidence du comité de pilotage et la coordination peuvent le faire.",
  reserve_a_la_coordination: "Seule la coordination du contrat peut le faire.",
  reserve_a_la_moderation: "Seuls le pilote du groupe et la coordination du contrat peuvent le faire.",
  deport:
    "Vous pouvez écrire cette fiche : vous ne donnez donc ni avis ni décision sur elle. Les autres membres le font.",
  ecriture_close:
    "Cette fiche est close : plus personne ne l'écrit. Le pilote, le copilote ou la coordination peut la rouvrir.",
  le_sien: "Vous ne pouvez pas accepter votre propre proposition ; une autre personne du groupe doit le faire.",
  pas_le_sien: "Seule la personne qui a fait cette réserve peut la lever.",
  non_publie: "Cette fiche n'est pas publiée.",
  non_partage: "Le contrat ne partage pas cette fiche. Pour la lire, adressez-vous à sa coordination.",
});

/** Why a person only reads a fiche, in a few words, for a list. */
export function shortWriteRefusal(code: PolicyRefusal): string {
  if (code === "ecriture_close") return SHORT.closed;
  return code === "habitants_lecteurs" ? SHORT.residentsRead : SHORT.groupWrites;
}

const SHORT = frAll({
  closed: "Close : plus personne ne l'écrit",
  groupWrites: "Écrite par son groupe et la coordination",
  residentsRead: "Vous lisez ; le pilote, les partenaires et la coordination écrivent",
});

/** Why what was typed was not taken. The text stays in the page. */
export const LIVE_REFUSAL_LABELS: Readonly<Record<LiveRefusal, string>> = frAll({
  trame_invalide: "Le serveur n'a pas pu lire votre dernière modification. Votre texte est gardé sur cet appareil.",
  trame_inconnue:
    "Le serveur ne connaît pas ce que cette page lui a envoyé. Copiez votre texte, puis rechargez la page.",
  trame_trop_grande:
    "Ce que vous avez collé est trop long pour être enregistré en une fois. Collez-le en plusieurs fois.",
  lecture_seule: "Vous pouvez lire cette fiche, mais plus y écrire. Copiez votre texte pour ne pas le perdre.",
  hors_modele:
    "Votre dernière modification contient une forme que la fiche ne connaît pas ; elle n'est pas enregistrée.",
  identifiant_etranger:
    "Votre dernière modification n'a pas été reconnue comme la vôtre. Copiez votre texte, puis rechargez la page.",
  lacune: "Il manquait une partie de votre texte au serveur ; la page la lui renvoie.",
  identifiant_en_double:
    "Le serveur a déjà reçu autre chose à la place de votre dernière modification. Copiez votre texte, puis rechargez la page.",
  texte_plein:
    "Cette fiche est trop longue pour grandir encore. Copiez votre dernier texte, puis supprimez ou déplacez ailleurs ce qui n'y est plus utile.",
  billet_refuse:
    "Le serveur n'a pas reconnu ce que cet appareil avait gardé. Copiez votre texte, puis rechargez la page.",
  presence_refusee: "Le serveur n'a pas pris l'annonce de votre place dans la fiche. Votre texte n'est pas touché.",
  trop_d_identifiants:
    "Vous avez ouvert cette fiche trop de fois en une heure. Votre texte est gardé sur cet appareil et partira de lui-même.",
  debit_depasse:
    "Vous envoyez beaucoup de texte à la fois. Le reste est gardé sur cet appareil et partira de lui-même dans un instant.",
});
