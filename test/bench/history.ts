import { setTimeout } from "node:timers/promises";
import type { ComparaisonBody, HistoriqueBody } from "../../shared/protocol/bodies/history.ts";
import { quantiles } from "../harness/quantiles.ts";
import { Crowd, type Delays } from "./crowd.ts";
import { withSession, write } from "./session.ts";
import type { Bench } from "./targets.ts";

const READERS = 10;
const PER_SECOND = 66;
const SECONDS = 10;
const AT_ONCE = 10;
const TIMES = 5;
const PACKED_MS = 5_000;

/** What the past of a long text costs, in milliseconds, and what it costs those who write in it meanwhile. */
export interface Past {
  /** The list of sittings: the first time after the session was written, and then the median of some. */
  readonly sittingsFirst: number;
  readonly sittings: number;
  /** Comparisons of two moments, one after another, each of others. */
  readonly comparisons: { readonly median: number; readonly longest: number };
  /** Who wrote the section that holds it all. */
  readonly authors: number;
  /** From a key to those who read: while nothing is asked, and while ten comparisons always are. */
  readonly keys: { readonly alone: Delays; readonly whileCompared: Delays & { readonly compared: number } };
}

/** Asks for the past of the fiche that holds a real session of 23,136 edits; null where its file is missing. */
export function past(start: () => Promise<Bench>): Promise<Past | null> {
  return withSession(start, async (bench, trace) => {
    await write(bench.target(1), trace);
    const ask = async (path: string) => {
      const begun = performance.now();
      const body = await bench.ask(1, path);
      return { body, milliseconds: performance.now() - begun };
    };
    // A session of hours is written here in two seconds: what it leaves packed, and counted, comes by alarm.
    await setTimeout(PACKED_MS);
    const first = await ask("/historique");
    // Our own server's answers, here and below.
    const last = (first.body as HistoriqueBody).sittings[0]?.fin ?? 0;
    if (last < 1_000) throw new Error("the session is not there");
    const compare = async (from: number, to: number) => {
      const { body, milliseconds } = await ask(`/comparaisons/m${from}/m${to}`);
      const changed = (body as ComparaisonBody).parties.some(({ identique }) => !identique);
      if (changed === (from === to)) throw new Error("another comparison than was asked for");
      return milliseconds;
    };
    // What was just compiled is compiled better the second time.
    await compare(0, last);
    const sittings: number[] = [];
    const comparisons: number[] = [];
    for (let time = 0; time < TIMES; time++) {
      sittings.push((await ask("/historique")).milliseconds);
      const part = Math.floor((last * time) / TIMES);
      for (const [from, to] of [
        [0, last - time],
        [part, last],
        [last, part],
        [part, part + 500],
      ] as const) {
        comparisons.push(await compare(from, to));
      }
    }
    const authors = (await ask("/auteurs/description")).milliseconds;
    const crowd = await Crowd.gather(bench.target(1), READERS);
    await crowd.stroll(2 * PER_SECOND, PER_SECOND);
    const alone = await crowd.stroll(SECONDS * PER_SECOND, PER_SECOND);
    const whileCompared = await compared(crowd, (time) => compare(time % 100, last - (time % 97)));
    await crowd.leave();
    return {
      sittingsFirst: round(first.milliseconds),
      sittings: quantiles(sittings).p50,
      comparisons: { median: quantiles(comparisons).p50, longest: round(Math.max(...comparisons)) },
      authors: round(authors),
      keys: { alone, whileCompared },
    };
  });
}

/** The delays of keys while so many comparisons are asked for all the time. */
async function compared(crowd: Crowd, compare: (time: number) => Promise<unknown>) {
  let writing = true;
  let done = 0;
  const askers = Array.from({ length: AT_ONCE }, async (_, asker) => {
    for (let time = asker; writing; time += AT_ONCE) {
      await compare(time);
      done += 1;
    }
  });
  const delays = await crowd.stroll(SECONDS * PER_SECOND, PER_SECOND);
  writing = false;
  const during = done;
  await Promise.all(askers);
  return { ...delays, compared: during };
}

function round(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10;
}
