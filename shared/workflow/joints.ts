import type { FicheVie } from "../domain/fiche.ts";
import type { AccountId } from "../ids.ts";
import type { FicheState } from "./state.ts";

/**
 * Accounts of people who had two and joined them, each with the one that the person has today. Journals keep the ids that
 * acted; whatever is judged or counted is judged and counted by person.
 */
export type Joints = ReadonlyMap<AccountId, AccountId>;

/** What acts made of a fiche, by person: one avis each, the last that they gave under whichever account. */
export function stateOfPeople(state: FicheState, joints: Joints): FicheState {
  if (joints.size === 0) return state;
  const person = (account: AccountId) => joints.get(account) ?? account;
  return {
    ...state,
    avis: lastOfEach(state.avis, person),
    reserves: state.reserves.map((reserve) => ({ ...reserve, de: person(reserve.de) })),
    deports: onceEach(state.deports, person),
  };
}

/** The same of what a contrat was told. */
export function vieOfPeople(vie: FicheVie, joints: Joints): FicheVie {
  if (joints.size === 0) return vie;
  const person = (account: AccountId) => joints.get(account) ?? account;
  const deports = onceEach(vie.deports, person);
  return {
    ...vie,
    instruction:
      vie.instruction === null ? null : { ...vie.instruction, avis: lastOfEach(vie.instruction.avis, person) },
    reserves: vie.reserves
      .map((reserve) => ({ ...reserve, de: person(reserve.de) }))
      // Of those who take no part none stands, under whichever account they said so.
      .filter(({ de }) => !deports.includes(de)),
    aValider:
      vie.aValider === null
        ? null
        : { ...vie.aValider, attend: onceEach(vie.aValider.attend, person).filter((de) => !deports.includes(de)) },
    deports,
  };
}

/** `avis` in the order in which they were given. */
function lastOfEach<Avis extends { readonly de: AccountId }>(
  avis: readonly Avis[],
  person: (account: AccountId) => AccountId,
): Avis[] {
  const last = new Map<AccountId, Avis>();
  for (const each of avis) {
    const de = person(each.de);
    last.delete(de);
    last.set(de, { ...each, de });
  }
  return [...last.values()];
}

function onceEach(accounts: readonly AccountId[], person: (account: AccountId) => AccountId): AccountId[] {
  return [...new Set(accounts.map(person))];
}
