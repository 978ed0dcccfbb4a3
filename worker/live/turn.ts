/**
 * Gathers what arrives together. The first thing is handled at once; those that come while the turn is open are handled
 * as one. `setTimeout(0)` gathers frames in workerd and microtasks do not (measured), and it lets the object sleep
 * afterwards.
 */
export class Turn<Thing> {
  readonly #handle: (things: readonly Thing[]) => void;
  readonly #later: (callback: () => void) => void;
  readonly #sizeOf: (thing: Thing) => number;
  #gathered: Thing[] = [];
  #size = 0;
  #open = false;

  constructor(options: {
    handle: (things: readonly Thing[]) => void;
    /** Calls back when what has already arrived was given to the object. */
    later: (callback: () => void) => void;
    sizeOf: (thing: Thing) => number;
  }) {
    this.#handle = options.handle;
    this.#later = options.later;
    this.#sizeOf = options.sizeOf;
  }

  add(thing: Thing): void {
    this.#gathered.push(thing);
    this.#size += this.#sizeOf(thing);
    if (!this.#open) {
      this.flush();
      this.#reopen();
    } else if (this.#gathered.length >= THINGS_MAX || this.#size >= SIZE_MAX) {
      this.flush();
    }
  }

  /** Handles what was gathered, now. */
  flush(): void {
    if (this.#gathered.length === 0) return;
    const things = this.#gathered;
    this.#gathered = [];
    this.#size = 0;
    this.#handle(things);
  }

  #reopen(): void {
    this.#open = true;
    this.#later(() => {
      this.#open = false;
      if (this.#gathered.length === 0) return;
      this.flush();
      this.#reopen();
    });
  }
}

/** Merging updates costs the square of their number: 300 are about 2 ms. */
const THINGS_MAX = 300;
/** Bytes after which a turn is handled without waiting: keeps a merged row under what may be stored. */
const SIZE_MAX = 512 * 1024;
