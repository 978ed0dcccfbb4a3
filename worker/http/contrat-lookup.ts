import type { ContratId } from "../../shared/ids.ts";
import type { ContratObject } from "../contrat/contrat-object.ts";
import { ANNUAIRE } from "../durable/names.ts";
import type { Env } from "../env.ts";

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const SLUG_MAX = 80;

/** A slug leads to one contrat for ever, so the answer may be kept; bounded, since anybody can ask for anything. */
const known = new Map<string, ContratId>();
const KNOWN_MAX = 2_000;

/** The contrat of this slug, or null; asks the annuaire before it touches any contrat, so that probing makes nothing. */
export async function findContrat(env: Env, slug: string): Promise<DurableObjectStub<ContratObject> | null> {
  if (slug.length > SLUG_MAX || !SLUG.test(slug)) return null;
  const id = known.get(slug) ?? (await env.ANNUAIRE.getByName(ANNUAIRE).resolve(slug));
  if (id === null) return null;
  if (known.size >= KNOWN_MAX) known.clear();
  known.set(slug, id);
  return env.CONTRAT.getByName(id);
}
