import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningServer, startServer } from "../harness/dev-server.ts";
import { type Asked, Deciders, type ExaminedFiche, type Persona, RAISON, RESERVE, TODAY } from "./examined-fiche.ts";

let server: RunningServer;
let deciders: Deciders;
beforeAll(async () => {
  server = await startServer({ demonstration: true });
  deciders = await Deciders.on(server);
});
afterAll(() => server.stop());

describe("a button that is pressed twice", () => {
  const twice = async (fiche: ExaminedFiche, persona: Persona, asked: Asked): Promise<string> => {
    const before = (await fiche.done()).length;
    const answers = await fiche.atOnce([persona, asked], [persona, asked]);
    expect((await fiche.done()).length, asked.acte).toBe(before + 1);
    return answers.toSorted().join(", ");
  };

  it("does one thing, and the second press is refused by name", async () => {
    const fiche = await deciders.examined();
    await fiche.write();
    const { brouillon } = await fiche.actes();
    const submit = { acte: "soumettre", empreinte: brouillon?.empreinte, malgre: RAISON };
    expect(await twice(fiche, "coordinatrice", submit)).toBe("204, 409 rien_de_nouveau");
    const [last] = (await fiche.actes()).versions;
    const shown = { version: 2, empreinte: last?.empreinte };
    const avis = { ...fiche.avis("favorable_avec_reserves", [RESERVE]), ...shown };
    expect(await twice(fiche, "cotech-1", avis)).toBe("204, 409 deja_fait");
    expect((await fiche.instruction()).reserves).toHaveLength(1);
    const answer = { acte: "repondre_reserve", reserve: 1, texte: "Ceux-ci." };
    expect(await twice(fiche, "coordinatrice", answer)).toBe("204, 409 deja_fait");
    expect((await fiche.instruction()).reserves[0]?.reponses).toHaveLength(1);
    expect(await twice(fiche, "cotech-1", { acte: "lever_reserve", reserve: 1, ...shown })).toBe(
      "204, 409 reserve_levee",
    );
    expect(await twice(fiche, "cotech-2", { ...fiche.avis("favorable"), ...shown })).toBe("204, 409 deja_fait");
    expect(await twice(fiche, "cotech-3", { acte: "deporter", ...shown })).toMatch(/^204, 409 deja_deporte|^204, 403/);
    expect(await twice(fiche, "coordinatrice", { ...fiche.decision("ajournee"), ...shown })).toBe("204, 409 deja_fait");
    expect(await twice(fiche, "coordinatrice", { ...fiche.decision("approuvee"), ...shown })).toBe(
      "204, 409 instruction_close",
    );
    expect(await twice(fiche, "copil", { acte: "valider", date: TODAY, ...shown })).toBe("204, 409 instruction_close");
    expect(await twice(fiche, "coordinatrice", { acte: "publier", malgre: RAISON, ...shown })).toBe(
      "204, 409 deja_publiee",
    );
    expect(await twice(fiche, "coordinatrice", { acte: "depublier", raison: RAISON, ...shown })).toBe(
      "204, 409 aucune_publication",
    );
    expect(await twice(fiche, "coordinatrice", { acte: "mettre_en_relecture" })).toBe("204, 409 etat_autre");
    expect(await twice(fiche, "coordinatrice", { acte: "clore" })).toBe("204, 409 etat_autre");
  });

  it("the same for what takes a version back", async () => {
    const withdrawn = await deciders.examined();
    const withdraw = { acte: "retirer", ...withdrawn.shown, raison: RAISON };
    expect(await twice(withdrawn, "coordinatrice", withdraw)).toBe("204, 409 version_depassee");
    const sentBack = await deciders.examined("cotech-1", "cotech-2");
    expect(await sentBack.act("coordinatrice", sentBack.decision("approuvee"))).toBe("204");
    const send = { acte: "renvoyer", ...sentBack.shown, date: TODAY, raison: RAISON };
    expect(await twice(sentBack, "coordinatrice", send)).toBe("204, 409 non_approuvee");
  });
});
