import { describe, expect, it } from "vitest";
import { type Block, cleanText, splitAtDoubleBreaks, tidyRuns } from "../../../web/editor/paste/blocks.ts";
import { disarm } from "../../../web/editor/paste/element-style.ts";
import { readPlainText } from "../../../web/editor/paste/read-plain-text.ts";

function run(text: string) {
  return { kind: "text", text, strong: false, em: false, href: null } as const;
}
const BREAK = { kind: "break" } as const;

function words(blocks: readonly Block[]): string[] {
  return blocks.map(
    ({ genre, runs }) => `${genre}: ${runs.map((each) => (each.kind === "break" ? "↵" : each.text)).join("")}`,
  );
}

describe("plain text from a clipboard", () => {
  it("is one paragraph per line, empty ones left out", () => {
    expect(words(readPlainText("Un\r\n\r\nDeux\nTrois"))).toEqual(["texte: Un", "texte: Deux", "texte: Trois"]);
  });

  it("has lists where several lines begin with a bullet or a number", () => {
    expect(words(readPlainText("À faire :\n- un\n• deux\n1. trois\n2) quatre"))).toEqual([
      "texte: À faire :",
      "puce: un",
      "puce: deux",
      "numero: trois",
      "numero: quatre",
    ]);
  });

  it("is left as it is when it is a single line, its spaces too", () => {
    expect(words(readPlainText(" - 3 °C "))).toEqual(["texte:  - 3 °C "]);
  });
});

describe("letters from a clipboard", () => {
  it("are composed, without what cannot be seen", () => {
    expect(cleanText("e\u0301te\u0301\u200b\ufeff")).toBe("été");
  });

  it("keep a no-break space only where French wants one, and then the narrow one", () => {
    expect(cleanText("Qui\u00a0? «\u00a0Oui\u00a0»")).toBe("Qui\u202f? «\u202fOui\u202f»");
    expect(cleanText("un\u00a0mot\u00a0collé")).toBe("un mot collé");
    expect(cleanText("12\u00a0000 et 3\u00a0€")).toBe("12\u00a0000 et 3\u00a0€");
  });

  it("lose the spaces at the ends and the doubled ones between runs", () => {
    expect(tidyRuns([run("  un "), run(" deux "), BREAK, run(" trois"), BREAK])).toEqual([
      run("un "),
      run("deux"),
      BREAK,
      run("trois"),
    ]);
  });

  it("make two paragraphs where there are two breaks", () => {
    const block: Block = {
      genre: "texte",
      retrait: 0,
      runs: [run("un"), BREAK, BREAK, run("deux"), BREAK, run("trois")],
    };
    expect(words(splitAtDoubleBreaks(block))).toEqual(["texte: un", "texte: deux↵trois"]);
  });
});

describe("what the policy would report in pasted HTML", () => {
  it("goes: style sheets and scripts, closed or not", () => {
    expect(disarm("a<style>\np {}</style>b<SCRIPT src=x>1</SCRIPT>c<style>d")).toBe("abc");
    expect(disarm('<p onclick="x" class=y>')).toBe('<p data-onclick="x" class=y>');
  });

  it("is renamed in tags and nowhere else", () => {
    expect(disarm('<p STYLE="a"><b\nstyle = "b">style="c"</b>')).toBe(
      '<p data-STYLE="a"><b data-style = "b">style="c"</b>',
    );
  });
});
