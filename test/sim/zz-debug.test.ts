import { it } from "vitest";
import { readLetters, replay } from "../../worker/fiche/history/replay.ts";
import { atOnce } from "../../worker/live/in-pieces.ts";
import { SeededRandom } from "../harness/random.ts";
import { textOf } from "../harness/raw-page.ts";
import { seenIn } from "./authorship-ledger.ts";
import { writeSession } from "./authorship-session.ts";
import { SECTIONS } from "./authorship-writer.ts";
import { restoreIn } from "./restoring.ts";

it("debug", () => {
  const seed = Number(process.env["SEED"]);
  const name = process.env["WORD"] ?? "";
  const random = new SeededRandom(seed);
  const restores: string[] = [];
  const screen = (room: any) => {
    const counts = new Map<string, number>();
    for (const section of SECTIONS) for (const { name } of seenIn(textOf(room.room.text().doc, section))) counts.set(name, (counts.get(name) ?? 0) + 1);
    return counts;
  };
  const { room, ledger } = writeSession(seed, (here, { account }, _, l) => {
    if (!random.chance(0.04)) return;
    const part = random.chance(0.5) ? null : random.pick(SECTIONS);
    const seq = random.below(here.lastRow() + 1);
    const b = here.lastRow();
    restoreIn(here, account, seq, part, () => here.step(), (write) => {
      const before = screen(here); write(); l.gesture(account, before, screen(here));
    });
    restores.push(`${account} to ${seq} ${part}: rows ${b} ${here.lastRow()}`);
  });
  console.log(restores.join("\n"), "typed", ledger.typed.get(name), "within", ledger.within.get(name));
  const rows = [...room.log().read()];
  const last = room.lastRow();
  const all = atOnce(replay(room.log(), Array.from({ length: last + 1 }, (_, i) => i), readLetters));
  let before = "";
  for (const id of (process.env["IDS"] ?? "").split(",").filter(Boolean)) {
    const [client, clock] = id.split(":").map(Number) as [number, number];
    const ahead = [{ client, clock }];
    for (let n = ahead.pop(); n; n = ahead.pop()) {
      console.log("removals", n, JSON.stringify(all.history.removals({ ...n, length: 1 })), "ins", JSON.stringify(all.history.insertions({ ...n, length: 1 })));
      ahead.push(...all.history.restating(n));
    }
  }
  for (const [i, text] of all.texts.entries()) {
    const found = SECTIONS.map((s) => {
      const l = text.seen[s];
      const at: string[] = [];
      for (let k = l.text.indexOf(name); k >= 0; k = l.text.indexOf(name, k + 1)) {
        const show = (p: number) => { const id = l.idOf(p); const o = all.history.of({ ...id, length: 1 })[0]?.first; return `${id.client}:${id.clock}<-${o?.client}:${o?.clock}`; };
        at.push(`${show(k)} ${JSON.stringify(l.text.slice(k, k + 10))} 2nd ${show(k + 2)}`);
      }
      return at.join(" ; ");
    }).join(" | ");
    if (found !== before) console.log(i, rows[i - 1]?.author, found);
    before = found;
  }
});
