import type { Stade } from "../../../shared/domain/contrat.ts";
import type { ContratFacts } from "../../../shared/domain/new-contrat.ts";
import type { PartageBody, Signataire } from "../../../shared/protocol/bodies/contrat.ts";
import { refuse } from "../../../shared/result.ts";
import { act, did, THE_CONTRAT, unchanged } from "../act.ts";
import { findEntry } from "../catalogue.ts";
import { addStade, identiteBody, setFacts, setSignataires, setSlug } from "../identite.ts";
import { hasOrganisation } from "../organisations.ts";
import { readPartage, setPartage, sharedRegions } from "../partage.ts";

export const changeIdentite = act({
  capability: "gerer_plan",
  scope: () => THE_CONTRAT,
  run: ({ sql, self }, facts: Omit<ContratFacts, "stade">) => {
    const champs = (Object.keys(facts) as (keyof typeof facts)[])
      .filter((champ) => JSON.stringify(facts[champ]) !== JSON.stringify(self.facts[champ]))
      .sort();
    if (champs.length === 0) return unchanged(null);
    setFacts(sql, { ...facts, stade: self.facts.stade });
    return did(null, { acte: "changer_identite", sur: {}, detail: { champs } }, { announced: true });
  },
});

/** The annuaire gave the slug to this contrat before: whoever asks for it does both. */
export const changeSlug = act({
  capability: "gerer_plan",
  scope: () => THE_CONTRAT,
  run: ({ sql, self, now }, { slug }: { slug: string }) => {
    if (slug === self.slug) return unchanged(null);
    setSlug(sql, slug, now);
    return did(null, { acte: "changer_slug", sur: {}, detail: { slug } }, { announced: true });
  },
});

export const passStade = act({
  capability: "gerer_plan",
  scope: () => THE_CONTRAT,
  run: ({ sql, self }, { stade, le }: { stade: Stade; le: string }) => {
    if (stade === self.facts.stade) return refuse("stade_deja");
    setFacts(sql, { ...self.facts, stade });
    addStade(sql, stade, le);
    return did(null, { acte: "passer_stade", sur: {}, detail: { stade, jour: le } });
  },
});

export const changeSignataires = act({
  capability: "gerer_plan",
  scope: () => THE_CONTRAT,
  run: ({ sql }, { signataires }: { signataires: readonly Signataire[] }) => {
    if (signataires.some(({ organisation }) => !hasOrganisation(sql, organisation)))
      return refuse("organisation_inconnue");
    const before = JSON.stringify(identiteBody(sql).signataires);
    setSignataires(sql, signataires);
    if (JSON.stringify(identiteBody(sql).signataires) === before) return unchanged(null);
    return did(null, {
      acte: "changer_signataires",
      sur: {},
      detail: { organisations: signataires.map(({ organisation }) => organisation) },
    });
  },
});

/** The annuaire knows the regions: whoever asks for it checked them. */
export const changePartage = act({
  capability: "gerer_plan",
  scope: () => THE_CONTRAT,
  run: ({ sql }, partage: PartageBody) => {
    const selections = [partage.lecteurs, ...partage.regions.map(({ fiches }) => fiches)];
    const named = selections.flatMap((selection) => (typeof selection === "string" ? [] : selection));
    if (named.some((fiche) => findEntry(sql, fiche) === null)) return refuse("fiche_inconnue");
    const before = readPartage(sql);
    const regionsBefore = sharedRegions(sql);
    setPartage(sql, partage);
    if (JSON.stringify(readPartage(sql)) === JSON.stringify(before)) return unchanged(null);
    const regions = [...new Set([...regionsBefore, ...sharedRegions(sql)])];
    const detail = {
      lecteurs: partage.lecteurs,
      regions: partage.regions.map(({ region, fiches }) => ({ region, fiches })),
    };
    // What is shared is seen in lists, and opens no text: nobody's sockets are concerned.
    const rights = { people: [], documents: [] };
    return did(null, { acte: "changer_partage", sur: {}, detail }, { rights, regions });
  },
});
