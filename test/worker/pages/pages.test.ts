import { describe, expect, it } from "vitest";
import { REGLAGES_DEFAULT, type Reglages } from "../../../shared/domain/reglages.ts";
import { paths } from "../../../shared/protocol/paths.ts";
import { homePage } from "../../../worker/pages/home.ts";
import type { PageContext } from "../../../worker/pages/layout.ts";
import { lecturePage } from "../../../worker/pages/lecture.ts";
import { LEGAL_PAGES } from "../../../worker/pages/legal.ts";
import { publicFichePage } from "../../../worker/pages/public-fiche.ts";
import { publicPlanPage } from "../../../worker/pages/public-plan.ts";
import { notFoundPage, signInNeededPage, wrongHostPage } from "../../../worker/pages/refused.ts";
import { withdrawnFichePage, withdrawnPlanPage } from "../../../worker/pages/withdrawn.ts";
import { aLecture, aPlan, aPublicFiche } from "./builders.ts";
import { checkPage, hrefs, named, withClass } from "./checked-page.ts";

const visitor: PageContext = {
  manifest: { styles: "/assets/styles-1a2b3c.css" },
  demonstration: false,
  account: null,
  reglages: REGLAGES_DEFAULT,
};
const aline: PageContext = { ...visitor, account: { nom: "Aline <b>Le</b> Goff" } };
const demonstration: PageContext = { ...visitor, demonstration: true };

const PAGES: Readonly<Record<string, (context: PageContext) => string>> = {
  [paths.home]: (context) => homePage(context, []),
  "/ avec un plan": (context) => homePage(context, [{ slug: "pays-de-redon", nom: "Pays de Redon", fiches: 2 }]),
  [paths.plan("pays-de-redon")]: (context) =>
    publicPlanPage(context, aPlan(), `https://cls.example${paths.plan("pays-de-redon")}`),
  "/plans/pays-de-redon/fiches/2-3": (context) => publicFichePage(context, aPublicFiche()),
  "/plans/pays-de-redon/fiches/retiree": (context) => withdrawnFichePage(context, aPlan()),
  "/plans/retire": (context) => withdrawnPlanPage(context, { ...aPlan(), axes: [] }),
  ...LEGAL_PAGES,
  "/contrats/c/fiches/f/lecture": (context) => lecturePage(context, aLecture()),
  "/rien": notFoundPage,
  "/contrats/c": (context) => signInNeededPage(context, "/contrats/c"),
};

