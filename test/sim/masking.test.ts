import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, it } from "vitest";
import { decodePack } from "../../worker/live/pack.ts";
import { MaskingSession } from "./masking-session.ts";
import { MASKING_ONCE_FAILED, seedsToRun } from "./seeds.ts";

it("what was masked is read nowhere any more, whatever was being brought back, compared or read, and nothing throws", async () => {
  const total = { masked: 0, restored: 0, read: 0, compared: 0, versions: 0, blanks: 0 };
  const unmasked = { all: 0, found: 0 };
  const folder = mkdtempSync(join(tmpdir(), "coaction-masking-"));
  try {
    for (const seed of seedsToRun(8, MASKING_ONCE_FAILED)) {
      const path = join(folder, `${seed}.sqlite`);
      const session = new MaskingSession(path, seed);
      await session.run(60);
      await session.readAll();
      expect(session.wrong.slice(0, 10), `seed ${seed}`).toEqual([]);
      session.fiche.storage.close();
      const kept = stored(path);
      expect(
        session.masked.filter((words) => kept.includes(words.slice(2))),
        `seed ${seed}, stored`,
      ).toEqual([]);
      unmasked.all += session.unmasked.length;
      unmasked.found += session.unmasked.filter((words) => kept.includes(words)).length;
      for (const [name, count] of Object.entries(session.total)) total[name as keyof typeof total] += count;
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  console.log(
    `· ${total.masked} maskings among ${total.restored} restorations, ${total.compared} comparisons, ${total.versions} ` +
      `versions and ${total.read} answers; ${total.blanks} masked passages read, ${unmasked.found} of ${unmasked.all} others whole`,
  );
  // What was not masked is there; about half of it in one piece, since others write in the middle of it.
  expect(unmasked.found).toBeGreaterThan(unmasked.all / 5);
  expect(Math.min(...Object.values(total))).toBeGreaterThan(0);
});

/** Everything that a file of SQLite holds: its bytes, freed pages included, and its packs, which are deflated. */
function stored(path: string): string {
  const text = new TextDecoder();
  const database = new DatabaseSync(path, { readOnly: true });
  const pieces = database.prepare("SELECT first, bytes FROM packs ORDER BY first, piece").all();
  database.close();
  const packs = Map.groupBy(pieces, ({ first }) => first);
  const rows = [...packs.values()].flatMap((pack) => {
    const bytes = Buffer.concat(pack.map(({ bytes: piece }) => piece as Uint8Array));
    return [...decodePack(bytes)].map((row) => text.decode(row.bytes));
  });
  return [text.decode(readFileSync(path)), ...rows].join("\n");
}
