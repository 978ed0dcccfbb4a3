import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Block, isVisible } from "../../../shared/editor/blocks.ts";
import { GENRES, RETRAITS } from "../../../shared/editor/genres.ts";
import { blocksToText } from "../../../shared/editor/plain-text.ts";
import { blocksToHtml } from "../../../shared/editor/to-html.ts";
import { anyBlocks, block, numero, puce, run, texte } from "./builders.ts";
import { checkHtml } from "./html-checker.ts";

const html = (...blocks: Block[]) => blocksToHtml(blocks, { headingLevel: 3 });

describe("paragraphs", () => {
  it("are titles at the level asked for, paragraphs with their retrait, and breaks", () => {
    expect(html(block("titre", 0, "Un"), block("sous_titre", 1, "Deux"), texte("Trois", "/", "quatre"))).toBe(
      "<h3>Un</h3><h4>Deux</h4><p>Trois<br>quatre</p>",
    );
    expect(html(block("sous_titre", 0, "Un"), block("titre", 0, "Deux"), block("sous_titre", 0, "Trois"))).toBe(
      "<h3>Un</h3><h3>Deux</h3><h4>Trois</h4>",
    );
    expect(blocksToHtml([block("titre", 0, "Un"), block("sous_titre", 0, "Deux")], { headingLevel: 2 })).toBe(
      "<h2>Un</h2><h3>Deux</h3>",
    );
    expect(html(block("texte", 2, "en retrait"))).toBe('<p class="retrait-2">en retrait</p>');
  });

  it("are left out when they show nothing", () => {
    expect(html(texte(), texte(" \u202f"), block("titre", 0), puce(0), block("citation", 0, "/"))).toBe("");
    expect(html()).toBe("");
  });

  it("keep French typography as it was typed", () => {
    expect(html(texte("«\u202fOù\u202f?\u202f» l’été – 12\u00a0000\u00a0€"))).toBe(
      "<p>«\u202fOù\u202f?\u202f» l’été – 12\u00a0000\u00a0€</p>",
    );
  });
});

describe("quotations", () => {
  it("are one blockquote for paragraphs that follow each other", () => {
    expect(
      html(block("citation", 0, "un"), block("citation", 1, "deux"), texte("trois"), block("citation", 0, "quatre")),
    ).toBe(
      '<blockquote><p>un</p><p class="retrait-1">deux</p></blockquote><p>trois</p><blockquote><p>quatre</p></blockquote>',
    );
  });
});

describe("lists", () => {
  it("hold in their item what is deeper and comes behind it, and go on counting", () => {
    expect(html(numero(0, "un"), block("texte", 1, "suite"), block("citation", 1, "dit"), numero(0, "deux"))).toBe(
      "<ol><li>un<p>suite</p><blockquote><p>dit</p></blockquote></li><li>deux</li></ol>",
    );
    expect(
      html(puce(0, "a"), puce(1, "b"), block("texte", 1, "de a"), block("texte", 2, "plus loin"), puce(0, "c")),
    ).toBe('<ul><li>a<ul><li>b</li></ul><p>de a</p><p class="retrait-1">plus loin</p></li><li>c</li></ul>');
  });

  it("part a quotation that leaves their item", () => {
    expect(html(puce(0, "a"), block("citation", 1, "dit"), block("citation", 0, "dit aussi"))).toBe(
      "<ul><li>a<blockquote><p>dit</p></blockquote></li></ul><blockquote><p>dit aussi</p></blockquote>",
    );
  });

  it("have the numbers that the editor shows, also after an indented title", () => {
    expect(html(numero(0, "un"), block("titre", 1, "Titre"), numero(0, "deux"))).toBe(
      '<ol><li>un</li></ol><h3>Titre</h3><ol start="2"><li>deux</li></ol>',
    );
    expect(html(numero(0, "un"), block("titre", 0, "Titre"), numero(0, "un encore"))).toBe(
      "<ol><li>un</li></ol><h3>Titre</h3><ol><li>un encore</li></ol>",
    );
    expect(html(numero(0, "1"), numero(1, "a"), numero(2, "i"), numero(1, "b"), numero(0, "2"), numero(1, "a"))).toBe(
      '<ol><li>1<ol type="a"><li>a<ol type="i"><li>i</li></ol></li><li>b</li></ol></li><li>2<ol type="a"><li>a</li></ol></li></ol>',
    );
  });

  it("are one list for items that follow each other", () => {
    expect(html(puce(0, "un"), puce(0, "deux"), texte("fin"))).toBe("<ul><li>un</li><li>deux</li></ul><p>fin</p>");
  });

  it("nest inside the item before, and come back", () => {
    expect(html(puce(0, "a"), puce(1, "b"), puce(2, "c"), puce(1, "d"), puce(0, "e"))).toBe(
      "<ul><li>a<ul><li>b<ul><li>c</li></ul></li><li>d</li></ul></li><li>e</li></ul>",
    );
  });

  it("keep on counting after bullets in one of their items", () => {
    expect(html(numero(0, "un"), puce(1, "a"), puce(1, "b"), numero(0, "deux"))).toBe(
      "<ol><li>un<ul><li>a</li><li>b</li></ul></li><li>deux</li></ol>",
    );
  });

  it("are two when bullets follow numbers at the same retrait", () => {
    expect(html(numero(0, "un"), puce(0, "a"), numero(0, "un encore"))).toBe(
      "<ol><li>un</li></ol><ul><li>a</li></ul><ol><li>un encore</li></ol>",
    );
  });

  it("show the steps that were skipped", () => {
    expect(html(puce(2, "a"), puce(0, "b"), numero(2, "c"), puce(1, "d"))).toBe(
      '<ul class="retrait-2"><li>a</li></ul>' +
        '<ul><li>b<ol class="retrait-1" type="i"><li>c</li></ol><ul><li>d</li></ul></li></ul>',
    );
  });

  it("are parted by a blank paragraph, and not by a blank item", () => {
    expect(html(numero(0, "un"), texte(), numero(0, "un encore"))).toBe(
      "<ol><li>un</li></ol><ol><li>un encore</li></ol>",
    );
    expect(html(numero(0, "un"), numero(0), numero(0, "deux"))).toBe("<ol><li>un</li><li>deux</li></ol>");
  });
});

