import type { AccountId } from "../../shared/ids.ts";
import type { Result } from "../../shared/result.ts";
import type { ActRefusal } from "./act.ts";
import type { ActName, ActRequest, AnswerOf, InputOf } from "./acts/index.ts";
import type { ContratObject } from "./contrat-object.ts";
import type { FoundOf, QueryOf, ReadName, ReadRequest } from "./reads/index.ts";

/*
 * The types of RPC forget which answer belongs to which question; `ContratObject` keeps them together. These two say it
 * again, once, for everybody who asks.
 */

/** Asks a contrat to do something in the name of this person. */
export async function askToAct<Name extends ActName>(
  contrat: Pick<DurableObjectStub<ContratObject>, "act">,
  by: AccountId,
  acte: Name,
  input: InputOf<Name>,
): Promise<Result<AnswerOf<Name>, ActRefusal>> {
  const answer: unknown = await contrat.act(by, { acte, input } as ActRequest);
  return answer as Result<AnswerOf<Name>, ActRefusal>;
}

/** Asks a contrat to show something to this person. */
export async function askToSee<Name extends ReadName>(
  contrat: Pick<DurableObjectStub<ContratObject>, "read">,
  by: AccountId,
  lu: Name,
  query: QueryOf<Name>,
): Promise<Result<FoundOf<Name>, ActRefusal>> {
  const answer: unknown = await contrat.read(by, { lu, query } as ReadRequest);
  return answer as Result<FoundOf<Name>, ActRefusal>;
}
