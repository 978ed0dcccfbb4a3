import { expect, it } from "vitest";
import { blocksToText, blockText } from "../../../shared/editor/plain-text.ts";
import { block, puce, run, texte } from "./builders.ts";

it("gives the words of a paragraph without their marks", () => {
  expect(blockText(texte("Un ", run("mot", { strong: true, link: "https://exemple.fr" }), "/", "puis un autre"))).toBe(
    "Un mot\npuis un autre",
  );
});

it("gives a section line by line, empty paragraphs included", () => {
  expect(blocksToText([block("titre", 0, "Titre"), texte(), puce(1, "un"), puce(1, "deux")])).toBe("Titre\n\nun\ndeux");
  expect(blocksToText([])).toBe("");
});
