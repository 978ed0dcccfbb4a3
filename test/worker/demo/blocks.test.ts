import { describe, expect, it } from "vitest";
import { parseBlock } from "../../../worker/demo/blocks.ts";

describe("parseBlock", () => {
  it.each([
    ["Une phrase.", "texte", 0, "Une phrase."],
    ["# Un titre", "titre", 0, "Un titre"],
    ["## Un sous-titre", "sous_titre", 0, "Un sous-titre"],
    ["- une puce", "puce", 0, "une puce"],
    ["-- une puce en retrait", "puce", 1, "une puce en retrait"],
    ["1. premier", "numero", 0, "premier"],
    ["12. douzième", "numero", 0, "douzième"],
    ["> une parole", "citation", 0, "une parole"],
    ["2022 : une année", "texte", 0, "2022 : une année"],
  ])("reads the genre of « %s »", (line, genre, retrait, text) => {
    expect(parseBlock(line)).toEqual({ genre, retrait, runs: [{ text }] });
  });

  it("reads bold, italic and links, in any order", () => {
    expect(parseBlock("- _Un_, **deux** et [trois](https://exemple.fr/a_b-c?d=e).").runs).toEqual([
      { text: "Un", em: true },
      { text: ", " },
      { text: "deux", strong: true },
      { text: " et " },
      { text: "trois", link: "https://exemple.fr/a_b-c?d=e" },
      { text: "." },
    ]);
  });

  it("reads a line that is one mark only", () => {
    expect(parseBlock("**Tout**")).toEqual({ genre: "texte", retrait: 0, runs: [{ text: "Tout", strong: true }] });
  });

  it.each([
    ["nothing", ""],
    ["a prefix alone", "- "],
    ["a space at the end", "Une phrase. "],
    ["two spaces", "Une  phrase."],
    ["a line break", "Une\nphrase."],
    ["a third level of title", "### Un titre"],
    ["a third level of bullet", "--- une puce"],
    ["a prefix without its space", "#titre"],
    ["a bullet of another kind", "* une puce"],
    ["two prefixes", "- > une parole"],
    ["number zero", "0. rien"],
    ["an open bold", "Un **mot."],
    ["an open italic", "Un _mot."],
    ["a mark in a mark", "Un **mot _tout_ petit**."],
    ["an empty mark", "Un ****."],
    ["a space inside a mark", "Un ** mot**."],
    ["a link without an address", "Un [mot]."],
    ["a link that is not https", "Un [mot](http://exemple.fr)."],
    ["a link to a script", "Un [mot](javascript:alert)."],
  ])("refuses %s", (_, line) => {
    expect(() => parseBlock(line)).toThrow("malformed line");
  });
});
