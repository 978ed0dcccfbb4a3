import type { Id, Range } from "./bounded-decoder.ts";
import { firstBeyond } from "./range-set.ts";
import type { UpdateLog } from "./update-log.ts";

/** How far back it is known which row of the log removed a letter: who pastes or undoes does it soon. */
const ROWS_KEPT = 2_000;
/** Rows in memory before the oldest are forgotten. */
const ROWS_MAX = 6_000;

/** Which row of the log removed a letter, of the last rows; read when it is first asked, then as far as the log went on. */
export class Removals {
  readonly #log: Pick<UpdateLog, "lastSeq" | "readStretch">;
  #byClient = new Map<number, (Range & { readonly row: number })[]>();
  #isInOrder = new Set<number>();
  #from = 0;
  #until = 0;

  constructor(log: Pick<UpdateLog, "lastSeq" | "readStretch">) {
    this.#log = log;
  }

  /** null: it was not removed, or in no row that is remembered. */
  rowOf({ client, clock }: Id): number | null {
    this.#catchUp();
    const list = this.#byClient.get(client) ?? [];
    if (!this.#isInOrder.has(client)) {
      // A letter goes once, so that these do not overlap.
      list.sort((a, b) => a.clock - b.clock);
      this.#isInOrder.add(client);
    }
    const found = list[firstBeyond(list, clock)];
    return found !== undefined && found.clock <= clock ? found.row : null;
  }

  #catchUp(): void {
    const last = this.#log.lastSeq();
    if (this.#until === last) return;
    if (this.#until === 0 || last - this.#from > ROWS_MAX) {
      this.#byClient = new Map();
      this.#from = Math.max(0, last - ROWS_KEPT);
      this.#until = this.#from;
    }
    while (this.#until < last) {
      const stretch = this.#log.readStretch(this.#until);
      for (const { seq, deed } of stretch) for (const range of deed.deleted) this.#add({ ...range, row: seq });
      this.#until = stretch.at(-1)?.seq ?? last;
    }
  }

  #add(removal: Range & { readonly row: number }): void {
    const list = this.#byClient.get(removal.client);
    if (list === undefined) this.#byClient.set(removal.client, [removal]);
    else list.push(removal);
    this.#isInOrder.delete(removal.client);
  }
}