describe("marks", () => {
  it("are real elements, and only web links hide where people come from", () => {
    expect(
      html(
        texte(run("a", { strong: true }), run("b", { em: true }), run("c", { link: "https://exemple.fr/?a=1&b=2" })),
      ),
    ).toBe(
      '<p><strong>a</strong><em>b</em><a href="https://exemple.fr/?a=1&amp;b=2" rel="noopener noreferrer">c</a></p>',
    );
    expect(html(texte(run("écrire", { link: "mailto:contact@exemple.fr" })))).toBe(
      '<p><a href="mailto:contact@exemple.fr">écrire</a></p>',
    );
  });

  it("stay open from one run to the next", () => {
    const link = "tel:0200000000";
    expect(
      html(
        texte(run("a ", { link }), run("b", { link, strong: true }), run(" c", { link, strong: true, em: true }), "d"),
      ),
    ).toBe('<p><a href="tel:0200000000">a <strong>b<em> c</em></strong></a>d</p>');
    expect(html(texte(run("a", { link }), run("b", { link: "tel:0300000000" })))).toBe(
      '<p><a href="tel:0200000000">a</a><a href="tel:0300000000">b</a></p>',
    );
  });
});

describe("the numbers of lists", () => {
  it("are those that the editor's style sheet counts, whatever follows what", () => {
    const anySheet = fc.array(
      fc
        .tuple(fc.constantFrom(...GENRES), fc.constantFrom(...RETRAITS))
        .map(([genre, retrait]) => block(genre, retrait, "x")),
    );
    fc.assert(
      fc.property(anySheet, (blocks) => {
        expect(numbersRead(blocksToHtml(blocks, { headingLevel: 3 }))).toEqual(numbersCounted(blocks));
      }),
      { numRuns: 1_000 },
    );
  });

  /** The counters of `web/styles/editor.css`. */
  function numbersCounted(blocks: readonly Block[]): number[] {
    const counters = [0, 0, 0];
    return blocks.flatMap(({ genre, retrait }) => {
      counters.fill(0, genre === "numero" ? retrait + 1 : retrait);
      if (genre !== "numero") return [];
      counters[retrait] = (counters[retrait] ?? 0) + 1;
      return [counters[retrait]];
    });
  }

  /** What a browser puts before each item of the ordered lists, as figures. */
  function numbersRead(markup: string): number[] {
    const open: { tag: string; next: number }[] = [];
    const numbers: number[] = [];
    for (const [, slash, tag = "", start] of markup.matchAll(/<(\/?)(ol|ul|li)(?:[^>]* start="(\d+)")?[^>]*>/g)) {
      const list = open.at(-1);
      if (tag !== "li") {
        if (slash === "/") open.pop();
        else open.push({ tag, next: Number(start ?? 1) });
      } else if (slash === "" && list?.tag === "ol") {
        numbers.push(list.next);
        list.next += 1;
      }
    }
    return numbers;
  }
});

describe("whatever people typed", () => {
  it("is text, never a tag or an attribute", () => {
    expect(html(texte('<img src=x onerror="alert(1)">&amp;'))).toBe(
      "<p>&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;amp;</p>",
    );
  });

  it("is well-formed HTML that shows every visible letter in order, and nothing else", () => {
    fc.assert(
      fc.property(anyBlocks, fc.constantFrom(2, 3, 4, 5), (blocks, headingLevel) => {
        const { text, links } = checkHtml(blocksToHtml(blocks, { headingLevel }));
        expect(lettersOf(text)).toBe(lettersOf(blocksToText(blocks)));
        const typed = new Set(
          blocks.flatMap(({ inlines }) => inlines.map((inline) => inline.kind === "text" && inline.link)),
        );
        for (const link of links) expect(typed).toContain(link);
      }),
      { numRuns: 500 },
    );
  });

  it("is read by a checker that does refuse what it should", () => {
    for (const wrong of [
      "<p>un",
      "<p>un</p></p>",
      "un",
      "<ul>un</ul>",
      "<p><ul></ul></p>",
      '<p onclick="x">un</p>',
      '<p style="x">un</p>',
      "<script></script>",
      "<p>a & b</p>",
      "<p>a > b</p>",
      '<p><a href="https://exemple.fr">un</a></p>',
      '<p>un"</p>',
    ]) {
      expect(() => checkHtml(wrong), wrong).toThrow();
    }
  });
});

function lettersOf(text: string): string {
  return [...text].filter(isVisible).join("");
}
