import type { AccountId, DocumentId } from "../../shared/ids.ts";
import { can, type FicheFacts } from "../../shared/policy/can.ts";
import { VERDICT_MS } from "../../shared/protocol/limits.ts";
import { findEntry } from "./catalogue.ts";
import { findGroupe } from "./groupes.ts";
import { rightsNumber } from "./identite.ts";
import { membershipOf } from "./membres.ts";
import type { Opened } from "./opened.ts";
import { selectionFor } from "./partage.ts";
import { reunionOfNotes } from "./reunions.ts";
import { ficheFacts, groupeFacts } from "./scope.ts";

/** What a socket is opened with. */
export interface LiveVerdict {
  readonly writes: boolean;
  /** The number of the rights by which this was decided: raised by every change of them. */
  readonly rights: number;
  /** When it must be decided again, in milliseconds since 1970. */
  readonly until: number;
}

/**
 * What this person may do on a socket in a text, a fiche's or a meeting's notes; null when they may not read it while it
 * is being written, or there is none. The verdict is noted: its socket is told when rights change.
 */
export function judgeLive(
  sql: SqlStorage,
  opened: Opened,
  account: AccountId,
  document: DocumentId,
  now: number,
): LiveVerdict | null {
  const facts = factsOf(sql, account, document);
  if (facts === null || !can("lire_brouillon", facts).ok) return null;
  const until = now + VERDICT_MS;
  opened.note(account, document, until);
  return { writes: can("ecrire", facts).ok, rights: rightsNumber(sql), until };
}

/** Notes are of their groupe: whoever writes its fiches writes them. */
function factsOf(sql: SqlStorage, account: AccountId, document: DocumentId): FicheFacts | null {
  const membership = membershipOf(sql, account);
  if (!membership.membre) return null;
  const entry = findEntry(sql, document);
  if (entry !== null)
    return entry.id === document ? ficheFacts(entry, membership, selectionFor(sql, "lecteurs")) : null;
  const reunion = reunionOfNotes(sql, document);
  const groupe = reunion === null ? null : findGroupe(sql, reunion.groupe);
  return groupe === null ? null : groupeFacts(groupe, membership);
}
