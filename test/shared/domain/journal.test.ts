import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chained, firstBroken, JOURNAL_START, type JournalEntry } from "../../../shared/domain/journal.ts";
import type { AccountId, GroupeId } from "../../../shared/ids.ts";

const anne = "anne000000000000" as AccountId;
const groupe = "gr00000000000000" as GroupeId;

function journalOf(count: number): JournalEntry[] {
  const entries: JournalEntry[] = [];
  for (let i = 0; i < count; i++) {
    const draft = {
      acte: "changer_membre_groupe",
      sur: { personne: anne, groupe },
      detail: { roles: ["pilote"] },
    } as const;
    entries.push(chained(entries.at(-1) ?? null, draft, { par: anne, le: 1_000 + i }));
  }
  return entries;
}

describe("the journal", () => {
  it("chains each entry to the one before, from a known beginning", () => {
    const [first, second] = journalOf(2);
    expect(first).toMatchObject({ numero: 1, precedente: JOURNAL_START });
    expect(second).toMatchObject({ numero: 2, precedente: first?.empreinte });
    expect(firstBroken(journalOf(5))).toBeNull();
    expect(firstBroken([])).toBeNull();
  });

  it("has a fingerprint that does not depend on how an entry was built", () => {
    // Held for ever: journals that exist must still be right.
    expect(journalOf(1)[0]?.empreinte).toBe("211f639988e6a26919cafb61b66cf6cb5df153ff166b6af208a1189884317c36");
    const shuffled = chained(
      null,
      { detail: { roles: ["pilote"] }, sur: { groupe, personne: anne }, acte: "changer_membre_groupe" },
      { le: 1_000, par: anne },
    );
    expect(shuffled.empreinte).toBe(journalOf(1)[0]?.empreinte);
  });

  it("shows which entry was changed, taken out, added or put elsewhere", () => {
    fc.assert(
      fc.property(fc.nat(5), fc.nat(5), fc.constantFrom("change", "cut", "swap", "repeat"), (at, to, how) => {
        const journal = journalOf(6);
        const entry = journal[at];
        const other = journal[to];
        if (entry === undefined || other === undefined) throw new Error("out of the journal");
        if (how === "change") journal[at] = { ...entry, le: entry.le + 1 };
        if (how === "cut") journal.splice(at, 1);
        if (how === "repeat") journal.splice(to, 0, entry);
        if (how === "swap") [journal[at], journal[to]] = [other, entry];
        const same = (how === "swap" && at === to) || (how === "cut" && at === 5);
        expect(firstBroken(journal) === null).toBe(same);
      }),
    );
  });

  it("cannot be mended by computing again the fingerprint of what was changed", () => {
    const journal = journalOf(3);
    const [first, second, third] = journal;
    if (first === undefined || second === undefined || third === undefined) throw new Error("too short");
    const forged = chained(first, { acte: "retirer_membre", sur: { personne: anne } }, { par: anne, le: second.le });
    expect(firstBroken([first, forged, third])).toBe(3);
  });
});
