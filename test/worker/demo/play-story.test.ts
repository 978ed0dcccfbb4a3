import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import type { AccountId, ContratId, DocumentId } from "../../../shared/ids.ts";
import { demonstration } from "../../../worker/demo/data.ts";
import { demoId, known } from "../../../worker/demo/demo-id.ts";
import type { DemoWorld } from "../../../worker/demo/made-contrat.ts";
import { playStory } from "../../../worker/demo/play-story.ts";
import { STORIES } from "../../../worker/demo/stories.ts";

const NOW = Date.UTC(2026, 2, 26, 15);

/** Where each fiche with a story stands, version by version, when it was played. */
const STANDS: Readonly<Record<string, string>> = {
  "challans-gois-ocean-marais-de-monts 2.1": "en_relecture: remplacee, soumise",
  "challans-gois-ocean-marais-de-monts 1.1": "brouillon: approuvee",
  "challans-gois-ocean-marais-de-monts 2.2": "brouillon: ajournee",
  "challans-gois-ocean-marais-de-monts 3.1": "brouillon: approuvee_sous_reserve",
  "challans-gois-ocean-marais-de-monts 4.1": "proposition: ",
  "pays-de-redon 1.2": "brouillon: soumise",
  "pays-de-redon 2.1": "brouillon: a_amender",
  "centre-ouest-bretagne 1.1": "brouillon: validee, soumise, modifiée depuis, version 1 publiée",
  "centre-ouest-bretagne 2.1": "brouillon: refusee",
  "centre-ouest-bretagne 3.1": "brouillon: retiree",
  "centre-ouest-bretagne 4.1": "close: validee, version 1 publiée",
  "centre-ouest-bretagne 5.1": "brouillon: soumise",
  "cornouaille 4.1": "en_relecture: ",
  "cornouaille 1.1": "brouillon: remplacee, validee",
};

describe("the stories of the demonstration", () => {
  const accounts = new Map(demonstration.personas.map(({ slug, id }) => [slug, demoId<AccountId>(id)]));
  const account = (slug: string) => known(accounts.get(slug), slug);
  for (const contrat of demonstration.contrats) {
    const world: DemoWorld = { ...demonstration, contrat, account, now: NOW };
    for (const fiche of contrat.fiches) {
      const story = STORIES[fiche.id];
      if (story === undefined) continue;
      const name = `${contrat.slug} ${fiche.numero}`;
      it(`${name}: ${STANDS[name]}`, async () => {
        const groupe = known(
          contrat.groupes.find(({ id }) => id === fiche.groupe),
          fiche.groupe,
        );
        const authors = groupe.membres.filter(({ role }) => role !== "habitant").map(({ persona }) => account(persona));
        const played = playStory(world, fiche, authors, story);
        const times = played.updates.map(({ at }) => at);
        expect(times).toEqual(times.toSorted((a, b) => a - b));
        expect(Math.max(...times, ...played.acts.map(({ at }) => at))).toBeLessThanOrEqual(NOW);
        expect(new Set(played.updates.map(({ author }) => author)).size).toBeGreaterThan(1);

        const id = demoId<DocumentId>(fiche.id);
        const document = env.DOCUMENT.getByName(id);
        const etat = fiche.etat ?? "brouillon";
        const contratId = demoId<ContratId>(contrat.id);
        await document.create({ id, kind: "fiche", contrat: contratId, createdAt: NOW, etat, ...played });
        const context = played.acts[0]?.context;
        if (context === undefined) return expect(STANDS[name]).toBe(`${etat}: `);
        const droits = { ...context.droits, contratRoles: ["coordination"] as const };
        const shown = await document.actes(account("coordinatrice"), { ...context, droits });
        if (!shown.ok) throw new Error(shown.code);
        const etats = shown.value.versions.map((version) => version.etat).reverse();
        const since = (shown.value.approuvee?.modifiees ?? []).length > 0 ? ", modifiée depuis" : "";
        const { publiee } = shown.value;
        const published = publiee === null ? "" : `, version ${publiee.version} publiée`;
        expect(`${shown.value.etat}: ${etats.join(", ")}${since}${published}`).toBe(STANDS[name]);
      });
    }
  }
});
