import { evictDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import type { AuteursBody, HistoriqueBody, MomentBody } from "../../../shared/protocol/bodies/history.ts";
import { addParagraph, type RawPage, textOf, typeAtEnd } from "../../harness/raw-page.ts";
import { ask, personaId } from "../http/asked.ts";
import { connect, ORIGIN, upgrade } from "../signed-in.ts";
import { AskedFiche, OK } from "./asked.ts";
import { BLANKS, mask, preview, stored, WORDS } from "./masking.ts";

/** One key after the other, each a row of its own. */
async function typeKeys(page: RawPage, section: string, words: string): Promise<void> {
  for (const letter of words) {
    typeAtEnd(page.doc, section, letter);
    await page.until("the key is kept", () => page.acked === page.sent);
  }
}

describe("words that are masked", () => {
  it("are gone from the page, the log, versions and comments, wherever they ever stood", async () => {
    const fiche = await AskedFiche.make();
    await fiche.fill("coordinatrice");
    const { page: pilote } = await fiche.open("pilote-2");
    const { page: partenaire } = await fiche.open("partenaire");
    // Key by key, with a slip of the finger; then once more at once, and taken away again.
    await typeKeys(pilote, "constats", " Vu par Jean Quéx");
    await partenaire.until("the words", () => textOf(partenaire.doc, "constats").includes("Quéx"));
    const line = partenaire.doc.getXmlFragment("constats").get(0);
    if (!("get" in line)) throw new Error("no paragraph");
    const text = line.get(0) as { length: number; delete(at: number, length: number): void };
    text.delete(text.length - 1, 1);
    await partenaire.until("kept", () => partenaire.acked === partenaire.sent);
    typeAtEnd(partenaire.doc, "constats", "méner, ici.");
    addParagraph(partenaire.doc, "constats", `${WORDS} revient.`);
    await partenaire.until("kept", () => partenaire.acked === partenaire.sent);
    expect(await fiche.submit("coordinatrice")).toBe(OK);
    const reserves = [{ sur: { partie: "constats", citation: `${WORDS}, ici` }, texte: `Qui est ${WORDS} ?` }];
    expect(await fiche.giveAvis("cotech-1", "favorable_avec_reserves", { reserves })).toBe(OK);
    await pilote.until("the paragraph", () => pilote.doc.getXmlFragment("constats").length === 2);
    pilote.doc.getXmlFragment("constats").delete(1, 1);
    await pilote.until("kept", () => pilote.acked === pilote.sent);

    const { status, body } = await preview(fiche);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      vivant: [{ avant: "Des mots. Vu par ", mots: WORDS, apres: ", ici." }],
      versions: [1],
      commentaires: 2,
      ailleurs: [],
    });
    const before = await fiche.actes("coordinatrice");
    const { sittings } = await fiche.see<HistoriqueBody>("coordinatrice", "/historique");
    const past = [
      "/comparaisons/m0/v1",
      `/comparaisons/v1/m${sittings[0]?.fin}`,
      "/moments/v1",
      "/auteurs/constats?moment=v1",
    ];
    for (const path of past.slice(0, 3))
      expect(JSON.stringify(await fiche.see("coordinatrice", path))).toContain(WORDS);
    const done = await mask(fiche, body.apercu);
    expect(done.status).toBe(201);

    await pilote.until("the blanks", () => textOf(pilote.doc, "constats") === `Des mots. Vu par ${BLANKS}, ici.`);
    const kept = await stored(fiche);
    expect(kept).toContain(BLANKS);
    for (const words of [WORDS, "Quéméner", "méner", done.body.sel]) expect(kept, words).not.toContain(words);
    await evictDurableObject(env.DOCUMENT.getByName(fiche.id));
    for (const path of [...past, "/journal", "/instruction", "/auteurs/constats"]) {
      const shown = JSON.stringify(await fiche.see("coordinatrice", path));
      expect(shown, path).not.toContain("Quéméner");
      if (past.includes(path)) expect(shown, path).toContain(BLANKS);
    }
    const { masques } = await fiche.see<MomentBody>("coordinatrice", "/moments/v1");
    expect(masques).toMatchObject([{ id: 1, partie: "constats", motif: "donnee_de_sante" }]);
    // What was submitted keeps its name, and nothing of the draft is new.
    const after = await fiche.actes("coordinatrice");
    expect(after.versions).toEqual(before.versions);
    expect((await fiche.instruction("cotech-1")).moi.avis).toMatchObject({ aConfirmer: false });
    const salted = [...(done.body.sel.match(/../g) ?? [])].map((pair) => Number.parseInt(pair, 16));
    const digest = await crypto.subtle.digest(
      "SHA-256",
      new Uint8Array([...salted, ...new TextEncoder().encode(WORDS)]),
    );
    expect(done.body.engagement).toBe([...new Uint8Array(digest)].map((b) => b.toString(16).padStart(2, "0")).join(""));
    expect((await preview(fiche)).body.refus).toBe("rien_a_masquer");
  });

  it("are gone from the intitulé too, and from the lists that show it", async () => {
    const fiche = await AskedFiche.make();
    const { page } = await fiche.open("partenaire");
    page.doc.getText("intitule").insert(0, `Suivi de ${WORDS}`);
    await page.until("kept", () => page.unacked === 0);
    expect(await fiche.submit("coordinatrice", "Au plus vite.")).toBe(OK);
    expect((await fiche.inList("coordinatrice"))?.intitule).toContain(WORDS);
    const { body } = await preview(fiche, "coordinatrice", WORDS, "intitule");
    expect(body).toMatchObject({ vivant: [{ avant: "Suivi de ", mots: WORDS, apres: "" }], versions: [1] });
    expect((await mask(fiche, body.apercu, WORDS, "intitule")).status).toBe(201);
    await page.until("the blanks", () => page.doc.getText("intitule").toString() === `Suivi de ${BLANKS}`);
    expect((await fiche.inList("coordinatrice"))?.intitule).toBe(`Suivi de ${BLANKS}`);
    expect((await fiche.see<MomentBody>("coordinatrice", "/moments/v1")).content.intitule).toBe(`Suivi de ${BLANKS}`);
    expect(await stored(fiche)).not.toContain("Quéméner");
  });

  it("are gone wherever they were moved to, though something was written into them meanwhile", async () => {
    const fiche = await AskedFiche.make();
    await fiche.write("partenaire", { constats: `Vu par ${WORDS}, ici.` });
    const { page } = await fiche.open("partenaire");
    const line = page.doc.getXmlFragment("constats").get(0) as { get(index: number): unknown };
    (line.get(0) as { insert(at: number, words: string): void }).insert("Vu par Jean Qué".length, " (mon voisin) ");
    await page.until("kept", () => page.unacked === 0);
    const { sittings } = await fiche.see<HistoriqueBody>("coordinatrice", "/historique");
    const then = `m${sittings[0]?.fin}`;
    page.doc.getXmlFragment("constats").delete(0, 1);
    await page.until("kept", () => page.unacked === 0);
    const body = { moment: then, partie: "constats" };
    expect((await ask("POST", fiche.at("/restauration"), await fiche.cookie("pilote-2"), body)).status).toBe(200);
    await page.until("it is back", () => textOf(page.doc, "constats").includes("(mon voisin)"));
    const { body: shown } = await preview(fiche);
    expect(shown.vivant.map(({ mots }) => mots)).toEqual(["Jean Qué", "méner"]);
    expect((await mask(fiche, shown.apercu)).status).toBe(201);
    await page.until("the blanks", () => textOf(page.doc, "constats") === "Vu par ████████ (mon voisin) █████, ici.");
    for (const words of ["Jean", "méner"]) expect(await stored(fiche)).not.toContain(words);
    // Masking is told as what it is, and no sitting has it.
    const { sittings: after, masquages } = await fiche.see<HistoriqueBody>("coordinatrice", "/historique");
    expect(masquages).toMatchObject([{ id: 1, partie: "constats", par: personaId("coordinatrice") }]);
    expect(after.flatMap(({ personnes }) => personnes.map(({ personne }) => personne))).not.toContain(
      personaId("coordinatrice"),
    );
    // What was written is still whoever's wrote it.
    const { paragraphes } = await fiche.see<AuteursBody>("coordinatrice", "/auteurs/constats");
    expect(new Set(paragraphes.flat().map(({ auteur }) => auteur))).toEqual(new Set([personaId("partenaire")]));
  });

  it("do not come back with a page that slept on them, and an update of before that comes late is taken as it is now", async () => {
    const fiche = await AskedFiche.make();
    const { page } = await fiche.open("partenaire");
    typeAtEnd(page.doc, "constats", `Ici ${WORDS}.`);
    await page.until("kept", () => page.unacked === 0);
    const old = Y.encodeStateAsUpdate(page.doc);
    page.close();
    await mask(fiche, (await preview(fiche)).body.apercu);
    const headers = { cookie: await fiche.cookie("partenaire"), origin: ORIGIN };
    const { page: back } = connect(await upgrade(fiche.at(`/live?client=${page.client}&schema=1`), headers), page);
    await back.until("the blanks", () => textOf(back.doc, "constats") === `Ici ${BLANKS}.`);
    // Its last update, of which it never heard that it was kept, is sent again.
    back.sendUpdate(old);
    await back.until("an answer", () => back.unacked === 0);
    expect(back.refusals).toEqual([]);
    expect(await stored(fiche)).not.toContain("Quéméner");
    // A page that has them may write them again: that is a new writing, and found as one.
    typeAtEnd(back.doc, "constats", ` ${WORDS}`);
    await back.until("kept", () => back.unacked === 0);
    expect((await preview(fiche)).body.ecritures).toBe(1);
  });
});
