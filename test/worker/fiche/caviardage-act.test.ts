import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { firstBroken } from "../../../shared/domain/journal.ts";
import { FicheJournal } from "../../../worker/fiche/journal.ts";
import { textOf, typeAtEnd } from "../../harness/raw-page.ts";
import { personaId } from "../http/asked.ts";
import { AskedFiche, OK } from "./asked.ts";
import { BLANKS, mask, preview, stored, WORDS } from "./masking.ts";

describe("masking words", () => {
  it("takes what was shown and nothing else: written again meanwhile, it is shown again", async () => {
    const fiche = await AskedFiche.make();
    await fiche.write("partenaire", { constats: `${WORDS} ici.` });
    const { body: shown } = await preview(fiche);
    const { page } = await fiche.open("partenaire");
    // Somebody types in that very paragraph, other words: nothing more would be masked than was shown.
    typeAtEnd(page.doc, "constats", " On écrit toujours.");
    await page.until("kept", () => page.unacked === 0);
    expect((await preview(fiche)).body.apercu).toBe(shown.apercu);
    typeAtEnd(page.doc, "constats", ` Et ${WORDS}.`);
    await page.until("kept", () => page.unacked === 0);
    expect(await mask(fiche, shown.apercu)).toMatchObject({ status: 409, body: { refus: "apercu_depasse" } });
    expect(textOf(page.doc, "constats")).toContain(WORDS);
    const { body: again } = await preview(fiche);
    expect(again.vivant).toHaveLength(2);
    // And while they go on typing.
    const masking = mask(fiche, again.apercu);
    for (const letter of " Sans pause.") {
      typeAtEnd(page.doc, "constats", letter);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect((await masking).status).toBe(201);
    const { page: later } = await fiche.open("pilote-2");
    const text = `${BLANKS} ici. On écrit toujours. Et ${BLANKS}. Sans pause.`;
    await later.until("every key and no name", () => textOf(later.doc, "constats") === text);
  });

  it("is for the coordination alone, and in that part alone", async () => {
    const fiche = await AskedFiche.make();
    await fiche.write("partenaire", { constats: `${WORDS} ici.`, freins: `${WORDS} là.` });
    for (const persona of ["pilote-2", "partenaire"]) {
      expect(await preview(fiche, persona)).toMatchObject({
        status: 403,
        body: { refus: "reserve_a_la_coordination" },
      });
    }
    expect(await preview(fiche, "cotech-1")).toMatchObject({ status: 404, body: { refus: "introuvable" } });
    expect(await preview(fiche, "coordinatrice", "…")).toMatchObject({
      status: 409,
      body: { refus: "rien_a_masquer" },
    });
    const { body } = await preview(fiche);
    expect(body.ailleurs).toEqual(["freins"]);
    await mask(fiche, body.apercu);
    expect(await stored(fiche)).toContain(`${WORDS} là.`);
    expect(await fiche.act("pilote-2", { acte: "mettre_en_relecture" })).toBe(OK);
  });

  it("is judged again once the words were found: whoever may no more by then masks nothing", async () => {
    const fiche = await AskedFiche.make();
    await fiche.write("partenaire", { constats: `${WORDS} ici.` });
    // Looked through in pieces, between which others have their turn.
    const { page } = await fiche.open("partenaire");
    for (let key = 0; key < 300; key++) {
      typeAtEnd(page.doc, "freins", "x");
      await page.until("the key is kept", () => page.unacked === 0);
    }
    const { body } = await preview(fiche);
    const document = env.DOCUMENT.getByName(fiche.id);
    const by = personaId("coordinatrice");
    const context = await runInDurableObject(document, (_, { storage: { sql } }) =>
      String(sql.exec("SELECT contrat FROM document").one()["contrat"]),
    ).then((contrat) => env.CONTRAT.getByName(contrat).ficheContext(by, fiche.id, true));
    if (context === null) throw new Error("no context");
    const asked = { partie: "constats", mots: WORDS, motif: "donnee_de_sante" } as const;
    const [masked] = await Promise.all([
      document.caviarder(by, context, asked, body.apercu),
      document.rightsChanged(context.nombre + 1, [by]),
    ]);
    expect(masked).toEqual({ ok: false, code: "contexte_depasse" });
    expect(await stored(fiche)).toContain(WORDS);
    expect(textOf(page.doc, "constats")).toContain(WORDS);
    page.close();
  });

  it("is all of it or nothing, whatever happens in the middle", async () => {
    const fiche = await AskedFiche.make();
    await fiche.write("partenaire", { constats: `${WORDS} ici.` });
    const { body } = await preview(fiche);
    const before = await stored(fiche);
    const document = env.DOCUMENT.getByName(fiche.id);
    await runInDurableObject(document, (_, { storage: { sql } }) => {
      // The last thing that is written.
      sql.exec("CREATE TRIGGER broken BEFORE INSERT ON journal BEGIN SELECT RAISE(ABORT, 'broken'); END");
    });
    expect((await mask(fiche, body.apercu)).status).toBe(500);
    await runInDurableObject(env.DOCUMENT.getByName(fiche.id), (_, { storage: { sql } }) => {
      sql.exec("DROP TRIGGER broken");
    });
    expect(await stored(fiche)).toBe(before);
    const { page } = await fiche.open("pilote-2");
    expect(textOf(page.doc, "constats")).toBe(`${WORDS} ici.`);
    expect((await mask(fiche, body.apercu)).status).toBe(201);
  });

  it("takes the words out of a quotation that begins or ends within them", async () => {
    const fiche = await AskedFiche.make();
    await fiche.write("partenaire", { constats: `Vu par ${WORDS}, ici.` });
    expect(await fiche.submit("coordinatrice", "Au plus vite.")).toBe(OK);
    const reserves = ["Vu par Jean", "méner, ici."].map((citation) => ({
      sur: { partie: "constats", citation },
      texte: "Est-ce utile ?",
    }));
    expect(await fiche.giveAvis("cotech-1", "favorable_avec_reserves", { reserves })).toBe(OK);
    const { body } = await preview(fiche);
    expect(body.commentaires).toBe(2);
    expect((await mask(fiche, body.apercu)).status).toBe(201);
    const { reserves: left } = await fiche.instruction("cotech-1");
    expect(left.map(({ sur }) => sur.citation)).toEqual(["Vu par ████", "█████, ici."]);
    for (const words of ["Jean", "méner"]) expect(await stored(fiche)).not.toContain(words);
    // With its salt, whoever guesses the rest would know from the entry's commitment that they are right.
    await runInDurableObject(env.DOCUMENT.getByName(fiche.id), (_, { storage: { sql } }) => {
      const salts = sql.exec("SELECT sel FROM journal_mots WHERE champ LIKE '%/citation'").toArray();
      expect(salts).toEqual([{ sel: "" }, { sel: "" }]);
      expect(sql.exec("SELECT sel FROM journal_mots WHERE champ LIKE '%/texte'").toArray()).not.toContainEqual({
        sel: "",
      });
    });
  });

  it("takes words that only a réserve or a reason holds, and leaves the text and the other words", async () => {
    const fiche = await AskedFiche.make();
    await fiche.write("partenaire", { constats: "Trop de délais.", freins: `${WORDS} là.` });
    expect(await fiche.submit("coordinatrice", "Au plus vite.")).toBe(OK);
    const reserve = { sur: { partie: "constats", citation: "délais" }, texte: `Pensez à ${WORDS} et aux siens.` };
    expect(
      await fiche.giveAvis("cotech-1", "favorable_avec_reserves", { raison: `${WORDS} attend.`, reserves: [reserve] }),
    ).toBe(OK);
    expect((await preview(fiche)).body.refus).toBe("rien_a_masquer");
    const { body } = await preview(fiche, "coordinatrice", WORDS, "actes");
    expect(body).toMatchObject({
      vivant: [],
      liens: 0,
      versions: [],
      ecritures: 0,
      commentaires: 2,
      ailleurs: ["freins"],
    });
    expect((await mask(fiche, body.apercu, WORDS, "actes")).status).toBe(201);
    const { reserves, avis } = await fiche.instruction("cotech-1");
    expect(reserves.map(({ texte, sur }) => [texte, sur.citation])).toEqual([
      [`Pensez à ${BLANKS} et aux siens.`, "délais"],
    ]);
    expect(avis.map(({ raison }) => raison)).toEqual([`${BLANKS} attend.`]);
    const left = await stored(fiche);
    expect(left).not.toContain(`${WORDS} et`);
    expect(left).not.toContain(`${WORDS} attend`);
    expect(left).toContain(`${WORDS} là.`);
    expect((await preview(fiche, "coordinatrice", WORDS, "actes")).body.refus).toBe("rien_a_masquer");
    await runInDurableObject(env.DOCUMENT.getByName(fiche.id), (_, { storage: { sql } }) => {
      expect(firstBroken(new FicheJournal(sql, (length) => new Uint8Array(length)).chain())).toBeNull();
    });
  });

  it("masks what was shown alone: a réserve that came since is shown first", async () => {
    const fiche = await AskedFiche.make();
    await fiche.write("partenaire", { constats: "Trop de délais." });
    expect(await fiche.submit("coordinatrice", "Au plus vite.")).toBe(OK);
    expect(await fiche.giveAvis("cotech-1", "defavorable", { raison: `${WORDS} attend.` })).toBe(OK);
    const { body: before } = await preview(fiche, "coordinatrice", WORDS, "actes");
    expect(await fiche.giveAvis("cotech-2", "defavorable", { raison: `${WORDS} aussi.` })).toBe(OK);
    const late = await mask(fiche, before.apercu, WORDS, "actes");
    expect(late).toMatchObject({ status: 409, body: { refus: "apercu_depasse" } });
    expect(await stored(fiche)).toContain(`${WORDS} attend.`);
  });

  it("masks what was shown alone: as many others are not those", async () => {
    const fiche = await AskedFiche.make();
    await fiche.write("partenaire", { constats: "Trop de délais." });
    expect(await fiche.submit("coordinatrice", "Au plus vite.")).toBe(OK);
    expect(await fiche.giveAvis("cotech-1", "defavorable", { raison: `${WORDS} attend.` })).toBe(OK);
    const { body: before } = await preview(fiche, "coordinatrice", WORDS, "actes");
    // Somebody else masks these with more of what stands there, and then there are others.
    const { body: whole } = await preview(fiche, "coordinatrice", `${WORDS} attend`, "actes");
    expect((await mask(fiche, whole.apercu, `${WORDS} attend`, "actes")).status).toBe(201);
    expect(await fiche.giveAvis("cotech-2", "defavorable", { raison: `${WORDS} aussi.` })).toBe(OK);
    const late = await mask(fiche, before.apercu, WORDS, "actes");
    expect(late).toMatchObject({ status: 409, body: { refus: "apercu_depasse" } });
    expect(await stored(fiche)).toContain(`${WORDS} aussi.`);
  });

  it("leaves no way to change what was masked, by raw SQL either", async () => {
    const fiche = await AskedFiche.make();
    await fiche.write("partenaire", { constats: `${WORDS} ici.` });
    await fiche.submit("coordinatrice", "Au plus vite.");
    await mask(fiche, (await preview(fiche)).body.apercu);
    const attempts = {
      "what was masked stays masked": [
        "UPDATE caviardages SET motif = 'secret_protege'",
        "DELETE FROM caviardages",
        "INSERT OR REPLACE INTO caviardages SELECT * FROM caviardages",
      ],
      "a version is frozen": ["UPDATE version_parties SET contenu = ''", "DELETE FROM version_pieces"],
      "append-only": ["UPDATE journal_mots SET mots = ''", "DELETE FROM journal"],
    };
    await runInDurableObject(env.DOCUMENT.getByName(fiche.id), (_, { storage: { sql } }) => {
      for (const [why, statements] of Object.entries(attempts)) {
        for (const statement of statements) expect(() => sql.exec(statement), statement).toThrow(why);
      }
    });
  });
});
