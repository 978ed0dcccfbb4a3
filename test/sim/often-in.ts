/**
 * How often something must have happened in so many runs at least, where chance that seldom does it would prove nothing: in
 * proportion, so that one seed that failed is run again alone and says nothing else.
 */
export function oftenIn(runs: number, inAThousand: number): number {
  return Math.floor((runs * inAThousand) / 1_000);
}
