import type { ContratRole, GroupeRole } from "../../shared/domain/contrat.ts";
import { frAll } from "./typography.ts";

/** What a person is in a whole contrat. */
export const CONTRAT_ROLE_LABELS: Readonly<Record<ContratRole, string>> = frAll({
  coordination: "Coordination du contrat",
  comite_technique: "Comité technique",
  president_comite_technique: "Présidence du comité technique",
  remplacant_comite_technique: "Remplacement à la présidence du comité technique",
  copil: "Comité de pilotage",
  president_copil: "Présidence du comité de pilotage",
  remplacant_copil: "Remplacement à la présidence du comité de pilotage",
  ars: "Agence régionale de santé",
  lecteur: "Lecture",
});

/** What a person is in one groupe. */
export const GROUPE_ROLE_LABELS: Readonly<Record<GroupeRole, string>> = frAll({
  pilote: "Pilote",
  copilote: "Copilote",
  partenaire: "Partenaire",
  habitant: "Habitante ou habitant",
  habitant_atelier: "Habitante ou habitant venu par un atelier",
});

/** A group of people on the sign-in page of a demonstration: those who hold one of these roles. */
export interface PersonaGroup {
  readonly title: string;
  readonly means: string;
  readonly roles: readonly (ContratRole | GroupeRole)[];
}

/** In this order; a persona stands in the first group that has one of its roles. */
export const PERSONA_GROUPS: readonly PersonaGroup[] = [
  {
    ...frAll({
      title: "Coordination",
      means: "Anime le contrat, lit et écrit toutes ses fiches.",
    }),
    roles: ["coordination"],
  },
  {
    ...frAll({
      title: "Pilotes",
      means: "Répondent d'une action et écrivent sa fiche avec leur groupe.",
    }),
    roles: ["pilote", "copilote"],
  },
  {
    ...frAll({
      title: "Partenaires",
      means: "Écrivent avec le groupe de travail dont leur structure fait partie.",
    }),
    roles: ["partenaire"],
  },
  {
    ...frAll({
      title: "Habitants",
      means: "Lisent les fiches de leur groupe et, quand le groupe l'a voulu, écrivent aussi.",
    }),
    roles: ["habitant"],
  },
  {
    ...frAll({
      title: "Comité technique",
      means: "Relit les fiches mises en relecture, puis les examine quand elles lui sont soumises.",
    }),
    roles: ["comite_technique"],
  },
  {
    ...frAll({
      title: "Comité de pilotage et Agence régionale de santé",
      means: "Le premier valide les fiches après le comité technique ; la seconde voit celles que le contrat partage.",
    }),
    roles: ["copil", "ars", "lecteur"],
  },
];
