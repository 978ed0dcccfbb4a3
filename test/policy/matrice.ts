import { readFileSync } from "node:fs";
import type { ContratRole, EtatRedaction, GroupeRole } from "../../shared/domain/contrat.ts";
import type { FicheFacts } from "../../shared/policy/can.ts";

/** What is expected of one person in one situation: by capability, « oui » or the code of the refusal. */
export interface Expected {
  readonly situation: string;
  readonly facts: FicheFacts;
  readonly verdicts: ReadonlyMap<string, string>;
}

const FACTS = 9;

/** `matrice.csv`, which is written by hand from the table of rights and never computed. */
export function readMatrice(): readonly Expected[] {
  const [head, ...lines] = readFileSync(new URL("matrice.csv", import.meta.url), "utf8")
    .trim()
    .split("\n");
  const names = (head ?? "").split(",");
  return lines.map((line) => {
    const situation = line.slice(1, line.indexOf('"', 1));
    const cells = ["", ...line.slice(situation.length + 3).split(",")];
    if (cells.length !== names.length) throw new Error(`the line « ${situation} » has ${cells.length} cells`);
    const cell = (name: string) => cells[names.indexOf(name)] ?? "";
    const words = (name: string) =>
      cell(name)
        .split(" ")
        .filter((word) => word !== "");
    return {
      situation,
      // Unknown roles on purpose: what a storage of another version may hold.
      facts: {
        contratRoles: words("contrat") as ContratRole[],
        groupeRoles: words("groupe") as GroupeRole[],
        habitantsEcrivent: cell("habitants_ecrivent") === "oui",
        etat: cell("etat") as EtatRedaction,
        soumise: cell("soumise") === "oui",
        publiee: cell("publiee") === "oui",
        partagee: cell("partagee") === "oui",
        sien: cell("sien") === "oui",
      },
      verdicts: new Map(names.slice(FACTS).map((name) => [name, cell(name)])),
    };
  });
}
