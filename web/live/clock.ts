/** Ends what was waiting; once, twice or too late makes no difference. */
export type Cancel = () => void;

/** Time as a parameter, so that everything here is tested without waiting. Milliseconds. */
export interface Clock {
  now(): number;
  after(milliseconds: number, act: () => void): Cancel;
}

export const realClock: Clock = {
  now: () => Date.now(),
  after(milliseconds, act) {
    const timer = setTimeout(act, milliseconds);
    return () => clearTimeout(timer);
  },
};
