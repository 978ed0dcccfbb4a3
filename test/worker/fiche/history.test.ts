import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import type {
  AuteursBody,
  ComparaisonBody,
  HistoriqueBody,
  MomentBody,
  RestaureBody,
} from "../../../shared/protocol/bodies/history.ts";
import { applyComparison } from "../../harness/apply-comparison.ts";
import { addParagraph, textOf, typeAtEnd } from "../../harness/raw-page.ts";
import { ask, personaId, verdict } from "../http/asked.ts";
import { ficheOf, signInAs } from "../signed-in.ts";
import { AskedFiche } from "./asked.ts";

const [COORDINATRICE, PARTENAIRE] = [personaId("coordinatrice"), personaId("partenaire")];

async function last(fiche: AskedFiche): Promise<number> {
  const { sittings } = await fiche.see<HistoriqueBody>("coordinatrice", "/historique");
  return sittings[0]?.fin ?? 0;
}

/** What came of a restoration, or its status and code. */
async function restore(fiche: AskedFiche, persona: string, moment: string, partie: string | null): Promise<string> {
  const { status, body } = await ask("POST", fiche.at("/restauration"), await fiche.cookie(persona), {
    moment,
    partie,
  });
  if (status !== 200) return `${status} ${(body as { refus: string }).refus}`;
  return (body as RestaureBody).deja ? "it was so" : "brought back";
}

describe("the sittings of a fiche", () => {
  it("say who wrote how much, and where", async () => {
    const fiche = await AskedFiche.make();
    await fiche.write("coordinatrice", { constats: "Trois ateliers." });
    await fiche.write("partenaire", { constats: " Et un car.", moyens: "Un car" });
    const { sittings, suite, noms, droits } = await fiche.see<HistoriqueBody>("coordinatrice", "/historique");
    expect(sittings).toMatchObject([
      {
        avant: 0,
        ouverte: true,
        personnes: [
          { personne: COORDINATRICE, ajoutes: 15, retires: 0, ou: ["constats"] },
          { personne: PARTENAIRE, ajoutes: 17, retires: 0, ou: ["constats", "moyens"] },
        ],
      },
    ]);
    expect(suite).toBeNull();
    expect(noms[PARTENAIRE]).toMatchObject({ nom: expect.any(String) });
    expect(droits.restaurer).toBe(true);
    expect((await fiche.see<HistoriqueBody>("coordinatrice", "/historique?avant=0")).sittings).toEqual([]);
  });

  it("are for those who follow the writing; a body sees the versions alone", async () => {
    const fiche = await AskedFiche.make();
    await fiche.fill("coordinatrice");
    const cookie = await fiche.cookie("cotech-1");
    expect(await verdict("GET", fiche.at("/historique"), cookie)).toBe("404 introuvable");
    await fiche.submit("coordinatrice");
    await fiche.act("coordinatrice", { acte: "reprendre_redaction" });
    const seen = await fiche.see<HistoriqueBody>("cotech-1", "/historique");
    expect(seen.sittings).toEqual([]);
    expect(seen.versions.map(({ numero }) => numero)).toEqual([1]);
    expect(seen.droits).toEqual({ restaurer: false, caviarder: false });
    expect((await fiche.see<MomentBody>("cotech-1", "/moments/v1")).content.sections.constats).toHaveLength(1);
    for (const path of ["/moments/m1", "/comparaisons/m0/v1", "/auteurs/constats", "/auteurs/constats?moment=m1"]) {
      expect(await verdict("GET", fiche.at(path), cookie), path).toBe("403 hors_du_groupe");
    }
    expect((await fiche.see<ComparaisonBody>("cotech-1", "/comparaisons/v1/v1")).parties).toHaveLength(11);
    expect((await fiche.see<AuteursBody>("cotech-1", "/auteurs/constats?moment=v1")).paragraphes).toHaveLength(1);
    expect(await restore(fiche, "cotech-1", "v1", null)).toBe("403 hors_du_groupe");
  });

  it("while it is read again, a body sees the ends of sittings, and nothing in the middle of one", async () => {
    const slug = "challans-gois-ocean-marais-de-monts";
    const member = await signInAs("cotech-1");
    const { id } = await ficheOf(member, slug, "2.1");
    const at = (path: string) => `/api/contrats/${slug}/fiches/${id}${path}`;
    // Our own server's answer.
    const { sittings } = (await ask("GET", at("/historique"), member)).body as HistoriqueBody;
    const long = sittings.find(({ avant, fin, ouverte }) => fin - avant > 1 && !ouverte);
    expect(long).toBeDefined();
    const [before, middle, end] = [long?.avant ?? 0, (long?.fin ?? 0) - 1, long?.fin ?? 0];
    for (const path of [
      "/moments/m0",
      `/moments/m${end}`,
      `/comparaisons/m${before}/m${end}`,
      `/auteurs/constats?moment=m${end}`,
    ]) {
      expect(await verdict("GET", at(path), member), path).toBe("200");
    }
    for (const path of [
      `/moments/m${middle}`,
      `/comparaisons/m${middle}/m${end}`,
      `/comparaisons/v1/m${middle}`,
      `/auteurs/constats?moment=m${middle}`,
    ]) {
      expect(await verdict("GET", at(path), member), path).toBe("403 hors_du_groupe");
      expect(await verdict("GET", at(path), await signInAs("coordinatrice")), path).toBe("200");
    }
  });
});

