/** Seeds that once failed, each with its story: run first, for ever. */
const KEPT: readonly number[] = [];

/**
 * The seeds of a run: those kept, then new ones from a start that changes with each run and is printed, or from
 * `SEED` to repeat one; `SEEDS` says how many.
 */
export function seedsToRun(count: number): number[] {
  const given = process.env["SEED"];
  const start = given === undefined ? Math.floor(Math.random() * 1_000_000_000) : Number(given);
  const many = Number(process.env["SEEDS"] ?? count);
  console.log(`seeds ${start} to ${start + many - 1} (repeat with SEED=${start} SEEDS=${many})`);
  return [...KEPT, ...Array.from({ length: many }, (_, index) => start + index)];
}
