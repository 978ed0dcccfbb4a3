import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Block, SheetContent } from "../../../shared/editor/blocks.ts";
import {
  canonicalPart,
  changedParts,
  type Empreintes,
  ENGAGEMENT,
  fingerprint,
  fingerprintPart,
  fingerprintVersion,
  parseEmpreinte,
} from "../../../shared/editor/canonical.ts";
import { TEXT_SECTIONS } from "../../../shared/editor/sections.ts";

/** The written examples, as anybody would read them. */
const vectors = JSON.parse(
  readFileSync(new URL("../../../shared/editor/canonical-vectors.json", import.meta.url), "utf8"),
) as { nom: string; content: SheetContent; formes: Record<"intitule", string>; empreintes: Empreintes }[];

/** SHA-256 by another hand than the product's. */
const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");

const run = (text: string, strong = false) => ({ kind: "text", text, strong, em: false, link: null }) as const;
const paragraph = (...inlines: Block["inlines"]): Block => ({ genre: "texte", retrait: 0, inlines });

function sheet(intitule: string, constats: readonly Block[] = []): SheetContent {
  const none = Object.fromEntries(TEXT_SECTIONS.map((section) => [section, []]));
  return { intitule, sections: { ...none, constats } as unknown as SheetContent["sections"] };
}

describe("the fingerprint of a version", () => {
  for (const { nom, content, formes, empreintes } of vectors) {
    it(`is that of the written example: ${nom}`, () => {
      for (const [part, form] of Object.entries(formes)) {
        expect(canonicalPart(content, part as "intitule")).toBe(form);
        expect(empreintes.parts[part as "intitule"]).toBe(sha256(form));
      }
      expect(fingerprint(content)).toEqual(empreintes);
      const keys = Object.keys(empreintes.parts).sort() as (keyof typeof empreintes.parts)[];
      const parties = keys.map((key) => `"${key}":"${empreintes.parts[key]}"`).join(",");
      expect(empreintes.version).toBe(sha256(`{"format":"coaction/1","parties":{${parties}}}`));
    });
  }

  it("does not depend on how the same words are cut, composed, or followed by empty paragraphs", () => {
    const whole = sheet("Été", [paragraph(run("Les écoles", true))]);
    const cut = sheet("E\u0301te\u0301", [
      paragraph(run("Les e\u0301", true), run("coles", true)),
      paragraph(),
      paragraph(),
    ]);
    expect(fingerprint(cut)).toEqual(fingerprint(whole));
  });

  it("changes with one letter, one mark, one genre, one break, in its own part alone", () => {
    const before = fingerprint(sheet("Titre", [paragraph(run("mot"))]));
    const others: Block[][] = [
      [paragraph(run("mots"))],
      [paragraph(run("mot", true))],
      [{ genre: "puce", retrait: 0, inlines: [run("mot")] }],
      [{ genre: "texte", retrait: 1, inlines: [run("mot")] }],
      [paragraph(run("mo"), { kind: "break" }, run("t"))],
      [paragraph(run("mo")), paragraph(run("t"))],
    ];
    for (const blocks of others) {
      const after = fingerprint(sheet("Titre", blocks));
      expect(changedParts(before.parts, after.parts)).toEqual(["constats"]);
      expect(after.version).not.toBe(before.version);
    }
  });

  it("of a version is made again from those of its parts", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (intitule, mots) => {
        const content = sheet(intitule, mots === "" ? [] : [paragraph(run(mots))]);
        const parts = Object.fromEntries(ENGAGEMENT.map((part) => [part, fingerprintPart(content, part)]));
        expect(fingerprintVersion(parts as ReturnType<typeof fingerprint>["parts"])).toBe(fingerprint(content).version);
      }),
    );
  });

  it("is read from 64 hexadecimal characters alone", () => {
    expect(parseEmpreinte("a".repeat(64))).toBe("a".repeat(64));
    for (const wrong of ["", "A".repeat(64), "g".repeat(64), "a".repeat(63), `${"a".repeat(64)}\n`]) {
      expect(parseEmpreinte(wrong)).toBeNull();
    }
  });
});
