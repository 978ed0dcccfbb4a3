import { expect, it } from "vitest";
import type { FicheJournalBody } from "../../../shared/protocol/bodies/fiche-acts.ts";
import { personaId } from "../http/asked.ts";
import { AskedFiche, OK } from "./asked.ts";

it("once a version is withdrawn, the one before is shown with what was said of it, and not with what was said of the other", async () => {
  const fiche = await AskedFiche.make();
  await fiche.fill("partenaire");
  await fiche.submit("pilote-2");
  for (const persona of ["cotech-1", "cotech-2"]) await fiche.giveAvis(persona, "favorable");
  expect(await fiche.decideOn("cotech-1", "approuvee")).toBe(OK);
  await fiche.write("partenaire", { constats: " Ceux-ci." });
  await fiche.submit("pilote-2");
  const raison = "Le budget manque.";
  expect(await fiche.giveAvis("cotech-2", "defavorable", { raison })).toBe(OK);
  expect(await fiche.act("pilote-2", { acte: "retirer", ...(await fiche.shown()), raison: "Trop tôt." })).toBe(OK);

  const seen = await fiche.instruction("cotech-2");
  expect(seen).toMatchObject({ version: { numero: 1, etat: "approuvee" }, moi: { depuis: 1 } });
  const retiree = { version: 2, par: personaId("pilote-2"), raison: "Trop tôt." };
  expect(seen.retiree).toMatchObject(retiree);
  expect(seen.noms[retiree.par]?.nom).toBeTruthy();
  expect(seen.moi.avis).toMatchObject({ sens: "favorable", version: 1, raison: null, aConfirmer: false });
  // The groupe reads what was decided by, and nothing of what was not.
  const { avis } = await fiche.instruction("partenaire");
  const said = avis.map(({ de, sens, version }) => [de, sens, version]).sort();
  expect(said).toEqual(["cotech-1", "cotech-2"].map((persona) => [personaId(persona), "favorable", 1]).sort());

  // It was not taken back: on the next version it goes on counting against.
  await fiche.write("partenaire", { constats: " Encore." });
  await fiche.submit("pilote-2");
  const next = await fiche.instruction("cotech-2");
  expect(next.moi).toMatchObject({ avis: { sens: "defavorable", version: 2, aConfirmer: true }, depuis: 2 });
  expect(next.retiree).toBeNull();
});

it("an avis is read by the comité and the coordination as it comes, and by the groupe from the decision that counts it", async () => {
  const fiche = await AskedFiche.make();
  await fiche.fill("partenaire");
  await fiche.submit("pilote-2");
  const reserves = [{ sur: { partie: "constats", citation: "" }, texte: "Lesquels ?" }];
  await fiche.giveAvis("cotech-1", "favorable");
  await fiche.giveAvis("cotech-2", "favorable_avec_reserves", { reserves });
  const seenBy = async (persona: string) => {
    const { avis, reserves: made } = await fiche.instruction(persona);
    const { entrees } = await fiche.see<FicheJournalBody>(persona, "/journal");
    const given = entrees.filter(({ event }) => event.acte === "rendre_avis" || event.acte === "confirmer_avis");
    return { avis: avis.length, entrees: given.length, named: made.every(({ de }) => de !== null) };
  };
  const all = { avis: 2, entrees: 2, named: true };
  for (const persona of ["cotech-2", "cotech-3", "coordinatrice"]) expect(await seenBy(persona), persona).toEqual(all);
  const none = { avis: 0, entrees: 0, named: false };
  for (const persona of ["pilote-2", "partenaire", "copil"]) expect(await seenBy(persona), persona).toEqual(none);

  expect(await fiche.decideOn("cotech-1", "ajournee", { raison: "Le budget." })).toBe(OK);
  for (const persona of ["pilote-2", "copil"]) expect(await seenBy(persona), persona).toEqual(all);

  // Put off, it is examined again: what is said from then on waits for the next decision.
  expect(await fiche.giveAvis("cotech-1", "defavorable", { raison: "Le budget manque." })).toBe(OK);
  const one = { avis: 1, entrees: 2, named: true };
  for (const persona of ["pilote-2", "copil"]) expect(await seenBy(persona), persona).toEqual(one);
  expect(await seenBy("cotech-3")).toEqual({ avis: 2, entrees: 3, named: true });
  expect(await fiche.decideOn("cotech-1", "ajournee", { raison: "Toujours le budget." })).toBe(OK);
  expect(await seenBy("partenaire")).toEqual({ avis: 2, entrees: 3, named: true });
});
