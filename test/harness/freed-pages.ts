import { readFileSync } from "node:fs";

/** What SQLite's file keeps of pages that nothing uses any more: each with its number, without the links between them. */
export function freedPages(path: string): { number: number; bytes: Uint8Array }[] {
  const file = readFileSync(path);
  const size = file.readUInt16BE(16) === 1 ? 65_536 : file.readUInt16BE(16);
  const pages: { number: number; bytes: Uint8Array }[] = [];
  const page = (number: number) => file.subarray((number - 1) * size, number * size);
  for (let trunk = file.readUInt32BE(32); trunk !== 0; trunk = page(trunk).readUInt32BE(0)) {
    const count = page(trunk).readUInt32BE(4);
    pages.push({ number: trunk, bytes: page(trunk).subarray(8 + 4 * count) });
    for (let leaf = 0; leaf < count; leaf++) {
      const number = page(trunk).readUInt32BE(8 + 4 * leaf);
      // An overflow page begins with the number of the next one.
      pages.push({ number, bytes: page(number).subarray(4) });
    }
  }
  return pages;
}
