const FIRST_MS = 500;
const LONGEST_MS = 30_000;

/**
 * How long to wait before the next attempt, in milliseconds: full jitter under a ceiling that doubles from half a second
 * to 30. A cut server loses a whole room at once, and must not get it back at one instant.
 *
 * @param failures how many attempts failed since the last socket that lasted
 * @param random a number from 0 to 1
 */
export function delayBefore(failures: number, random: () => number): number {
  const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures, 16));
  return Math.round(random() * ceiling);
}
