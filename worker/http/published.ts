import { REGLAGES_DEFAULT, type Reglages } from "../../shared/domain/reglages.ts";
import { paths, shortIdOfPiece } from "../../shared/protocol/paths.ts";
import type { Env } from "../env.ts";
import {
  type KeptAxe,
  type KeptFiche,
  type KeptInstance,
  type KeptPlan,
  type ListedFiche,
  type ListedPlan,
  type PublishedFiche,
  readKept,
} from "../pages/store/kept.ts";
import { ficheKey, INSTANCE_KEY, planKey } from "../pages/store/keys.ts";
import { pagesStore } from "../pages/store/pages-store.ts";

/*
 * What everybody may read, from the pages store alone: no object is woken.
 */

/** What an address under `/plans` leads to. */
export type Published<Found> =
  | { readonly is: "there"; readonly found: Found; readonly plan: KeptPlan; readonly path: string }
  /** It was published once. */
  | { readonly is: "withdrawn"; readonly plan: KeptPlan }
  | null;

/** A fiche with its place in the plan. */
export interface FoundFiche {
  readonly fiche: PublishedFiche;
  readonly axe: KeptAxe;
  readonly listed: ListedFiche;
}

/** The plan of a slug, old slugs included, in whatever case; null: none was ever published. */
export async function findPlan(env: Env, slug: string): Promise<Published<KeptPlan>> {
  const plan = await keptPlan(env, slug);
  if (plan === null) return null;
  return plan.axes.length === 0
    ? { is: "withdrawn", plan }
    : { is: "there", found: plan, plan, path: paths.plan(plan.contrat.slug) };
}

/**
 * The fiche that an address ends with; null: none was ever published. It is shown when its own file has words and its
 * plan lists it: whichever of the two says that it is withdrawn is believed.
 */
export async function findPublished(env: Env, slug: string, piece: string): Promise<Published<FoundFiche>> {
  const short = shortIdOfPiece(piece.toLowerCase());
  const plan = short === null ? null : await keptPlan(env, slug);
  if (short === null || plan === null) return null;
  const fiche = readKept<KeptFiche>(await pagesStore(env).get(ficheKey(plan.contrat.id, short)));
  if (fiche === null) return null;
  if (fiche.etat === "retiree") return { is: "withdrawn", plan };
  const axe = plan.axes.find(({ fiches }) => fiches.some(({ id }) => id === fiche.id));
  const listed = axe?.fiches.find(({ id }) => id === fiche.id);
  if (axe === undefined || listed === undefined) return { is: "withdrawn", plan };
  const path = paths.publicFiche(plan.contrat.slug, { ...listed, intitule: fiche.intitule });
  return { is: "there", found: { fiche, axe, listed }, plan, path };
}

/** What the instance says of itself, and the plans that are published. */
export async function publicInstance(
  env: Env,
): Promise<{ readonly reglages: Reglages; readonly plans: readonly ListedPlan[] }> {
  const kept = readKept<KeptInstance>(await pagesStore(env).get(INSTANCE_KEY));
  // What was written before a setting existed has its default; there is none before anybody opened the instance.
  return { reglages: { ...REGLAGES_DEFAULT, ...kept?.reglages }, plans: kept?.plans ?? [] };
}

async function keptPlan(env: Env, slug: string): Promise<KeptPlan | null> {
  const key = planKey(slug.toLowerCase());
  return key === null ? null : readKept<KeptPlan>(await pagesStore(env).get(key));
}