describe.each(Object.entries(PAGES))("the page at %s", (path, make) => {
  const pages = [visitor, aline, demonstration].map((context) => checkPage(make(context)));

  it("is a whole page in French, with a title that puts the specific first", () => {
    for (const page of pages) {
      const [root] = named(page, "html");
      expect(root?.attributes.get("lang")).toBe("fr");
      expect(page.title).toMatch(/^\S.* – Coaction$/);
      expect(named(page, "meta").map(({ attributes }) => attributes.get("name"))).toContain("viewport");
    }
  });

  it("has one h1, in its only main, and titles without a missing level", () => {
    for (const page of pages) {
      expect(named(page, "main")).toHaveLength(1);
      expect(named(page, "h1")).toHaveLength(1);
      expect(named(page, "main")[0]?.text).toContain(named(page, "h1")[0]?.text);
      const levels = page.tags.filter(({ name }) => /^h[1-6]$/.test(name)).map(({ name }) => Number(name.slice(1)));
      for (const [i, level] of levels.entries()) expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1);
    }
  });

  it("can be crossed by keyboard: the first link goes to the content", () => {
    for (const page of pages) {
      const [skip] = named(page, "a");
      expect(skip?.attributes.get("class")).toBe("skip-link");
      const target = page.tags.find(({ attributes }) => attributes.get("id") === "contenu");
      expect(skip?.attributes.get("href")).toBe("#contenu");
      expect(target?.attributes.get("tabindex")).toBe("-1");
    }
  });

  it("fits the strict policy: no script, no style of its own", () => {
    for (const page of pages) {
      expect(named(page, "script")).toEqual([]);
      expect(named(page, "style")).toEqual([]);
      for (const { attributes } of page.tags) {
        for (const name of attributes.keys()) expect(name).not.toMatch(/^(?:style|on.*)$/i);
      }
      const [icon, styles] = named(page, "link").filter(({ attributes }) => attributes.get("rel") !== "canonical");
      expect(icon?.attributes.get("href")).toBe("/favicon.svg");
      expect(styles?.attributes.get("href")).toBe("/assets/styles-1a2b3c.css");
    }
  });

  it("has the header and the foot of every screen", () => {
    for (const page of pages) {
      expect(hrefs(page)).toEqual(
        expect.arrayContaining([paths.accessibility, paths.legal, paths.privacy, paths.problem]),
      );
      expect(named(page, "footer")[0]?.text).toContain("Accessibilité\u202f: non conforme");
    }
    const [forVisitor, forAline] = pages;
    expect(forVisitor && hrefs(forVisitor)).toContain(paths.signIn);
    expect(forAline && named(forAline, "header")[0]?.text).toContain("Ce qui m’attend");
    expect(forAline && named(forAline, "header")[0]?.text).toContain("Aline <b>Le</b> Goff");
  });

  it("says that a demonstration is one, and only then", () => {
    expect(pages.map((page) => withClass(page, "demo-banner").length)).toEqual([0, 0, 1]);
  });

  it("marks its own address in the foot", () => {
    for (const page of pages) {
      const current = named(page, "a").filter(({ attributes }) => attributes.has("aria-current"));
      const inFoot = path in LEGAL_PAGES ? [path] : [];
      const expected = path.endsWith("/lecture") ? [paths.lecture("pays-de-redon", aLecture().fiche)] : inFoot;
      expect(current.map(({ attributes }) => attributes.get("href"))).toEqual(expected);
    }
  });

  it("keeps to French typography", () => {
    for (const page of pages) {
      expect(page.text).not.toMatch(/'/);
      expect(page.text).not.toMatch(/[^\u202f][;!?](?=\s|$)|[^\u202f]:(?=\s|$)|[^\u202f]»|«(?!\u202f)/);
    }
  });
});

describe("the home page", () => {
  it("opens the way that fits whoever comes", () => {
    const act = (context: PageContext) => {
      const [button] = withClass(checkPage(homePage(context, [])), "main");
      return [button?.text, button?.attributes.get("href")];
    };
    expect(act(visitor)).toEqual(["Se connecter", "/connexion"]);
    expect(act(demonstration)).toEqual(["Entrer dans la démonstration", "/connexion"]);
    expect(act(aline)).toEqual(["Aller à «\u202fCe qui m’attend\u202f»", "/contrats"]);
  });
});

describe("the pages of the foot", () => {
  it.each(Object.entries(LEGAL_PAGES).filter(([path]) => path !== paths.problem))(
    "%s says what is missing",
    (_, make) => {
      expect(make(visitor)).toContain("[À compléter par la collectivité\u202f: ");
    },
  );

  it("say that accessibility is not conform, why, and where to complain", () => {
    const page = checkPage(LEGAL_PAGES[paths.accessibility]?.(visitor) ?? "");
    expect(page.text).toContain("aucun audit n’a encore été fait");
    expect(hrefs(page)).toContain("https://formulaire.defenseurdesdroits.fr/");
    expect(hrefs(page)).toContain(paths.problem);
  });
});

