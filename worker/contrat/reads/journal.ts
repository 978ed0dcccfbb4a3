import { firstBroken, JOURNAL_START, type JournalEntry } from "../../../shared/domain/journal.ts";
import {
  JOURNAL_PAGE,
  type JournalBody,
  type JournalCheckBody,
  type JournalFileBody,
  type JournalQuery,
} from "../../../shared/protocol/bodies/journal.ts";
import { ok } from "../../../shared/result.ts";
import { THE_CONTRAT } from "../act.ts";
import { Journal } from "../journal.ts";
import { namesIn } from "../journal-names.ts";
import { read } from "../read.ts";

/** A page of the journal, the newest first. */
export const readJournal = read({
  capability: "lire_journal",
  scope: () => THE_CONTRAT,
  run: ({ sql }, query: JournalQuery) => {
    const found = new Journal(sql).find(query, JOURNAL_PAGE + 1);
    const entrees = found.slice(0, JOURNAL_PAGE);
    const body: JournalBody = { entrees, noms: namesIn(sql, entrees), suite: found.length > entrees.length };
    return ok(body);
  },
});

/** Whether every entry follows from the one before. */
export const checkJournal = read({
  capability: "lire_journal",
  scope: () => THE_CONTRAT,
  run: ({ sql }, _: Record<never, never>) => ok(checkOf(new Journal(sql).all())),
});

/** The whole journal, as a file. */
export const readJournalFile = read({
  capability: "lire_journal",
  scope: () => THE_CONTRAT,
  run: ({ sql, self, now }, _: Record<never, never>) => {
    const journal = new Journal(sql).all();
    const body: JournalFileBody = {
      format: "coaction/journal/1",
      contrat: self.facts.nom,
      faitLe: now,
      ...checkOf(journal),
      journal,
      noms: namesIn(sql, journal),
    };
    return ok(body);
  },
});

function checkOf(journal: readonly JournalEntry[]): JournalCheckBody {
  return {
    entrees: journal.length,
    rompueA: firstBroken(journal),
    derniere: journal.at(-1)?.empreinte ?? JOURNAL_START,
  };
}
