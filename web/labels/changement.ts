import type { ChangementBody } from "../../shared/protocol/http-bodies.ts";
import { fullDate } from "./dates.ts";
import { CONTRAT_ROLE_LABELS, GROUPE_ROLE_LABELS } from "./roles.ts";
import { fr, frAll, listed } from "./typography.ts";

export const CHANGEMENT = frAll({
  title: "Vos droits ont changé",
  read: "J'ai lu",
  former: "un ancien membre",
  ended: "Ce contrat ne vous est plus ouvert",
});

/** What changed in one's rights, who did it and when, in a sentence each. */
export function changementSentence({ change, groupe, par, le }: ChangementBody): string {
  const by = `Par ${par ?? CHANGEMENT.former}, le ${fullDate(le)}.`;
  return fr(`${whatChanged(change, groupe ?? "sans nom")} ${by}`);
}

function whatChanged(change: ChangementBody["change"], groupe: string): string {
  switch (change.quoi) {
    case "roles_contrat":
      return change.roles.length === 0
        ? "Vous n'avez plus de titre dans tout le contrat. Vos groupes ne changent pas."
        : `Dans le contrat, vous êtes maintenant : ${inWords(change.roles.map((role) => CONTRAT_ROLE_LABELS[role]))}.`;
    case "roles_groupe":
      return change.roles.length === 0
        ? `Vous n'êtes plus membre du groupe « ${groupe} ».`
        : `Dans le groupe « ${groupe} », vous êtes maintenant : ${inWords(change.roles.map((role) => GROUPE_ROLE_LABELS[role]))}.`;
    case "ecriture_habitants":
      return change.ouverte
        ? `Dans le groupe « ${groupe} », les habitants écrivent maintenant les fiches.`
        : `Dans le groupe « ${groupe} », les habitants lisent et commentent ; ils n'écrivent plus les fiches.`;
    case "groupe_jete":
      return `Le groupe « ${groupe} » a été mis à la corbeille. La coordination peut le reprendre pendant trente jours.`;
    case "groupe_restaure":
      return `Le groupe « ${groupe} » est revenu à sa place, avec ses fiches.`;
    case "retire_du_contrat":
      return "Vous avez été retiré de ce contrat : vous ne lisez plus ses brouillons. Ce que vous avez écrit reste, sous votre nom.";
  }
}

function inWords(labels: readonly string[]): string {
  return listed(labels.map((label) => label.charAt(0).toLocaleLowerCase("fr-FR") + label.slice(1)));
}