describe("a moment that is none", () => {
  it.each(["v1", "m9999", "v0", "m01", "x1", "v99999999999"])("« %s » is not found", async (moment) => {
    const fiche = await AskedFiche.make();
    const cookie = await fiche.cookie("coordinatrice");
    for (const path of [`/moments/${moment}`, `/comparaisons/m0/${moment}`, `/comparaisons/${moment}/m0`]) {
      expect(await verdict("GET", fiche.at(path), cookie), path).toBe("404 introuvable");
    }
    expect((await restore(fiche, "coordinatrice", moment, null)).slice(0, 2)).toBe("40");
  });
});

describe("a comparison", () => {
  it("of two versions leads from one to the other, and says the same when it is asked for again", async () => {
    const fiche = await AskedFiche.make();
    await fiche.fill("coordinatrice");
    await fiche.submit("coordinatrice");
    await fiche.write("partenaire", { constats: " Beaucoup.", freins: "Aucun" });
    await fiche.submit("coordinatrice");
    const [before, after] = [
      await fiche.see<MomentBody>("coordinatrice", "/moments/v1"),
      await fiche.see<MomentBody>("coordinatrice", "/moments/v2"),
    ];
    const compared = await fiche.see<ComparaisonBody>("cotech-1", "/comparaisons/v1/v2");
    expect(applyComparison(before.content, compared.parties)).toEqual(after.content);
    expect(compared).toMatchObject({ de: { nom: "v1", le: before.le }, a: { nom: "v2", le: after.le } });
    expect(compared.parties.filter(({ identique }) => !identique).map(({ partie }) => partie)).toEqual([
      "constats",
      "freins",
    ]);
    expect(compared.parties.find(({ partie }) => partie === "constats")?.changements).toMatchObject([
      { quoi: "ajoute", par: PARTENAIRE, texte: " Beaucoup.", deplacePar: null },
    ]);
    expect(await fiche.see<ComparaisonBody>("cotech-1", "/comparaisons/v1/v2")).toEqual(compared);
    const back = await fiche.see<ComparaisonBody>("cotech-1", "/comparaisons/v2/v1");
    expect(applyComparison(after.content, back.parties)).toEqual(before.content);
    // What another method worked out is not served: here, one that left nothing that can be read.
    await runInDurableObject(env.DOCUMENT.getByName(fiche.id), (_, { storage: { sql } }) => {
      expect(sql.exec("SELECT DISTINCT de, a FROM comparisons").toArray()).toHaveLength(2);
      sql.exec("UPDATE comparisons SET method = method - 1, bytes = x'00'");
    });
    expect(await fiche.see<ComparaisonBody>("cotech-1", "/comparaisons/v1/v2")).toEqual(compared);
  });

  it("of versions whose letters came decomposed, or that end with nothing, leads from one to the other too", async () => {
    const fiche = await AskedFiche.make();
    await fiche.fill("coordinatrice");
    await fiche.write("partenaire", { constats: " Une e\u0301tude a\u0300 Paris, des e", freins: "Ae\u0301" });
    const { page } = await fiche.open("partenaire");
    addParagraph(page.doc, "constats", "");
    await page.until("kept", () => page.unacked === 0);
    await fiche.submit("coordinatrice");
    // The accent of the last « e », and then the very letters that were there, composed.
    typeAtEnd(page.doc, "freins", "\u0300");
    await page.until("kept", () => page.unacked === 0);
    await fiche.submit("coordinatrice");
    const moments = ["v1", "v2", `m${await last(fiche)}`] as const;
    for (const from of moments) {
      for (const to of moments) {
        const [before, after, compared] = await Promise.all([
          fiche.see<MomentBody>("coordinatrice", `/moments/${from}`),
          fiche.see<MomentBody>("coordinatrice", `/moments/${to}`),
          fiche.see<ComparaisonBody>("coordinatrice", `/comparaisons/${from}/${to}`),
        ]);
        expect(applyComparison(before.content, compared.parties), `${from} to ${to}`).toEqual(after.content);
      }
    }
    const { content } = await fiche.see<MomentBody>("coordinatrice", "/moments/v1");
    const { paragraphes } = await fiche.see<AuteursBody>("coordinatrice", "/auteurs/constats?moment=v1");
    const words = paragraphes.map((stretches) => stretches.map(({ texte }) => texte).join(""));
    expect(words).toEqual(
      content.sections.constats.map(({ inlines }) => inlines.map((each) => ("text" in each ? each.text : "")).join("")),
    );
    expect(words.join()).toContain("étude à Paris");
    expect(paragraphes.flat().find(({ texte }) => texte.includes("étude"))?.auteur).toBe(PARTENAIRE);
    page.close();
  });
});

