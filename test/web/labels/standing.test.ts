import { describe, expect, it } from "vitest";
import { VERSION_ETATS, type VersionEtat } from "../../../shared/domain/version.ts";
import { paperSentence, publishedSentence, standingSentence } from "../../../web/labels/standing.ts";
import type { Standing } from "../../../web/labels/standing-badge.ts";

const SUBMITTED = Date.parse("2026-03-12T10:00:00Z");
const APPROVED = Date.parse("2026-03-26T10:00:00Z");

const fiche = (etat: VersionEtat, approuvee: Standing["approuvee"] = null): Standing => ({
  etat: "brouillon",
  derniere: { numero: 4, etat, le: SUBMITTED },
  approuvee,
  publiee: null,
});

describe("where a fiche stands", () => {
  it("is said of the version that is examined, with its day", () => {
    expect(standingSentence(fiche("soumise"))).toBe("Version 4 soumise au comité technique le 12 mars 2026.");
  });

  it("is said of the draft while nothing was submitted", () => {
    expect(standingSentence({ etat: "en_relecture", derniere: null, approuvee: null, publiee: null })).toBe(
      "Le groupe relit avant de soumettre.",
    );
  });

  it("gives the day of the approval once there is one", () => {
    expect(
      standingSentence(fiche("validee", { version: 4, le: APPROVED, sousReserve: false, modifieeDepuis: false })),
    ).toBe("Version 4 approuvée par le comité technique le 26 mars 2026, puis validée par le comité de pilotage.");
  });

  it("says which words bind while a later version is examined", () => {
    expect(
      standingSentence(fiche("soumise", { version: 2, le: APPROVED, sousReserve: false, modifieeDepuis: true })),
    ).toContain("La version 2, approuvée le 26 mars 2026, fait toujours foi.");
    const sousReserve = { version: 2, le: APPROVED, sousReserve: true, modifieeDepuis: true };
    expect(standingSentence(fiche("refusee", sousReserve))).toContain(
      "La version 2, approuvée sous réserve le 26 mars 2026, fait toujours foi.",
    );
  });

  it("says what everybody reads, and since when", () => {
    expect(publishedSentence({ version: 3, le: APPROVED })).toBe("Publiée\u202f: version 3, depuis le 26 mars 2026.");
  });

  it.each(VERSION_ETATS)("is a sentence for a version « %s »", (etat) => {
    expect(standingSentence(fiche(etat))).toMatch(/^Version 4 .* 2026.*\.$/u);
  });
});

describe("what paper says of its words", () => {
  it("is that they are a working paper until they are those that were approved", () => {
    expect(paperSentence(fiche("soumise"))).toBe("Document de travail\u202f: cette fiche n’est pas approuvée.");
    expect(
      paperSentence(fiche("approuvee", { version: 4, le: APPROVED, sousReserve: false, modifieeDepuis: true })),
    ).toBe("Document de travail\u202f: modifiée depuis l’approbation du 26 mars 2026.");
    expect(
      paperSentence(fiche("approuvee", { version: 4, le: APPROVED, sousReserve: false, modifieeDepuis: false })),
    ).toBe("Version 4, approuvée le 26 mars 2026.");
    const later = { version: 3, le: APPROVED, sousReserve: true, modifieeDepuis: false };
    expect(paperSentence(fiche("retiree", later))).toBe("Version 3, approuvée sous réserve le 26 mars 2026.");
  });
});
