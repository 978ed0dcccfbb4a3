import type { Adresse } from "../../shared/domain/adresse.ts";
import type { ContratRole, GroupeRole } from "../../shared/domain/contrat.ts";
import type { Mail } from "../mail/mail.ts";

/** What somebody is invited as. */
const AS: Readonly<Record<ContratRole | GroupeRole, string>> = {
  coordination: "pour le coordonner",
  comite_technique: "comme membre du comité technique",
  president_comite_technique: "pour présider le comité technique",
  remplacant_comite_technique: "pour présider le comité technique en cas d’absence",
  copil: "comme membre du comité de pilotage",
  president_copil: "pour présider le comité de pilotage",
  remplacant_copil: "pour présider le comité de pilotage en cas d’absence",
  ars: "pour l’agence régionale de santé",
  lecteur: "pour lire ce qu’il partage",
  pilote: "comme pilote",
  copilote: "comme copilote",
  partenaire: "comme partenaire",
  habitant: "comme habitant ou habitante",
  habitant_atelier: "comme habitant ou habitante",
};

/** The mail that brings an invitation. `par`: who invites; null when their name is not known. `link` is whole. */
export function invitationMail(said: {
  readonly to: Adresse;
  readonly contrat: string;
  readonly groupe: string | null;
  readonly role: ContratRole | GroupeRole;
  readonly par: string | null;
  readonly link: string;
  readonly days: number;
}): Mail {
  const who = said.par ?? "La coordination";
  const where = said.groupe === null ? "" : ` dans le groupe de travail «\u202f${said.groupe}\u202f»,`;
  const text = [
    "Bonjour,",
    "",
    `${who} vous invite à rejoindre «\u202f${said.contrat}\u202f»${where === "" ? "," : `,${where}`} ${AS[said.role]}.`,
    "",
    "Dans Coaction, les groupes d’un contrat local de santé écrivent ensemble leurs fiches-actions. Il n’y a rien à " +
      "installer et pas de mot de passe à retenir.",
    "",
    "Pour lire l’invitation, puis l’accepter si vous le voulez, ouvrez ce lien\u202f:",
    "",
    said.link,
    "",
    `Il vaut ${said.days} jours et ne sert qu’une fois. Il est fait pour vous\u202f: ne le transmettez pas.`,
    "",
    "Vous ne connaissez pas ce contrat\u202f? Ne faites rien\u202f: sans vous, rien n’est créé à votre nom.",
    "",
    "Coaction, l’atelier des fiches-actions",
    "",
  ].join("\n");
  return { to: said.to, subject: subjectOf(said.contrat), text };
}

/** Names of contrats are long; subjects are not. */
function subjectOf(contrat: string): string {
  const subject = `Invitation\u202f: ${contrat}`;
  return subject.length <= 120 ? subject : `${subject.slice(0, 119)}…`;
}
