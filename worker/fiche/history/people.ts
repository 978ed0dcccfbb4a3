import type { AccountId } from "../../../shared/ids.ts";
import type { ComparedPart, ComparedRun } from "../../../shared/protocol/bodies/history.ts";

/** Everybody whom a comparison names, each once. */
export function peopleInComparison(parts: readonly ComparedPart[]): AccountId[] {
  const people = new Set<AccountId | null>();
  for (const { blocks, changements } of parts) {
    for (const { runs } of blocks) for (const run of runs) for (const person of peopleIn(run)) people.add(person);
    for (const { par } of changements) people.add(par);
  }
  return [...people].filter((person) => person !== null);
}

function peopleIn(run: ComparedRun): (AccountId | null)[] {
  switch (run.kind) {
    case "garde":
      return [];
    case "ajoute":
      return [run.par, run.deplacePar];
    case "retire":
      return [run.par, run.auteur];
    case "forme":
      return [run.par];
  }
}
