import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeWorkshopCode, readWorkshopCode, workshopCodeText } from "../../../shared/domain/atelier.ts";

const anyChance = fc
  .infiniteStream(fc.nat(255))
  .map((stream) => (length: number) => Uint8Array.from({ length }, () => stream.next().value ?? 0));

describe("the code of a workshop", () => {
  it("is read back whatever case and spaces it is typed with", () => {
    fc.assert(
      fc.property(anyChance, (random) => {
        const code = makeWorkshopCode(random);
        expect(code).toMatch(/^[A-Z2-9]{8}$/);
        for (const typed of [code, workshopCodeText(code), ` ${code.toLowerCase().split("").join(" ")} `]) {
          expect(readWorkshopCode(typed)).toBe(code);
        }
      }),
    );
  });

  it("has no letter that is taken for another, read or heard", () => {
    const seen = new Set<string>();
    const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
    for (let i = 0; i < 500; i++) for (const letter of makeWorkshopCode(random)) seen.add(letter);
    expect([...seen].filter((letter) => "01OINBDGPTV".includes(letter))).toEqual([]);
    expect(seen.size).toBe(21);
  });

  it("draws every letter as often: bytes past the last whole round are not used", () => {
    // 21 goes twelve times into 252.
    const bytes = [252, 253, 254, 255, 0, 1, 2, 3, 4, 5, 6, 7];
    let at = 0;
    const random = (length: number) => Uint8Array.from({ length }, () => bytes[at++ % bytes.length] ?? 0);
    expect(makeWorkshopCode(random)).toBe("ACFHJKLM");
  });

  it("is nothing else", () => {
    for (const wrong of ["", "ACFHJKL", "ACFHJKLMM", "ACFHJKL0", "ACFHJKLO", "ACFH_JKLM", "__proto__"]) {
      expect(readWorkshopCode(wrong), wrong).toBeNull();
    }
  });
});
