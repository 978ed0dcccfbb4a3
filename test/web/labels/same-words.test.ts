import { describe, expect, it } from "vitest";
import { ETATS_REDACTION } from "../../../shared/domain/contrat.ts";
import { REGLAGES_DEFAULT } from "../../../shared/domain/reglages.ts";
import { VERSION_ETATS } from "../../../shared/domain/version.ts";
import type { SheetContent } from "../../../shared/editor/blocks.ts";
import { type Empreinte, ENGAGEMENT } from "../../../shared/editor/canonical.ts";
import { TEXT_SECTIONS } from "../../../shared/editor/sections.ts";
import { returnAddress } from "../../../web/api/return-address.ts";
import { shortEmpreinte as webShort } from "../../../web/labels/actes.ts";
import { CONTRAT } from "../../../web/labels/contrats.ts";
import { fullDate as webDate } from "../../../web/labels/dates.ts";
import { ETAT_LABELS as WEB_ETATS } from "../../../web/labels/etats.ts";
import { FICHE } from "../../../web/labels/fiche.ts";
import { MOTIF_LABELS as WEB_MOTIFS } from "../../../web/labels/historique.ts";
import { NOT_FOUND } from "../../../web/labels/not-found.ts";
import { PLACE_TITLES } from "../../../web/labels/sections.ts";
import { LEVEL_LABELS, SHELL } from "../../../web/labels/shell.ts";
import { paperSentence, STANDING } from "../../../web/labels/standing.ts";
import { versionBadge as webBadge } from "../../../web/labels/standing-badge.ts";
import type { ReadVersion } from "../../../worker/fiche/reading.ts";
import { fullDate } from "../../../worker/pages/dates.ts";
import { homePage } from "../../../worker/pages/home.ts";
import type { PageContext } from "../../../worker/pages/layout.ts";
import { type Lecture, lecturePage } from "../../../worker/pages/lecture.ts";
import { notFoundPage, signInNeededPage } from "../../../worker/pages/refused.ts";
import { shortEmpreinte, standingSentence, versionBadge } from "../../../worker/pages/standing.ts";
import { ETAT_LABELS, MOTIF_LABELS, partTitle, SECTION_TITLES, UNTITLED } from "../../../worker/pages/words.ts";
import { aFiche } from "../../harness/built-fiche.ts";

/*
 * The server and the browser each make pages of one site, and neither imports the other: here their words are held
 * against each other.
 */

const context: PageContext = {
  manifest: { styles: "/s.css" },
  demonstration: true,
  account: { nom: "Aline" },
  reglages: REGLAGES_DEFAULT,
};

describe("the server's pages and the browser's", () => {
  it("name sections and états alike", () => {
    for (const section of TEXT_SECTIONS) expect(SECTION_TITLES[section]).toBe(PLACE_TITLES[section]);
    for (const etat of ETATS_REDACTION) expect(ETAT_LABELS[etat]).toBe(WEB_ETATS[etat]);
    expect(UNTITLED).toBe(CONTRAT.untitled);
  });

  it("say alike where a version stands, and what was masked", () => {
    for (const etat of VERSION_ETATS) {
      expect(versionBadge({ numero: 4, etat })).toBe(webBadge({ numero: 4, etat }));
    }
    expect(MOTIF_LABELS).toEqual(WEB_MOTIFS);
    for (const part of ENGAGEMENT) expect(partTitle(part)).toBe(PLACE_TITLES[part]);
    expect(shortEmpreinte("0123456789abcdef".repeat(4))).toBe(webShort("0123456789abcdef".repeat(4)));
    const le = Date.UTC(2026, 2, 12, 12);
    const days = { soumiseLe: le, approuveeLe: le };
    for (const etat of ["approuvee", "approuvee_sous_reserve", "validee"] as const) {
      const version: ReadVersion = { numero: 2, etat, empreinte: "" as Empreinte, ...days };
      for (const modifieeDepuis of [true, false]) {
        const said = standingSentence({ version: null, approuvee: { ...version, le, modifieeDepuis } }).markup;
        const approuvee = { version: 2, le, sousReserve: etat === "approuvee_sous_reserve", modifieeDepuis };
        expect(said).toContain(paperSentence({ approuvee }));
      }
    }
  });

  it("write dates alike", () => {
    for (const instant of [
      Date.UTC(2026, 2, 12, 13, 5),
      Date.UTC(2026, 6, 31, 22, 30),
      Date.UTC(2025, 11, 31, 23, 0),
    ]) {
      expect(fullDate(instant)).toBe(webDate(instant, "Europe/Paris"));
    }
  });

  it("have the same header and foot", () => {
    const home = homePage(context, []);
    for (const words of [
      SHELL.skipToContent,
      SHELL.awaiting,
      SHELL.demonstration,
      SHELL.demonstrationMeans,
      SHELL.mainNav,
      SHELL.footNav,
      LEVEL_LABELS.non_conforme,
      SHELL.legal,
      SHELL.privacy,
      SHELL.problem,
    ]) {
      expect(home).toContain(words);
    }
  });

  it("put the same frame around a fiche", () => {
    const page = lecturePage(context, emptyFiche());
    for (const words of [
      FICHE.breadcrumb,
      FICHE.views,
      FICHE.redaction,
      FICHE.lecture,
      FICHE.sheet,
      FICHE.groupe,
      STANDING.notApproved,
    ]) {
      expect(page).toContain(words);
    }
  });

  it("say alike that there is nothing to see", () => {
    const page = notFoundPage(context);
    for (const words of [NOT_FOUND.title, NOT_FOUND.text, SHELL.backToAwaiting]) expect(page).toContain(words);
  });

  it("agree on how to come back after signing in", () => {
    const address = "/contrats/pays-de-redon/fiches/2-3-aines-k7f3qd9m/lecture?a=1&b=2";
    const href = /href="\/connexion(\?[^"]*)"/.exec(signInNeededPage(context, address))?.[1] ?? "";
    expect(returnAddress(href)).toBe(address);
  });
});

function emptyFiche(): Lecture {
  return {
    contrat: { slug: "c", nom: "Contrat", periode: "2022-2025", axe: { numero: 2, libelle: "Prévention" } },
    fiche: aFiche(),
    reading: {
      content: {
        intitule: "",
        // `fromEntries` forgets the keys, which are the closed list just mapped.
        sections: Object.fromEntries(
          TEXT_SECTIONS.map((section) => [section, []]),
        ) as unknown as SheetContent["sections"],
      },
      version: null,
      approuvee: null,
      masques: [],
    },
    now: 0,
  };
}
