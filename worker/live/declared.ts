import type { Declaration } from "../../shared/protocol/declarations.ts";
import type { DecodedUpdate, Id, Range } from "./bounded-decoder.ts";
import type { Claim } from "./deed.ts";

/** What is believed of a page's declarations, and the new letters of those that are not. */
export interface Believed {
  readonly claims: readonly Claim[];
  readonly doubted: readonly Range[];
}

/**
 * Letters that may be restated, as they were written: null when they are not known, or when they still stand, since
 * whoever copies words writes them.
 */
export type FormerLetters = (range: Range) => string | null;

/**
 * Holds a page's declarations against what was written. Each must be of letters that this very update brings, and restate
 * the same letters, written before or by this update; else it is passed over by itself, and the others stand. Letters
 * that restate others of this update, which restate older ones, restate the oldest.
 */
export function believe(
  declarations: readonly Declaration[],
  update: DecodedUpdate,
  formerLetters: FormerLetters,
): Believed {
  const brought = new Brought(update);
  const claims: Claim[] = [];
  const doubted: Range[] = [];
  for (const declaration of inOrder(declarations, brought)) {
    for (const { range, text } of brought.free(declaration)) {
      const { client, clock } = declaration.from;
      const from = { client, clock: clock + (range.clock - declaration.clock), length: range.length };
      if (!overlap(from, range) && formerLetters(from) === text) claims.push(...brought.take(range, from));
      else doubted.push(range);
    }
  }
  return { claims, doubted };
}

/**
 * What restates letters that were there before comes first, by those: rows of the log that hold many of them are then
 * read once. The rest in the order in which its page did it.
 */
function inOrder(declarations: readonly Declaration[], brought: Brought): readonly Declaration[] {
  const isChained = ({ from, length }: Declaration) => brought.hasAny({ ...from, length });
  const older = declarations.filter((each) => !isChained(each));
  const chained = declarations.filter(isChained);
  return [...older.sort((a, b) => a.from.client - b.from.client || a.from.clock - b.from.clock), ...chained];
}

function overlap(a: Range, b: Range): boolean {
  return a.client === b.client && a.clock < b.clock + b.length && b.clock < a.clock + a.length;
}

/** Letters that an update brings, written in one go. */
interface Run {
  readonly range: Range;
  readonly text: string;
  /** For each letter: 1 when it restates another, 2 when another restates it, and it was typed. */
  readonly fate: Uint8Array;
  /** For each letter that restates another: the first of those that it comes from. */
  readonly from: (Id | undefined)[];
}

const RESTATES = 1;
const TYPED = 2;

class Brought {
  readonly #runs = new Map<number, Run[]>();

  constructor({ structs }: DecodedUpdate) {
    for (const struct of structs) {
      if (struct.kind !== "item" || struct.content.kind !== "string") continue;
      const { client, clock, length, content } = struct;
      const run = { range: { client, clock, length }, text: content.text, fate: new Uint8Array(length), from: [] };
      const runs = this.#runs.get(client);
      if (runs === undefined) this.#runs.set(client, [run]);
      else runs.push(run);
    }
  }

  hasAny(range: Range): boolean {
    for (const _ of this.#within(range)) return true;
    return false;
  }

  /** The letters of a range, run by run; none of a run in which one of them has its fate. */
  *free(range: Range): Generator<{ range: Range; text: string }> {
    for (const { run, start, end } of this.#within(range)) {
      if (run.fate.subarray(start, end).some((fate) => fate > 0)) continue;
      const { client, clock } = run.range;
      yield { range: { client, clock: clock + start, length: end - start }, text: run.text.slice(start, end) };
    }
  }

  /** These letters restate those, straight to the first. No ring can come of it: a letter has one fate. */
  take(range: Range, from: Range): Claim[] {
    const claims: Claim[] = [];
    for (const { run, start, end } of this.#within(range)) {
      for (let i = start; i < end; i++) {
        const clock = run.range.clock + i;
        const source = this.#first({ client: from.client, clock: from.clock + (clock - range.clock) });
        run.fate[i] = RESTATES;
        run.from[i] = source;
        const last = claims.at(-1);
        if (
          last !== undefined &&
          last.clock + last.length === clock &&
          last.from.client === source.client &&
          last.from.clock + last.length === source.clock
        ) {
          claims[claims.length - 1] = { ...last, length: last.length + 1 };
        } else {
          claims.push({ client: range.client, clock, length: 1, from: source, declared: true });
        }
      }
    }
    return claims;
  }

  #first(id: Id): Id {
    for (const { run, start } of this.#within({ ...id, length: 1 })) {
      if (run.fate[start] === RESTATES) return run.from[start] ?? id;
      run.fate[start] = TYPED;
    }
    return id;
  }

  *#within({ client, clock, length }: Range): Generator<{ run: Run; start: number; end: number }> {
    const runs = this.#runs.get(client) ?? [];
    let first = 0;
    let high = runs.length;
    while (first < high) {
      const middle = (first + high) >> 1;
      const range = runs[middle]?.range;
      if (range !== undefined && range.clock + range.length <= clock) first = middle + 1;
      else high = middle;
    }
    for (let index = first; index < runs.length; index++) {
      const run = runs[index];
      if (run === undefined) return;
      const start = Math.max(0, clock - run.range.clock);
      const end = Math.min(run.range.length, clock + length - run.range.clock);
      if (end <= start) return;
      yield { run, start, end };
    }
  }
}
