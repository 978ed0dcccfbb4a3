import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { RESTATES } from "../../web/live/own-changes.ts";
import { addParagraph, textOf } from "../harness/raw-page.ts";
import { ALINE, BACHIR, paragraph, restate, Table, text } from "./table.ts";

const MINUTE = 60_000;

describe("what changed is told as people would", () => {
  it("a word that another person replaced, whole though one letter differs", () => {
    const table = new Table();
    addParagraph(table.aline.doc, "constats", "Ouvrir 3 atelier par an");
    table.settle();
    const { changements, blocks } = table.change("constats", () => {
      text(table.bachir, 0).insert(16, "s");
      text(table.bachir, 0).delete(7, 1);
      text(table.bachir, 0).insert(7, "5");
    });
    expect(changements).toMatchObject([
      { quoi: "remplace", par: BACHIR, avant: "3", apres: "5" },
      { quoi: "remplace", par: BACHIR, avant: "atelier", apres: "ateliers" },
    ]);
    expect(blocks[0]?.runs.map(({ kind, texte }) => `${kind} ${texte}`)).toEqual([
      "garde Ouvrir ",
      "retire 3",
      "ajoute 5",
      "garde  atelier",
      "ajoute s",
      "garde  par an",
    ]);
    expect(blocks[0]?.runs[1]).toMatchObject({ par: BACHIR, auteur: ALINE, deplace: false });
  });

  it("words that come and words that go, each with who wrote and who removed them", () => {
    const table = new Table();
    addParagraph(table.aline.doc, "constats", "Un car le mardi matin");
    table.settle();
    const { changements } = table.change(
      "constats",
      () => text(table.bachir, 0).delete(15, 6),
      () => text(table.aline, 0).insert(0, "Il faut : "),
      () => addParagraph(table.bachir.doc, "constats", "Et un chauffeur"),
    );
    expect(changements).toMatchObject([
      { bloc: 0, run: 0, quoi: "ajoute", par: ALINE, texte: "Il faut : ", deplacePar: null },
      { bloc: 0, quoi: "retire", par: BACHIR, texte: " matin", auteurs: [ALINE] },
      { bloc: 1, quoi: "ajoute", par: BACHIR, texte: "Et un chauffeur" },
    ]);
  });

  it("words that one person removed and several wrote, with everybody who wrote some", () => {
    const table = new Table();
    addParagraph(table.aline.doc, "constats", "Un car le mardi");
    table.settle();
    text(table.bachir, 0).insert(6, " rouge");
    table.settle();
    const { changements } = table.change("constats", () => text(table.aline, 0).delete(2, 10));
    expect(changements).toMatchObject([{ quoi: "retire", par: ALINE, texte: " car rouge", auteurs: [ALINE, BACHIR] }]);
  });

  it("words that were moved, once, where they are now", () => {
    const table = new Table();
    addParagraph(table.aline.doc, "constats", "Les chutes. Un premier constat assez long.");
    table.settle();
    const { changements, blocks } = table.change("constats", () =>
      restate(table.bachir, text(table.bachir, 0), 0, 12, (words) => text(table.bachir, 0).insert(30, words)),
    );
    expect(changements).toMatchObject([{ quoi: "deplace", par: BACHIR, texte: "Les chutes. " }]);
    const moved = blocks[0]?.runs.filter(({ kind }) => kind !== "garde");
    expect(moved).toMatchObject([
      { kind: "retire", par: BACHIR, auteur: ALINE, deplace: true },
      { kind: "ajoute", par: ALINE, deplacePar: BACHIR },
    ]);
  });

  it("words that came from another part beside words that went there, each by itself", () => {
    const table = new Table();
    addParagraph(table.aline.doc, "constats", "Le car passe, il est toujours plein.");
    addParagraph(table.aline.doc, "moyens", "Les aidants sont seuls.");
    table.settle();
    const { changements } = table.change(
      "constats",
      () =>
        restate(table.bachir, text(table.bachir, 0), 12, 23, (words) =>
          addParagraph(table.bachir.doc, "moyens", words),
        ),
      () => {
        const [other] = table.bachir.doc.getXmlFragment("moyens").toArray();
        const line = other instanceof Y.XmlElement ? other.get(0) : null;
        if (!(line instanceof Y.XmlText)) throw new Error("no text there");
        restate(table.bachir, line, 0, 22, (words) => text(table.bachir, 0).insert(12, words));
      },
    );
    expect(changements.map((each) => ("texte" in each ? each.texte : each.quoi)).sort()).toEqual([
      ", il est toujours plein",
      "Les aidants sont seuls",
    ]);
  });

  it("a paragraph that was cut keeps its words; so does one that was joined", () => {
    const table = new Table();
    addParagraph(table.aline.doc, "constats", "Premier constat. Second constat.");
    table.settle();
    const cut = table.change("constats", () =>
      restate(table.bachir, text(table.bachir, 0), 17, 15, (words) =>
        addParagraph(table.bachir.doc, "constats", words),
      ),
    );
    expect(cut.changements).toMatchObject([{ bloc: 1, quoi: "paragraphe", comment: "coupe", par: BACHIR }]);
    expect(cut.blocks[1]).toMatchObject({ avant: null, runs: [{ kind: "garde", texte: "Second constat." }] });
    const joined = table.change("constats", () =>
      restate(table.aline, text(table.aline, 1), 0, 15, (words) => {
        text(table.aline, 0).insert(17, words);
        table.aline.doc.getXmlFragment("constats").delete(1, 1);
      }),
    );
    expect(textOf(table.bachir.doc, "constats")).toBe("Premier constat. Second constat.");
    expect(joined.changements).toMatchObject([{ bloc: 1, quoi: "paragraphe", comment: "joint", par: ALINE }]);
  });

  it("marks and genres, with who put them and who took them away", () => {
    const table = new Table();
    addParagraph(table.aline.doc, "constats", "Un constat important");
    table.settle();
    const put = table.change(
      "constats",
      () => text(table.bachir, 0).format(11, 9, { strong: {} }),
      () => paragraph(table.bachir, 0).setAttribute("genre", "titre"),
    );
    expect(put.changements).toMatchObject([
      { quoi: "paragraphe", comment: "genre", par: BACHIR },
      { quoi: "forme", par: BACHIR, texte: "important" },
    ]);
    const taken = table.change(
      "constats",
      () => text(table.aline, 0).format(11, 9, { strong: null }),
      () => paragraph(table.aline, 0).removeAttribute("genre"),
    );
    expect(taken.changements).toMatchObject([
      { quoi: "paragraphe", comment: "genre", par: ALINE },
      { quoi: "forme", par: ALINE, texte: "important" },
    ]);
  });

  it("nothing, where not a word changed", () => {
    const table = new Table();
    addParagraph(table.aline.doc, "constats", "Un constat");
    table.settle();
    const same = table.change("constats", () => addParagraph(table.bachir.doc, "moyens", "Un car"));
    expect(same).toEqual({ partie: "constats", identique: true, blocks: [], changements: [] });
  });
});

