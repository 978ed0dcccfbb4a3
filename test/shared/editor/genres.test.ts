import { expect, it } from "vitest";
import { GENRES, genresOf, isGenre, isRetrait, MAX_RETRAIT, RETRAITS } from "../../../shared/editor/genres.ts";
import { TEXT_SECTIONS } from "../../../shared/editor/sections.ts";

it("knows its genres, and nothing that only looks like one", () => {
  expect(GENRES).toEqual(["texte", "titre", "sous_titre", "puce", "numero", "citation"]);
  for (const genre of GENRES) expect(isGenre(genre)).toBe(true);
  for (const other of ["Titre", "h1", "", "__proto__", "constructor", 0, null, undefined, ["titre"]]) {
    expect(isGenre(other)).toBe(false);
  }
});

it("knows its retraits, and nothing that only looks like one", () => {
  for (const retrait of RETRAITS) expect(isRetrait(retrait)).toBe(true);
  expect(MAX_RETRAIT).toBe(Math.max(...RETRAITS));
  for (const other of [3, -1, 0.5, "1", true, Number.NaN, null, undefined, [1]]) expect(isRetrait(other)).toBe(false);
});

it("offers every genre in every section, but only sentences in the plain summary", () => {
  for (const section of TEXT_SECTIONS) {
    expect(genresOf(section)).toEqual(section === "resume" ? ["texte"] : GENRES);
  }
});
