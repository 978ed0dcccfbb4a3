import { env } from "cloudflare:workers";
import { expect, it } from "vitest";
import * as Y from "yjs";
import type { AccountId } from "../../../shared/ids.ts";
import type { AuteursBody, ComparaisonBody, HistoriqueBody } from "../../../shared/protocol/bodies/history.ts";
import { ask, personaId, storyOf } from "../http/asked.ts";
import { AskedFiche } from "./asked.ts";

it("what somebody wrote, removed and brought back under two accounts that they joined since is one person's", async () => {
  const fiche = await AskedFiche.make();
  await fiche.write("partenaire", { constats: "Un car le mardi matin." });
  const { page } = await fiche.open("pilote-2");
  const paragraph = page.doc.getXmlFragment("constats").get(0);
  const line = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
  if (!(line instanceof Y.XmlText)) throw new Error("no words");
  line.delete(6, 15);
  await page.until("kept", () => page.unacked === 0);
  const back = { moment: "m1", partie: "constats" };
  expect((await ask("POST", fiche.at("/restauration"), await fiche.cookie("pilote-2"), back)).status).toBe(200);
  await page.until("it is back", () => line.toString() === "Un car le mardi matin.");

  const [old, today] = [personaId("partenaire"), personaId("pilote-2")] as [AccountId, AccountId];
  const contrat = env.CONTRAT.getByName(storyOf("challans-gois-ocean-marais-de-monts").id);
  await contrat.joinAccounts(old, today, "Une seule personne");
  const { sittings } = await fiche.see<HistoriqueBody>("coordinatrice", "/historique");
  expect(sittings).toMatchObject([{ personnes: [{ personne: today, ajoutes: 22, retires: 0, ou: ["constats"] }] }]);
  expect(sittings[0]?.personnes).toHaveLength(1);

  const compared = async (moments: string) =>
    (await fiche.see<ComparaisonBody>("coordinatrice", `/comparaisons/${moments}`)).parties.flatMap(
      ({ changements }) => changements,
    );
  expect(await compared("m1/m2")).toMatchObject([{ quoi: "retire", par: today, auteurs: [today] }]);
  expect(await compared("m2/m3")).toMatchObject([{ quoi: "ajoute", par: today, deplacePar: null }]);
  const { paragraphes } = await fiche.see<AuteursBody>("coordinatrice", "/auteurs/constats");
  for (const stretch of paragraphes.flat()) {
    expect(stretch).toMatchObject({ auteur: today, deplacePar: null, deplacement: null });
  }
});
