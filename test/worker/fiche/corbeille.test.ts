import { env } from "cloudflare:workers";
import { expect, it } from "vitest";
import type { ContratId } from "../../../shared/ids.ts";
import { demoId } from "../../../worker/demo/demo-id.ts";
import { keyOfFiche } from "../../../worker/pages/store/keys.ts";
import { storyOf } from "../http/asked.ts";
import { AskedFiche, OK } from "./asked.ts";

const CONTRAT = demoId<ContratId>(storyOf("challans-gois-ocean-marais-de-monts").id);

it("what a contrat says late of the corbeille is passed over: the last that it said holds", async () => {
  const fiche = await AskedFiche.make();
  await fiche.fill("partenaire");
  const shown = await fiche.validate();
  expect(await fiche.act("coordinatrice", { acte: "publier", malgre: "Le résumé suivra.", ...shown })).toBe(OK);
  const document = env.DOCUMENT.getByName(fiche.id);
  const file = async () => (await env.PAGES?.get(keyOfFiche(CONTRAT, fiche.id))) ?? "";
  expect(await file()).toContain("Des mots.");
  await document.hearCorbeille(1_000_005, true);
  expect(await file()).not.toContain("Des mots.");
  await document.hearCorbeille(1_000_004, false);
  expect(await file()).not.toContain("Des mots.");
  await document.hearCorbeille(1_000_006, false);
  expect(await file()).toContain("Des mots.");
});
