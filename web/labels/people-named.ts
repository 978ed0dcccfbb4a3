import type { AccountId } from "../../shared/ids.ts";
import type { Names } from "../../shared/protocol/bodies/history.ts";
import { fr, listed } from "./typography.ts";

const FORMER = fr("un ancien membre");

/** The name of a person of an answer; « un ancien membre » once they left. */
export function nameIn(noms: Names, account: AccountId): string {
  return noms[account]?.nom ?? FORMER;
}

/** The same with the organisation for which they speak: « Anne Le Goff (Mairie de Redon) ». */
export function fullNameIn(noms: Names, account: AccountId): string {
  const { nom, organisation } = noms[account] ?? { nom: null, organisation: null };
  if (nom === null) return FORMER;
  if (organisation === null) return nom;
  // Parentheses within parentheses are square.
  return `${nom} (${organisation.replaceAll("(", "[").replaceAll(")", "]")})`;
}

/** « Anne Le Goff et Julien Guérin », each once. */
export function namesListed(noms: Names, accounts: readonly AccountId[]): string {
  return listed([...new Set(accounts.map((account) => nameIn(noms, account)))]);
}
