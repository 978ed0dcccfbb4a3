import { ok, type Result, refuse } from "../../shared/result.ts";
import { inPieces } from "../live/in-pieces.ts";

export interface LongWorkParts {
  /** Resolves when others had their turn; rejects when the work is for nothing any more. */
  readonly pause: () => Promise<void>;
  /** Milliseconds from any start. */
  readonly now: () => number;
}

/** Why work is not done: too much of it waits already, or whoever asked for it asks for other things now. */
export type LongWorkRefusal = "trop_de_demandes";

/** Who wants work done, and why. */
export interface Wanted {
  /** null: nobody waits for it. */
  readonly by: string | null;
  /**
   * What is asked: the same question, asked again before it is answered, is answered by the same work. null: it is no
   * question, something is done.
   */
  readonly question: string | null;
}

/**
 * What each step counts for at least, in milliseconds: on Cloudflare the clock stands still while an object works, and
 * pieces would have no end.
 */
const STEP_MS = 0.25;

/** How much may wait: some seconds of work. */
const WAITING_MAX = 20;
/** How many questions of one person wait; and how much that they do. */
const WAITING_OF_ONE_MAX = 3;

interface Job {
  readonly question: string | null;
  readonly begin: () => void;
  readonly done: Promise<unknown>;
  readonly askers: { readonly by: string | null; readonly refuse: () => void }[];
}

/**
 * Long work of one object: in pieces, one after another, so that asking for much at once delays nobody who writes, and so
 * much at most.
 *
 * A browser that goes away says nothing to a server that has not answered yet. So whoever asks for more than a few things at
 * once is taken to have left the oldest: a question of theirs that still waits gives its place to the new one, and is
 * refused should somebody hear that. What somebody does is left by nobody: whoever does more than a few things at once is
 * refused the next, so that the places are never all one person's.
 */
export class LongWork {
  readonly #parts: LongWorkParts;
  #running: Job | null = null;
  #waiting: Job[] = [];

  constructor(parts: LongWorkParts) {
    this.#parts = parts;
  }

  /** Does it when what was asked before is done; rejects with what it throws. */
  do<Done>({ by, question }: Wanted, work: () => Generator<unknown, Done>): Promise<Result<Done, LongWorkRefusal>> {
    if (by !== null && question !== null) this.#leaveOldest(by);
    const same = [this.#running, ...this.#waiting].find((job) => question !== null && job?.question === question);
    const tooMuch = by !== null && question === null && this.#doneBy(by).length >= WAITING_OF_ONE_MAX;
    const job = same ?? (tooMuch ? null : this.#add(question, work));
    if (job === null) return Promise.resolve(refuse("trop_de_demandes"));
    const answer = new Promise<Result<Done, LongWorkRefusal>>((resolve, reject) => {
      job.askers.push({ by, refuse: () => resolve(refuse("trop_de_demandes")) });
      // The same question is asked for the same kind of answer.
      job.done.then((done) => resolve(ok(done as Done)), reject);
    });
    this.#goOn();
    return answer;
  }

  isQuiet(): boolean {
    return this.#running === null;
  }

  /** Resolves when nothing is under way, and nothing waits. */
  async quiet(): Promise<void> {
    for (let job = this.#running; job !== null; job = this.#running) await job.done.catch(() => {});
  }

  #add<Done>(question: string | null, work: () => Generator<unknown, Done>): Job | null {
    if (this.#waiting.length >= WAITING_MAX) return null;
    let begin: () => void = () => {};
    const done = new Promise<Done>((resolve, reject) => {
      begin = () =>
        void this.#inPieces(work)
          .then(resolve, reject)
          .finally(() => this.#end());
    });
    // Whoever asked may have left.
    done.catch(() => {});
    const job = { question, begin: () => begin(), done, askers: [] };
    this.#waiting.push(job);
    return job;
  }

  #inPieces<Done>(work: () => Generator<unknown, Done>): Promise<Done> {
    let steps = 0;
    const clock = () => {
      steps += 1;
      return this.#parts.now() + steps * STEP_MS;
    };
    return inPieces(work(), this.#parts.pause, clock);
  }

  #goOn(): void {
    if (this.#running !== null) return;
    this.#running = this.#waiting.shift() ?? null;
    this.#running?.begin();
  }

  #end(): void {
    this.#running = null;
    this.#goOn();
  }

  /** What waits that this person does. */
  #doneBy(by: string): Job[] {
    return this.#waiting.filter(({ question, askers }) => question === null && askers.some((each) => each.by === by));
  }

  /** Of a person's questions that wait, the oldest is left when there are enough; what somebody does is done. */
  #leaveOldest(by: string): void {
    const own = this.#waiting.filter(
      ({ question, askers }) => question !== null && askers.some((each) => each.by === by),
    );
    const [oldest] = own;
    if (oldest === undefined || own.length < WAITING_OF_ONE_MAX) return;
    const leaving = oldest.askers.findIndex((each) => each.by === by);
    for (const asker of oldest.askers.splice(leaving, 1)) asker.refuse();
    if (oldest.askers.length === 0) this.#waiting = this.#waiting.filter((job) => job !== oldest);
  }
}
