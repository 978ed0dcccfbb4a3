/** Work after which others may have their turn: letters or words looked at, some tenths of a millisecond together. */
const WORK_AT_ONCE = 2_000;

/** Counts the work of something long, and says when others may have their turn: `if (stride.isDue(letters)) yield;` */
export class Stride {
  #done = 0;

  /** @param work what was just done, in letters looked at; what takes longer counts for more of them */
  isDue(work: number): boolean {
    this.#done += work;
    if (this.#done < WORK_AT_ONCE) return false;
    this.#done = 0;
    return true;
  }
}
