import type { AccountId } from "../../../../shared/ids.ts";
import { asKept } from "../../../../shared/protocol/as-kept.ts";
import type { FicheJournalEntry } from "../../../../shared/protocol/bodies/fiche-acts.ts";
import { ok } from "../../../../shared/result.ts";
import type { JournalActe } from "../../../../shared/workflow/acts.ts";
import { WORKFLOW_REFUSALS } from "../../../../shared/workflow/refusals.ts";
import type { AskedInBody, FicheActsApi } from "../../../api/fiche-acts.ts";
import { isUnheard } from "../../../api/unheard.ts";

/** So long is the journal waited for, in milliseconds: somebody waits for a verdict meanwhile. */
const JOURNAL_MS = 4_000;

/** After one of these, by whomever, an act of before may be done again. */
const TAKES_BACK: ReadonlySet<JournalActe> = new Set<JournalActe>(["retirer", "renvoyer", "depublier"]);

/** Of an act, what its journal entry says otherwise: as a count, and as what was still new. */
const ELSEWHERE: ReadonlySet<string> = new Set(["mode", "presents"]);

/**
 * An act whose answer was lost on the way is done all the same: sent again, it is refused. Then the journal says whether it
 * was this person who did it, with these words, and nobody reads that it was not done.
 *
 * @param me null: nobody is signed in, and nothing can be looked for
 */
export function createSureAct(api: Pick<FicheActsApi, "act" | "journal">, me: AccountId | null): FicheActsApi["act"] {
  return async (asked) => {
    const result = await api.act(asked);
    if (result.ok) return result;
    if (result.code === "deja_fait") return ok(null);
    if (me === null || !(isUnheard(result.code) || Object.hasOwn(WORKFLOW_REFUSALS, result.code))) return result;
    const journal = await Promise.race([api.journal(null), after(JOURNAL_MS)]);
    return journal?.ok === true && isDone(journal.value.entrees, me, asked) ? ok(null) : result;
  };
}

/** Whether the last thing that this person did is what they ask. `entries`: the latest first. */
function isDone(entries: readonly FicheJournalEntry[], me: AccountId, asked: AskedInBody): boolean {
  const last = entries.find(({ par, event }) => par === me || TAKES_BACK.has(event.acte));
  return last !== undefined && last.par === me && isSame(last.event, asked);
}

function isSame(event: FicheJournalEntry["event"], asked: AskedInBody): boolean {
  if (event.acte !== asked.acte) return false;
  switch (asked.acte) {
    // What is done and undone with the draft comes with no words to lose, and may follow itself.
    case "mettre_en_relecture":
    case "reprendre_redaction":
    case "clore":
    case "rouvrir":
      return false;
    case "soumettre":
      return event.acte === "soumettre" && event.empreintes.version === asked.empreinte;
    default: {
      // An event holds what was asked, by the same names.
      const said = event as unknown as Readonly<Record<string, unknown>>;
      return Object.entries(asked).every(([name, value]) => ELSEWHERE.has(name) || plain(value) === plain(said[name]));
    }
  }
}

/** Words as the server keeps them, whatever the order of the names. */
function plain(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(asKept(value));
  if (Array.isArray(value)) return `[${value.map(plain).join()}]`;
  if (typeof value !== "object" || value === null) return String(value);
  return JSON.stringify(
    Object.entries(value)
      .map(([name, each]) => `${name}:${plain(each)}`)
      .sort(),
  );
}

function after(ms: number): Promise<null> {
  return new Promise((resolve) => setTimeout(resolve, ms, null));
}
