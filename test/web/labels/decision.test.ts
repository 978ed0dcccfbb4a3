import { expect, it } from "vitest";
import type { AccountId } from "../../../shared/ids.ts";
import type { Compte } from "../../../shared/workflow/state.ts";
import { countedWords } from "../../../web/labels/decision.ts";

const [marie, nadia, paul] = ["marie", "nadia", "paul"] as AccountId[] as [AccountId, AccountId, AccountId];
const NOMS = Object.fromEntries(
  [marie, nadia, paul].map((id) => [id, { nom: id.charAt(0).toUpperCase() + id.slice(1), organisation: null }]),
);

const COMPTE: Compte = {
  mode: "seance",
  membres: 2,
  quorum: 1,
  comptes: [marie, nadia],
  favorables: 2,
  defavorables: 0,
  abstentions: 0,
  sansAvis: 0,
};

it("a decision says with whom it was counted, and who took no part in it", () => {
  // What was written down before it was kept says nothing of it.
  expect(countedWords(COMPTE, NOMS)).not.toContain("part à");
  expect(countedWords({ ...COMPTE, deports: [] }, NOMS)).toBe(countedWords(COMPTE, NOMS));
  expect(countedWords({ ...COMPTE, deports: [paul] }, NOMS)).toMatch(/Nadia\. Sans part à l’instruction.:.Paul\./u);
});
