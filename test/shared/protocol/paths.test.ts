import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DocumentId, makeId, shortId } from "../../../shared/ids.ts";
import { apiPaths, fichePiece, paths, shortIdOfPiece } from "../../../shared/protocol/paths.ts";
import { anyText } from "../any-text.ts";

const id = "k7f3qd9mx0x0x0x0" as DocumentId;
const fiche = { id, numero: "2.3", intitule: "Prévention des aînés" };

describe("an address of a fiche", () => {
  it("can be read aloud, and ends with the short id", () => {
    expect(fichePiece(fiche)).toBe("2-3-prevention-des-aines-k7f3qd9m");
    expect(paths.fiche("pays-de-redon", fiche)).toBe(
      "/contrats/pays-de-redon/fiches/2-3-prevention-des-aines-k7f3qd9m",
    );
    expect(paths.lecture("pays-de-redon", fiche)).toBe(
      "/contrats/pays-de-redon/fiches/2-3-prevention-des-aines-k7f3qd9m/lecture",
    );
    expect(fichePiece({ id, numero: "", intitule: "…" })).toBe("k7f3qd9m");
  });

  it("gives the short id back, whatever the numero and the intitulé are", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 16, maxLength: 16 }),
        anyText({ maxLength: 6 }),
        anyText({ maxLength: 300 }),
        (chance, numero, intitule) => {
          const one = { id: makeId<DocumentId>(() => chance), numero, intitule };
          const piece = fichePiece(one);
          expect(shortIdOfPiece(piece)).toBe(shortId(one.id));
          expect(encodeURIComponent(piece)).toBe(piece);
        },
      ),
    );
  });

  it("is decided by its end alone", () => {
    expect(shortIdOfPiece("un-autre-titre-k7f3qd9m")).toBe("k7f3qd9m");
    expect(shortIdOfPiece("k7f3qd9m")).toBe("k7f3qd9m");
    expect(shortIdOfPiece("-k7f3qd9m")).toBe("k7f3qd9m");
  });

  it.each([
    ["nothing", ""],
    ["too short", "7f3qd9m"],
    ["no hyphen before", "titrek7f3qd9m"],
    ["a whole id", id],
    ["capitals", "titre-K7F3QD9M"],
    ["a newline", "titre-k7f3qd9m\n"],
    ["something behind", "titre-k7f3qd9m/"],
    ["escapes", "titre-k7f3qd%39"],
  ])("is not: %s", (_, piece) => {
    expect(shortIdOfPiece(piece)).toBeNull();
  });
});

describe("the other addresses", () => {
  it("are all different, begin with a slash and need no escape", () => {
    const all = [...Object.values(paths), ...Object.values(apiPaths)].filter((path) => typeof path === "string");
    expect(new Set(all).size).toBe(all.length);
    for (const path of all) expect(encodeURI(path)).toBe(path);
    for (const path of all) expect(path.startsWith("/")).toBe(true);
  });

  it("of the live path name the document whole", () => {
    expect(apiPaths.live("cornouaille", id)).toBe("/api/contrats/cornouaille/fiches/k7f3qd9mx0x0x0x0/live");
  });
});
