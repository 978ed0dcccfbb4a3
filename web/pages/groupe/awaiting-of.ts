import type { GroupeBody, ReunionInGroupe } from "../../../shared/protocol/bodies/groupe.ts";
import type { FicheInList } from "../../../shared/protocol/http-bodies.ts";
import { awaitsMe } from "../contrats/my-fiches-of.ts";

/** Something that a groupe, or whoever manages it, has to do. */
export type Awaiting =
  | { readonly kind: "demandes"; readonly count: number }
  | { readonly kind: "reunion"; readonly reunion: ReunionInGroupe }
  /** A meeting that was, and nobody noted who came. */
  | { readonly kind: "presence"; readonly reunion: ReunionInGroupe }
  /** A fiche that lacks something it cannot do without. */
  | { readonly kind: "fiche"; readonly fiche: FicheInList };

/** A meeting that was longer ago is not brought up again, in milliseconds. */
const RECENT_MS = 30 * 24 * 3_600_000;

/** What awaits, the people first. `now` in milliseconds since 1970. */
export function awaitingOf(groupe: GroupeBody, now: number): readonly Awaiting[] {
  const manages = groupe.droits.gerer_groupe.ok;
  const next = groupe.reunions.find(({ le }) => le >= now);
  const unnoted = groupe.reunions.filter(
    ({ le, presence }) => manages && le < now && now - le < RECENT_MS && presence === null,
  );
  const demandes = groupe.demandes ?? [];
  return [
    ...(demandes.length === 0 ? [] : [{ kind: "demandes", count: demandes.length } as const]),
    ...(next === undefined ? [] : [{ kind: "reunion", reunion: next } as const]),
    ...unnoted.map((reunion) => ({ kind: "presence", reunion }) as const),
    ...groupe.fiches.filter(awaitsMe).map((fiche) => ({ kind: "fiche", fiche }) as const),
  ];
}