describe("what the instance says of itself", () => {
  const reglages: Reglages = {
    nom: "CLS du Pays d’Essai",
    collectivite: "Communauté d’Essai\n1, rue de la <Mairie>",
    mentions: { editeur: "L’éditeur", publication: "La directrice", hebergeur: "L’hébergeur", plus: "Un.\n\nDeux." },
    donnees: { delegue: "Le délégué", lieu: "France", conservation: "Cinq ans", plus: "En plus." },
    accessibilite: {
      etablieLe: "2026-03-01",
      schema: "https://essai.example/schema",
      audit: { faitLe: "2026-02-12", par: "Un cabinet", pourcent: 72, nonAccessibles: "Le tableau." },
    },
    contact: "contact@essai.example",
  };
  const context: PageContext = { ...visitor, reglages };

  it("is on each page that the law asks for, and nothing is left to complete", () => {
    const pages = Object.values(LEGAL_PAGES).map((make) => checkPage(make(context)));
    const text = pages.map((page) => page.text).join(" ");
    expect(text).not.toContain("À compléter");
    for (const said of [
      "L’éditeur",
      "La directrice",
      "L’hébergeur",
      "Le délégué",
      "France",
      "Cinq ans",
      "contact@essai.example",
    ]) {
      expect(text).toContain(said);
    }
    for (const page of pages) {
      expect(page.title).toMatch(/ – CLS du Pays d’Essai – Coaction$/);
      expect(named(page, "footer")[0]?.text).toContain("CLS du Pays d’Essai");
    }
  });

  it("is text, line by line and paragraph by paragraph, whatever it holds", () => {
    const privacy = LEGAL_PAGES[paths.privacy]?.(context) ?? "";
    expect(privacy).toContain("Communauté d’Essai<br>1, rue de la &lt;Mairie&gt;");
    expect(LEGAL_PAGES[paths.legal]?.(context)).toContain("<p>Un.</p><p>Deux.</p>");
  });

  it("says of each thing that is kept about people that it is, and how long", () => {
    const { text } = checkPage(LEGAL_PAGES[paths.privacy]?.(context) ?? "");
    // As the code has them: figures of its own, held against what each is called here.
    for (const said of [
      /Vos demandes de connexion[^.]*15 minutes/,
      /Vos connexions en cours et leurs appareils[^.]*\. Une connexion dure 30 jours au plus/,
      /Les invitations[^.]*\.[^.]*30 jours après sa fin de validité, qui est de 30 jours/,
      /Les courriels à envoyer[^.]*\.[^.]*restent 30 jours au plus/,
      /Le journal de chaque contrat[^.]*sans texte\. Rien ne s’y efface/,
      /corbeille, 30 jours/,
      /vos adresses électroniques, jusqu’à ce que vous fermiez votre compte/,
      /ni adresse, ni nom, ni texte/,
    ]) {
      expect(text).toMatch(said);
    }
  });

  it("gives the level of accessibility that an audit found, and no other", () => {
    const audited = (pourcent: number) => {
      const audit = { faitLe: "2026-02-12", par: "Un cabinet", pourcent, nonAccessibles: "" };
      const accessibilite = { ...reglages.accessibilite, audit };
      return checkPage(
        LEGAL_PAGES[paths.accessibility]?.({ ...context, reglages: { ...reglages, accessibilite } }) ?? "",
      );
    };
    const foot = (pourcent: number) => named(audited(pourcent), "footer")[0]?.text;
    expect(foot(49)).toContain("Accessibilité\u202f: non conforme");
    expect(foot(50)).toContain("Accessibilité\u202f: partiellement conforme");
    expect(foot(100)).toContain("Accessibilité\u202f: totalement conforme");
    expect(audited(72).text).toContain(
      "L’audit du 12 février 2026, fait par Un cabinet, a trouvé que 72\u00a0% des critères",
    );
    expect(audited(72).text).toContain("Déclaration établie le 1er mars 2026.");
  });
});

describe("refusals", () => {
  it("say the same of a page that is not and of one that is not open, and lead somewhere", () => {
    expect(hrefs(checkPage(notFoundPage(visitor)))).toContain(paths.home);
    expect(hrefs(checkPage(notFoundPage(aline)))).toContain(paths.awaiting);
  });

  it("come back to the page that was asked for after signing in", () => {
    const [button] = withClass(checkPage(signInNeededPage(visitor, "/contrats/c/fiches/é?a=1&b=2")), "main");
    expect(button?.attributes.get("href")).toBe("/connexion?retour=%2Fcontrats%2Fc%2Ffiches%2F%C3%A9%3Fa%3D1%26b%3D2");
  });

  it("of a wrong host lead to the right one and nowhere else", () => {
    const page = checkPage(wrongHostPage("https://cls.exemple.fr"));
    expect(hrefs(page)).toEqual(["https://cls.exemple.fr/"]);
    expect(named(page, "link")).toEqual([]);
    expect(named(page, "h1")).toHaveLength(1);
  });
});
