import { describe, expect, it } from "vitest";
import type { FicheJournalBody } from "../../../shared/protocol/bodies/fiche-acts.ts";
import { personaId, verdict } from "../http/asked.ts";
import { AskedFiche, OK, TODAY } from "./asked.ts";

describe("a fiche from its draft to its approval", () => {
  it("tells the pages that are open on it of each act, and nothing more", async () => {
    const fiche = await AskedFiche.make();
    await fiche.fill("partenaire");
    const { page } = await fiche.open("partenaire");
    expect(page.ficheChanges).toBe(0);
    expect(await fiche.submit("coordinatrice")).toBe(OK);
    await page.until("the page hears of the submission", () => page.ficheChanges === 1);
    expect(await fiche.giveAvis("cotech-1", "defavorable")).toBe("422 raison_attendue");
    expect(await fiche.giveAvis("cotech-1", "favorable")).toBe(OK);
    await page.until("the page hears of the avis", () => page.ficheChanges === 2);
    page.close();
  });

  it("goes through the comité technique and the Copil, and says when it was changed since", async () => {
    const fiche = await AskedFiche.make();
    expect((await fiche.inList("cotech-1"))?.etat).toBeUndefined();
    await fiche.fill("coordinatrice");

    expect(await fiche.submit("coordinatrice")).toBe(OK);
    expect(await fiche.last()).toMatchObject({ numero: 1, etat: "soumise", soumisePar: personaId("coordinatrice") });
    // The comité sees it at once, and its draft not.
    const seen = await fiche.inList("cotech-1");
    expect(seen).toMatchObject({ derniere: { numero: 1, etat: "soumise" }, approuvee: null, modifieeLe: null });
    expect(seen?.droits.lire).toEqual({ ok: false, code: "hors_du_groupe" });

    const citation = "mots";
    const reserves = [{ sur: { partie: "constats", citation }, texte: "Lesquels ?" }];
    expect(await fiche.giveAvis("cotech-1", "favorable")).toBe(OK);
    expect(await fiche.giveAvis("cotech-2", "favorable_avec_reserves", { reserves })).toBe(OK);
    expect(await fiche.decideOn("cotech-1", "approuvee")).toBe("409 reserves_non_levees");

    // The group answers it without knowing whose it is, changes the text, submits again.
    const forGroup = await fiche.instruction("partenaire");
    expect(forGroup).toMatchObject({ avisVisibles: false, avis: [] });
    expect(forGroup.reserves).toMatchObject([{ de: null, texte: "Lesquels ?", vivante: true }]);
    expect(await fiche.act("partenaire", { acte: "repondre_reserve", reserve: 1, texte: "Ceux-ci." })).toBe(OK);
    await fiche.write("coordinatrice", { constats: " Ceux-ci." });
    expect(await fiche.last()).toMatchObject({ numero: 1 });
    expect(await fiche.submit("coordinatrice")).toBe(OK);
    const second = await fiche.instruction("cotech-2");
    expect(second).toMatchObject({ version: { numero: 2 }, moi: { siege: true, depuis: 1 } });
    expect(second.moi.avis).toMatchObject({ aConfirmer: true, modifiees: ["constats"] });

    expect(await fiche.act("cotech-2", { acte: "lever_reserve", reserve: 1, ...(await fiche.shown()) })).toBe(OK);
    expect(await fiche.act("cotech-2", { acte: "confirmer_avis", ...(await fiche.shown()) })).toBe(OK);
    expect(await fiche.decideOn("cotech-1", "approuvee")).toBe("409 quorum_non_atteint");
    expect(await fiche.act("cotech-1", { acte: "confirmer_avis", ...(await fiche.shown()) })).toBe(OK);
    expect(await fiche.decideOn("cotech-1", "approuvee")).toBe(OK);
    // From the decision on, the group sees who said what.
    expect((await fiche.instruction("partenaire")).avis).toHaveLength(2);

    expect(await fiche.act("copil", { acte: "valider", date: TODAY, ...(await fiche.shown()) })).toBe(OK);
    expect(await fiche.actes("partenaire")).toMatchObject({
      approuvee: { version: 2, modifiees: [] },
      versions: [
        { numero: 2, etat: "validee" },
        { numero: 1, etat: "remplacee" },
      ],
      brouillon: { manquantes: [] },
    });
    expect((await fiche.inList("cotech-3"))?.approuvee).toMatchObject({ version: 2, modifieeDepuis: false });

    // Its place is the contrat's: moved, renumbered, its words are those that were approved.
    await fiche.move("coordinatrice");
    expect((await fiche.actes("cotech-3")).approuvee).toMatchObject({ version: 2, modifiees: [] });

    await fiche.write("partenaire", { description: " Et encore." });
    expect((await fiche.actes("cotech-3")).approuvee).toMatchObject({ version: 2, modifiees: ["description"] });
    // Lists hear of it a little after the last key.
    await fiche.quiet();
    expect((await fiche.inList("cotech-3"))?.approuvee).toMatchObject({ version: 2, modifieeDepuis: true });

    const { entrees, noms } = await fiche.see<FicheJournalBody>("coordinatrice", "/journal");
    expect(entrees.map(({ numero, event }) => `${numero} ${event.acte}`).reverse()).toEqual([
      "1 soumettre",
      "2 rendre_avis",
      "3 rendre_avis",
      "4 repondre_reserve",
      "5 soumettre",
      "6 lever_reserve",
      "7 confirmer_avis",
      "8 confirmer_avis",
      "9 relever_decision",
      "10 valider",
    ]);
    expect(noms).toMatchObject({ [personaId("copil")]: { nom: "Joseph Fouchard" } });
    expect(await verdict("GET", fiche.at("/journal"), await fiche.cookie("ars"))).toBe("404 introuvable");
  });

  it("is shown to the bodies and kept from them again, and its open pages hear of it", async () => {
    const fiche = await AskedFiche.make();
    const { page } = await fiche.open("pilote-2");
    expect(await fiche.act("cotech-1", { acte: "mettre_en_relecture" })).toBe("404 introuvable");
    expect(await fiche.act("partenaire", { acte: "mettre_en_relecture" })).toBe("403 reserve_au_pilote");
    expect(await fiche.act("coordinatrice", { acte: "mettre_en_relecture" })).toBe(OK);
    expect((await fiche.inList("cotech-1"))?.etat).toBe("en_relecture");
    expect(await fiche.act("cotech-1", { acte: "reprendre_redaction" })).toBe("403 reserve_au_pilote");
    expect(await fiche.act("coordinatrice", { acte: "mettre_en_relecture" })).toBe("409 etat_autre");
    expect(await fiche.act("coordinatrice", { acte: "reprendre_redaction" })).toBe(OK);
    expect(await fiche.inList("cotech-1")).toBeUndefined();
    page.close();
  });
});
