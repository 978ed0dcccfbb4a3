import { describe, expect, it } from "vitest";
import { blanked, Words } from "../../../worker/fiche/caviardage/words.ts";

function masked(words: string, text: string): string {
  return blanked(text, new Words(words).in(text));
}

describe("words to mask", () => {
  it("are found letter for letter, whatever space, apostrophe, hyphen or form of an accent stands there", () => {
    expect(masked("Jean Quéméner", "Jean\u202fQue\u0301méner, jean Quéméner")).toBe(`${"█".repeat(14)}, jean Quéméner`);
    expect(masked("l'Aber d’Or", "L'Aber, l’Aber d'Or")).toBe(`L'Aber, ${"█".repeat(11)}`);
    expect(masked("Jean-Yves", "Jean-Yves, Jean\u2011Yves, Jean\u2010Yves, Jean Yves")).toBe(
      "█████████, █████████, █████████, Jean Yves",
    );
    expect(masked("Ker vad", "Ker  vad, Ker\nvad, Ker\u00advad")).toBe("████████, ███████, Ker\u00advad");
    expect(masked("Kervad", "Ker\u00advad")).toBe("███████");
  });

  it("are letters and no pattern, and those that overlap are one", () => {
    expect(masked("a.b(c", "axb(c a.b(c")).toBe("axb(c █████");
    expect(masked("aba", "ababab")).toBe("█████b");
    expect(masked("𝒜b", "x𝒜b")).toBe("x███");
  });

  it("are found whatever nobody sees stands in or around the white space between them", () => {
    expect(masked("Ker vad", "Ker \u200b vad, Ker\ufeff vad, Ker\u00ad \u200bvad")).toBe(
      "█████████, ████████, █████████",
    );
    // Copied out of such a text.
    for (const copied of ["Ker \u200b vad", "Ker\ufeff vad", "\u200b Ker vad\ufeff "]) {
      expect(masked(copied, "vu, Ker vad, vu")).toBe("vu, ███████, vu");
    }
    expect(masked("Kervad", "Ker\ufeffvad")).toBe("███████");
  });

  it("are looked for in one reading, however many such signs somebody wrote in a row", () => {
    // In more than one, this would not end.
    const row = "\ufeff".repeat(50_000);
    const text = `Ker${row}vu, Ker vad${row}`;
    const found = [{ start: text.indexOf("Ker vad"), length: 7 }];
    expect(new Words("Ker vad").in(text)).toEqual(found);
    expect(new Words(`Ker${" \u200b".repeat(50)}vad`).in(`Ker${" ".repeat(200)}vu`)).toEqual([]);
    expect(new Words("dite Anne Ker").halvesIn(`${row} ${row}vu`)).toEqual([]);
  });

  it("are known by what an excerpt cut of them, when that says something", () => {
    const excerpt = (text: string) => blanked(text, new Words("Kervarec").inExcerpt(text));
    expect(excerpt("varec, puis Kerva")).toBe("█████, puis █████");
    expect(excerpt("ec, puis Ke")).toBe("ec, puis Ke");
    expect(excerpt("va\u00adrec, puis Ker\u200bva")).toBe("██████, puis ██████");
    expect(excerpt("vu, Kervarec, vu")).toBe("vu, ████████, vu");
  });

  it("are looked for in an excerpt without going over it for each of their ends, however long they are", () => {
    const words = new Words("Madame Jeanne, de la rue haute, est venue ici. ".repeat(42));
    const text = "La rue haute est la rue où Madame Jeanne passe. ".repeat(20);
    expect(words.inExcerpt(`${text}Madame Jeanne, de`)).toEqual([{ start: text.length, length: 17 }]);
  });

  it("are known by either half of them, where other words came in between", () => {
    const halves = (text: string) => blanked(text, new Words("Kervarec").halvesIn(text));
    expect(halves("vu, Kerv, des mots, arec, vu")).toBe("vu, ████, des mots, ████, vu");
    expect(halves("vu, Ker des mots varec")).toBe("vu, Ker des mots v████");
    expect(blanked("ici", new Words("ici").halvesIn("ici"))).toBe("ici");
  });
});
