import { describe, expect, it } from "vitest";
import { REGLAGES_DEFAULT } from "../../../shared/domain/reglages.ts";
import { homePage } from "../../../worker/pages/home.ts";
import type { PageContext } from "../../../worker/pages/layout.ts";
import { publicFichePage } from "../../../worker/pages/public-fiche.ts";
import { publicPlanPage } from "../../../worker/pages/public-plan.ts";
import { withdrawnFichePage, withdrawnPlanPage } from "../../../worker/pages/withdrawn.ts";
import { aPlan, aPublicFiche, aSheet, block } from "./builders.ts";
import { checkPage, hrefs, named, withClass } from "./checked-page.ts";

const context: PageContext = {
  manifest: { styles: "/assets/styles-1a2b3c.css" },
  demonstration: false,
  account: null,
  reglages: REGLAGES_DEFAULT,
};

const canonical = (source: string) =>
  named(checkPage(source), "link")
    .find(({ attributes }) => attributes.get("rel") === "canonical")
    ?.attributes.get("href");

describe("a published fiche", () => {
  it("says whose plan it is of, which version, who validated it and when, and how to check it", () => {
    const source = publicFichePage(context, aPublicFiche());
    const page = checkPage(source);
    expect(page.title).toBe("2.3 Prévention des aînés – Contrat local de santé du Pays de Redon – Coaction");
    expect(named(page, "h1")[0]?.text).toBe("2.3 Prévention des aînés");
    expect(page.text).toContain("Axe 2. Promotion de la santé et prévention");
    expect(page.text).toMatch(
      /Version 4\s+Validée par le comité de pilotage \(Copil\) le 12 mars 2026\s+Publiée le 2 avril 2026/,
    );
    expect(named(page, "summary")[0]?.text).toBe("Empreinte\u202f: 7f3a 91c2 … 91c2");
    expect(named(page, "code")[0]?.text).toBe("7f3a91c2".repeat(8));
    expect(canonical(source)).toBe(aPublicFiche().address);
    expect(hrefs(page)).toContain("/plans/pays-de-redon");
  });

  it("begins with its summary in plain language, then says what was written, in its order", () => {
    const page = checkPage(publicFichePage(context, aPublicFiche()));
    expect(named(page, "h2").map(({ text }) => text)).toEqual(["Résumé en langage clair", "Constats et enjeux"]);
  });

  it("lets nothing that somebody wrote be markup", () => {
    const content = aSheet("<img src=x>", { constats: [block("texte", "<script>alert(1)</script>")] });
    const { contrat, ...rest } = aPublicFiche({ content });
    const page = checkPage(publicFichePage(context, { ...rest, contrat: { ...contrat, nom: "<b>Redon</b>" } }));
    expect(named(page, "img")).toEqual([]);
    expect(named(page, "script")).toEqual([]);
    expect(named(page, "b")).toEqual([]);
    expect(page.text).toContain("<script>alert(1)</script>");
  });

  it("says where words were masked, and that the fingerprint is of before", () => {
    const content = aSheet("Prévention des ██████", { constats: [block("texte", "Pour ████ ████████.")] });
    const le = Date.UTC(2026, 3, 5, 8, 0);
    const masques = [
      { id: 1, partie: "intitule", le, motif: "donnee_personnelle" },
      { id: 2, partie: "constats", le, motif: "donnee_de_sante" },
    ] as const;
    const { text } = checkPage(publicFichePage(context, aPublicFiche({ content, masques, fiche: { masquee: true } })));
    expect(text).toContain("Passage masqué le 5 avril 2026 à 10\u00a0h\u00a000 (donnée personnelle)");
    expect(text).toContain("(donnée de santé)");
    expect(text).toContain("l’empreinte reste celle du texte entier");
    expect(checkPage(publicFichePage(context, aPublicFiche())).text).not.toContain("masqué");
  });
});

describe("a published plan", () => {
  it("lists its fiches by axe, each at its own address", () => {
    const page = checkPage(publicPlanPage(context, aPlan(), "https://cls.example/plans/pays-de-redon"));
    expect(page.text).toContain("Plan d’actions 2022-2025\u202f: 2 fiches-actions sont publiées.");
    expect(named(page, "h2").map(({ text }) => text)).toEqual([
      "Axe 1. Accès aux soins",
      "Axe 2. Promotion de la santé et prévention",
    ]);
    expect(hrefs(page)).toEqual(
      expect.arrayContaining([
        "/plans/pays-de-redon/fiches/1-1-un-bus-de-sante-b8g4r0an",
        "/plans/pays-de-redon/fiches/2-3-prevention-des-aines-k7f3qd9m",
      ]),
    );
  });

  it("is found from the home page, which says so when there is none", () => {
    const plans = [{ slug: "pays-de-redon", nom: "Pays de Redon", fiches: 2 }];
    const home = checkPage(homePage(context, plans));
    expect(hrefs(home)).toContain("/plans/pays-de-redon");
    expect(withClass(home, "published")[0]?.text).toMatch(/Pays de Redon\s+2 fiches-actions/);
    expect(checkPage(homePage(context, [])).text).toContain("Aucun plan d’actions n’est encore publié");
  });
});

describe("what is not published any more", () => {
  it("says so, names no fiche, and is not to be found", () => {
    const fiche = withdrawnFichePage(context, aPlan());
    const page = checkPage(fiche);
    expect(named(page, "h1")[0]?.text).toBe("Cette fiche n’est plus publiée");
    expect(page.text).not.toContain("aînés");
    expect(canonical(fiche)).toBeUndefined();
    const robots = named(page, "meta").find(({ attributes }) => attributes.get("name") === "robots");
    expect(robots?.attributes.get("content")).toBe("noindex");
    expect(hrefs(page)).toContain("/plans/pays-de-redon");
    const plan = checkPage(withdrawnPlanPage(context, { ...aPlan(), axes: [] }));
    expect(named(plan, "h1")[0]?.text).toBe("Ce plan d’actions n’est plus publié");
  });
});