describe("bringing a moment back", () => {
  it("is an edit of who does it; the words stay their authors', and those who write see it", async () => {
    const fiche = await AskedFiche.make();
    await fiche.write("partenaire", { constats: "Trois ateliers", moyens: "Un car" });
    const then = await last(fiche);
    const { page } = await fiche.open("partenaire");
    const constats = page.doc.getXmlFragment("constats");
    page.doc.transact(() => constats.delete(0, constats.length));
    typeAtEnd(page.doc, "moyens", " et un chauffeur");
    await page.until("the words are kept", () => page.acked === page.sent);

    expect(await restore(fiche, "pilote-2", `m${then}`, "constats")).toBe("brought back");
    await page.until("the words are back", () => textOf(page.doc, "constats") === "Trois ateliers");
    expect(textOf(page.doc, "moyens")).toBe("Un car et un chauffeur");
    const { paragraphes } = await fiche.see<AuteursBody>("coordinatrice", "/auteurs/constats");
    expect(paragraphes).toMatchObject([
      [{ texte: "Trois ateliers", auteur: PARTENAIRE, deplacePar: personaId("pilote-2") }],
    ]);

    const now = await last(fiche);
    expect(await restore(fiche, "pilote-2", `m${now}`, null)).toBe("it was so");
    // Of a part too, whatever the others say.
    expect(await restore(fiche, "pilote-2", `m${then}`, "constats")).toBe("it was so");
    expect(await last(fiche)).toBe(now);
    page.close();
  });

  it("is all of it or nothing, whatever happens in the middle, and nobody is told of what was not kept", async () => {
    const fiche = await AskedFiche.make();
    await fiche.write("partenaire", { constats: "Trois ateliers", moyens: "Un car", freins: "Aucun" });
    const then = await last(fiche);
    const { page } = await fiche.open("partenaire");
    for (const section of ["constats", "moyens"]) {
      page.doc.getXmlFragment(section).delete(0, 1);
      await page.until("kept", () => page.unacked === 0);
    }
    // An object that began again is another, for whoever holds it.
    const document = () => env.DOCUMENT.getByName(fiche.id);
    const before = await last(fiche);
    await runInDurableObject(document(), (_, { storage: { sql } }) => {
      // The last thing that is written.
      sql.exec("CREATE TRIGGER broken BEFORE UPDATE ON announcement BEGIN SELECT RAISE(ABORT, 'broken'); END");
    });
    expect(await restore(fiche, "pilote-2", `m${then}`, null)).toBe("500 erreur_interne");
    await runInDurableObject(document(), (_, { storage: { sql } }) => {
      sql.exec("DROP TRIGGER broken");
      expect(sql.exec("SELECT max(seq) AS seq FROM updates").toArray()).toEqual([{ seq: before }]);
      expect(sql.exec("SELECT count(*) AS count FROM spans WHERE seq > ?", before).toArray()).toEqual([{ count: 0 }]);
    });
    expect([textOf(page.doc, "constats"), textOf(page.doc, "moyens")]).toEqual(["", ""]);
    const { page: other } = await fiche.open("coordinatrice");
    expect(textOf(other.doc, "constats")).toBe("");
    expect(await restore(fiche, "pilote-2", `m${then}`, null)).toBe("brought back");
    await other.until("all of it", () => textOf(other.doc, "moyens") === "Un car");
    expect(textOf(other.doc, "constats")).toBe("Trois ateliers");
    // One edit, and not one for each part.
    expect(await last(fiche)).toBe(before + 1);
    other.close();
  });

  it("is refused to who may not write, and to who is nobody", async () => {
    const fiche = await AskedFiche.make();
    await fiche.fill("coordinatrice");
    await fiche.act("coordinatrice", { acte: "mettre_en_relecture" });
    const before = await last(fiche);
    expect(await restore(fiche, "cotech-1", "m0", null)).toBe("403 hors_du_groupe");
    const { status } = await ask("POST", fiche.at("/restauration"), "", { moment: "m0", partie: null });
    expect(status).toBe(401);
    expect(await last(fiche)).toBe(before);
  });
});