describe("whoever says of words that they were another's", () => {
  it("is named when they were not", () => {
    const table = new Table();
    addParagraph(table.aline.doc, "constats", "Les élus sont d'accord");
    table.settle();
    const { blocks } = table.change("constats", () => {
      const old = text(table.bachir, 0);
      const first = Y.createRelativePositionFromTypeIndex(old, 9).item;
      table.bachir.doc.transact((transaction) => {
        old.delete(9, 13);
        old.insert(9, "sont opposés ");
        const clock = Y.getState(table.bachir.doc.store, table.bachir.client) - 13;
        transaction.meta.set(RESTATES, [{ client: table.bachir.client, clock, length: 13, from: first }]);
      });
    });
    const added = blocks.flatMap(({ runs }) => runs.filter(({ kind }) => kind === "ajoute"));
    expect(added.length).toBeGreaterThan(0);
    for (const run of added) expect(run).toMatchObject({ par: BACHIR, deplacePar: null });
  });
});

describe("sittings", () => {
  it("end with a pause of fifteen minutes, and are told the latest first, a page at a time", () => {
    const table = new Table();
    addParagraph(table.aline.doc, "constats", "Un car");
    table.settle();
    table.room.rest(14 * MINUTE);
    addParagraph(table.bachir.doc, "moyens", "Deux cars");
    table.settle();
    table.room.rest(15 * MINUTE);
    text(table.bachir, 0).delete(0, 3);
    table.settle();
    const { sittings, suite } = table.room.sittings(null, 2);
    expect(suite).toBeNull();
    expect(sittings).toMatchObject([
      { avant: 2, fin: 3, ouverte: true, personnes: [{ personne: BACHIR, ajoutes: 0, retires: 3, ou: ["constats"] }] },
      {
        avant: 0,
        fin: 2,
        ouverte: false,
        personnes: [
          { personne: ALINE, ajoutes: 6, retires: 0, ou: ["constats"] },
          { personne: BACHIR, ajoutes: 9, retires: 0, ou: ["moyens"] },
        ],
      },
    ]);
    table.room.rest(15 * MINUTE);
    expect(table.room.sittings(null, 1)).toMatchObject({ sittings: [{ fin: 3, ouverte: false }], suite: 2 });
    table.room.pack();
    expect(table.room.sittings(2, 1)).toMatchObject({ sittings: [{ fin: 2 }], suite: null });
  });

  it("count letters that stand at the end: not what was taken back, nor what was only moved", () => {
    const table = new Table();
    addParagraph(table.aline.doc, "constats", "Un premier constat.");
    table.settle();
    table.room.rest(20 * MINUTE);
    // Typed and taken back, by whoever.
    text(table.bachir, 0).insert(0, "Brouillon ");
    table.settle();
    text(table.aline, 0).delete(0, 10);
    table.settle();
    // Moved, at once.
    restate(table.aline, text(table.aline, 0), 0, 3, (words) => addParagraph(table.aline.doc, "constats", words));
    table.settle();
    // Cut, and pasted later.
    const cut = Y.createRelativePositionFromTypeIndex(text(table.bachir, 0), 0).item;
    text(table.bachir, 0).delete(0, 8);
    table.settle();
    table.bachir.doc.transact((transaction) => {
      text(table.bachir, 1).insert(0, "premier ");
      const clock = Y.getState(table.bachir.doc.store, table.bachir.client) - 8;
      transaction.meta.set(RESTATES, [{ client: table.bachir.client, clock, length: 8, from: cut }]);
    });
    table.settle();
    const counts = () => table.room.sittings(null, 1).sittings[0]?.personnes;
    expect(counts()).toEqual([
      { personne: BACHIR, ajoutes: 0, retires: 0, ou: ["constats"] },
      { personne: ALINE, ajoutes: 0, retires: 0, ou: ["constats"] },
    ]);
    // Written in the sitting before, and moved since.
    text(table.aline, 1).delete(0, 8);
    table.settle();
    expect(counts()).toMatchObject([
      { personne: BACHIR, retires: 0 },
      { personne: ALINE, retires: 8 },
    ]);
  });
});
