import type { Wait } from "../pages/contrats/waits.ts";
import { fullDate } from "./dates.ts";
import { counted, fr, frAll } from "./typography.ts";

export const WAITS = frAll({
  title: "À faire et à venir",
});

/** What waits, in a sentence that is also its link. */
export function waitSentence(wait: Wait): string {
  switch (wait.kind) {
    case "demandes":
      return fr(
        `${wait.count === 1 ? "Une personne demande" : `${counted(wait.count, "personne")} demandent`} à rejoindre « ${wait.groupe.nom} »`,
      );
    case "courriels":
      return fr(
        `${wait.count === 1 ? "Une invitation n'a pas pu être remise" : `${counted(wait.count, "invitation")} n'ont pas pu être remises`}`,
      );
    case "reunion":
      return fr(`Réunion de « ${wait.groupe.nom} » le ${fullDate(wait.le)}`);
  }
}
