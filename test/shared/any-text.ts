import fc from "fast-check";

/** Any character, half surrogates included, and rather those that people type. */
const anyCharacter = fc.oneof(
  fc.integer({ min: 0x20, max: 0x17f }),
  fc.integer({ min: 0, max: 0xffff }),
  fc.integer({ min: 0, max: 0x10ffff }),
);

/** Any text. fast-check's own full alphabet takes half a second of preparation in each file that asks for it. */
export function anyText(size: { minLength?: number; maxLength: number }): fc.Arbitrary<string> {
  return fc.array(anyCharacter, size).map((points) => String.fromCodePoint(...points));
}
