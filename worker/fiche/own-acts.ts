import type { AccountId } from "../../shared/ids.ts";
import type { OwnActe, OwnEvent } from "../../shared/protocol/bodies/account.ts";
import type { FicheEvent } from "../../shared/workflow/acts.ts";
import type { FicheEntry } from "./journal.ts";

/**
 * What a person did in the life of a fiche, under any of their accounts, and the decisions that counted them. Who else was
 * counted is not theirs to take.
 */
export function ownActs(journal: readonly FicheEntry[], accounts: readonly AccountId[]): OwnActe[] {
  return journal.flatMap(({ numero, par, le, event }): OwnActe[] => {
    if (accounts.includes(par)) return [{ numero, le, role: "auteur", fait: ownEvent(event) }];
    const counted =
      event.acte === "relever_decision" && event.compte.comptes.some((account) => accounts.includes(account));
    if (!counted) return [];
    const { acte, version, empreinte, date } = event;
    return [{ numero, le, role: "compte", fait: { acte, version, empreinte, date } }];
  });
}

function ownEvent(event: FicheEvent): OwnEvent {
  if (event.acte !== "relever_decision") return event;
  const { comptes: _, deports: __, ...compte } = event.compte;
  return { ...event, compte };
}