describe("much that is asked of the past at once", () => {
  it("is refused by name beyond what a person can wait for, is worked out once for all who ask it, and delays no key", async () => {
    const fiche = await AskedFiche.make();
    const { page } = await fiche.open("partenaire");
    const seqs: number[] = [];
    for (let time = 0; time < 5; time++) {
      addParagraph(page.doc, "constats", `${time} Une phrase de plus. `.repeat(8_000));
      await page.until("the words are kept", () => page.unacked === 0);
      seqs.push(await last(fiche));
    }
    const [first = 0, ...later] = seqs;
    const pairs = later.flatMap((to) => [`m0/m${to}`, `m${first}/m${to}`, `m${to}/m0`]);
    const cookies = await Promise.all(["coordinatrice", "pilote-2"].map((persona) => fiche.cookie(persona)));
    let answered = 0;
    const asking = pairs.map(async (pair) => {
      const answer = await ask("GET", fiche.at(`/comparaisons/${pair}`), cookies[0] ?? "");
      answered += 1;
      return answer;
    });
    typeAtEnd(page.doc, "freins", "On écrit toujours.");
    await page.until("the key is kept", () => page.unacked === 0);
    expect(answered).toBeLessThan(pairs.length);
    // Another person asks the last of them too, and is answered.
    const same = await verdict("GET", fiche.at(`/comparaisons/${pairs.at(-1)}`), cookies[1] ?? "");
    expect(same).toBe("200");
    const answers = await Promise.all(asking);
    expect(answers.some(({ status }) => status === 200)).toBe(true);
    const refused = answers.filter(({ status }) => status !== 200);
    expect(refused.length).toBeGreaterThan(0);
    expect(new Set(refused.map(({ status, body }) => JSON.stringify([status, body])))).toEqual(
      new Set([JSON.stringify([429, { refus: "trop_de_demandes" }])]),
    );
    // It passes: asked again, it is answered.
    expect(await verdict("GET", fiche.at(`/comparaisons/${pairs[0]}`), cookies[0] ?? "")).toBe("200");
    page.close();
  });
});
