import { expect, it } from "vitest";
import { NEEDS } from "../../../shared/workflow/guards.ts";
import {
  DECISIONS,
  DRAFT_TRANSITIONS,
  GIVES_WAY,
  PUBLISHABLE,
  VERSION_TRANSITIONS,
} from "../../../shared/workflow/transitions.ts";

const TITLE = "# The life of a fiche, as its acts make it";

function arrows(moves: Readonly<Record<string, { readonly from: readonly string[]; readonly to: string }>>): string[] {
  return Object.entries(moves).flatMap(([acte, { from, to }]) => from.map((etat) => `  ${etat} --> ${to}: ${acte}`));
}

function diagram(first: readonly string[], ...moves: Parameters<typeof arrows>[0][]): string {
  return [
    "```mermaid",
    "stateDiagram-v2",
    ...first.map((etat) => `  [*] --> ${etat}`),
    ...moves.flatMap(arrows),
    "```",
  ].join("\n");
}

// A stale file fails in continuous integration; `vitest -u` writes it anew.
it("the page that shows the machine is made from what the machine reads", async () => {
  const page = [
    TITLE,
    "Made from `transitions.ts` and `guards.ts` by `test/shared/workflow/diagram.test.ts`: three facts, never one.",
    "## The draft",
    diagram(["proposition", "brouillon"], DRAFT_TRANSITIONS),
    "## Each submitted version",
    diagram(["soumise: soumettre"], VERSION_TRANSITIONS, DECISIONS),
    "An earlier version gives way (`remplacee`) to a later one:",
    Object.entries(GIVES_WAY)
      .map(([acte, etats]) => `- at \`${acte}\`: ${etats.map((etat) => `\`${etat}\``).join(", ")}`)
      .join("\n"),
    "## The publication",
    `None, or one version. \`publier\` makes public a version that is ${PUBLISHABLE.map((etat) => `\`${etat}\``).join(", ")}, in the place of the one that was; \`depublier\` alone takes it back. Nothing else changes it: not a new submission, a later approval or a later validation.`,
    "## What each act needs, in the table of rights",
    [
      "| act | capability |",
      "| --- | --- |",
      ...Object.entries(NEEDS).map(([acte, can]) => `| \`${acte}\` | \`${can}\` |`),
    ].join("\n"),
  ].join("\n\n");
  await expect(`${page}\n`).toMatchFileSnapshot("../../../shared/workflow/WORKFLOW.md");
});
