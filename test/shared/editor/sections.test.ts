import { expect, it } from "vitest";
import {
  isPlace,
  isTextSection,
  REQUIRED_SECTIONS,
  ROOTS,
  SENTENCES,
  TEXT_SECTIONS,
} from "../../../shared/editor/sections.ts";

it("keeps its keys for ever, in the order of the sheet", () => {
  expect(TEXT_SECTIONS).toEqual([
    "constats",
    "inegalites",
    "description",
    "resultats_attendus",
    "moyens",
    "leviers",
    "freins",
    "vigilance",
    "participation",
    "resume",
  ]);
  expect(SENTENCES).toEqual(["intitule"]);
  expect([...ROOTS]).toEqual([...TEXT_SECTIONS, ...SENTENCES]);
});

it("requires only sections that there are", () => {
  for (const section of REQUIRED_SECTIONS) expect(TEXT_SECTIONS).toContain(section);
});

it("tells sections and places from any other name", () => {
  for (const section of TEXT_SECTIONS) {
    expect(isTextSection(section)).toBe(true);
    expect(isPlace(section)).toBe(true);
  }
  expect(isTextSection("intitule")).toBe(false);
  expect(isPlace("intitule")).toBe(true);
  for (const name of ["Constats", "", "champs", "__proto__", "constructor", "constats "]) {
    expect(isTextSection(name)).toBe(false);
    expect(isPlace(name)).toBe(false);
  }
});
