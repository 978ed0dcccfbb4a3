import { type Moment, momentName, type Sitting } from "../../../../shared/domain/version.ts";
import type { HistoriqueBody, Masquage, Names, VersionInList } from "../../../../shared/protocol/bodies/history.ts";
import { dayOf } from "../../../labels/days.ts";
import { HISTORIQUE, sittingChoice, versionTitle } from "../../../labels/historique.ts";

/** One thing of a history: a stretch of writing, a version that was submitted, or the masking of a passage. */
export type TimelineEntry =
  | { readonly kind: "sitting"; readonly at: number; readonly sitting: Sitting }
  | { readonly kind: "masking"; readonly at: number; readonly masquage: Masquage }
  | { readonly kind: "version"; readonly at: number; readonly version: VersionInList };

/** The things of one day where the reader is; `at` is an instant of it, in milliseconds since 1970. */
export interface TimelineDay {
  readonly day: string;
  readonly at: number;
  readonly entries: readonly TimelineEntry[];
}

/** What came in one or more answers, as one: sittings once each, versions and maskings of the newest answer. */
export function joinPages(pages: readonly HistoriqueBody[]): Omit<HistoriqueBody, "droits"> {
  const sittings = new Map<number, Sitting>();
  for (const page of pages) for (const sitting of page.sittings) sittings.set(sitting.avant, sitting);
  return {
    sittings: [...sittings.values()].sort((a, b) => b.fin - a.fin),
    versions: pages[0]?.versions ?? [],
    masquages: pages[0]?.masquages ?? [],
    suite: pages.at(-1)?.suite ?? null,
    noms: Object.assign({}, ...pages.map(({ noms }) => noms)) as Names,
  };
}

/**
 * Sittings, versions and maskings in one list, the latest first. A version stands above the sitting whose text it froze.
 * While older sittings were not brought, what stands among them waits too.
 */
export function timelineOf(
  history: Pick<HistoriqueBody, "sittings" | "versions" | "masquages" | "suite">,
): TimelineEntry[] {
  const oldest = history.sittings.at(-1);
  const from = history.suite === null || oldest === undefined ? Number.NEGATIVE_INFINITY : oldest.avant;
  const entries: (TimelineEntry & { readonly place: number })[] = [
    ...history.versions
      .filter(({ seq }) => seq > from)
      .map((version) => ({ kind: "version" as const, at: version.soumiseLe, version, place: version.seq + 0.5 })),
    ...history.masquages
      .filter(({ seq }) => seq > from)
      .map((masquage) => ({ kind: "masking" as const, at: masquage.le, masquage, place: masquage.seq + 0.5 })),
    ...history.sittings.map((sitting) => ({
      kind: "sitting" as const,
      at: sitting.finLe,
      sitting,
      place: sitting.fin,
    })),
  ];
  return entries.sort((a, b) => b.place - a.place || b.at - a.at);
}

/** The same by day, in the same order. */
export function byDay(entries: readonly TimelineEntry[]): TimelineDay[] {
  const days: { day: string; at: number; entries: TimelineEntry[] }[] = [];
  for (const entry of entries) {
    const day = dayOf(entry.at);
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, at: entry.at, entries: [entry] });
  }
  return days;
}

/** A moment that may be chosen for a comparison. */
export interface MomentChoice {
  readonly name: string;
  readonly label: string;
  readonly moment: Moment;
  /** Where it stands in the history, the later the larger. */
  readonly place: number;
}

/** What may be chosen, by kind, the latest first. The empty sheet is for who sees sittings. */
export function momentChoices(
  history: Pick<HistoriqueBody, "sittings" | "versions" | "suite">,
  noms: Names,
): { readonly versions: readonly MomentChoice[]; readonly sittings: readonly MomentChoice[] } {
  const choice = (moment: Moment, label: string, place: number) => ({ name: momentName(moment), label, moment, place });
  const sittings = history.sittings.map((sitting) =>
    choice({ kind: "log", seq: sitting.fin }, sittingChoice(sitting, noms), sitting.fin),
  );
  if (sittings.length > 0) sittings.push(choice({ kind: "log", seq: 0 }, HISTORIQUE.emptySheet, 0));
  return {
    versions: history.versions.map(({ numero, seq }) =>
      choice({ kind: "version", numero }, versionTitle(numero), seq + 0.5),
    ),
    sittings,
  };
}

/** Two moments, the older first. */
export function inOrder(a: MomentChoice, b: MomentChoice): readonly [from: Moment, to: Moment] {
  return a.place <= b.place ? [a.moment, b.moment] : [b.moment, a.moment];
}
