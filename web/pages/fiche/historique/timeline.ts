import { type Moment, momentName, type Sitting } from "../../../../shared/domain/version.ts";
import type { AccountId } from "../../../../shared/ids.ts";
import type { HistoriqueBody, Masquage, Names, VersionInList } from "../../../../shared/protocol/bodies/history.ts";
import { dayOf } from "../../../labels/days.ts";
import { HISTORIQUE, latestChoice, sittingChoice, versionTitle } from "../../../labels/historique.ts";

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
  const sittings = history.sittings.map((sitting, index) =>
    choice(
      { kind: "log", seq: sitting.fin },
      index === 0 ? latestChoice(sitting, noms) : sittingChoice(sitting, noms),
      sitting.fin,
    ),
  );
  if (sittings.length > 0) sittings.push(choice({ kind: "log", seq: 0 }, HISTORIQUE.emptySheet, 0));
  return {
    versions: history.versions.map(({ numero, seq }) =>
      choice({ kind: "version", numero }, versionTitle(numero), seq + 0.5),
    ),
    sittings,
  };
}

/**
 * The moment that another is compared with at first: for one of the past the text as it stands, since what it changed by
 * itself is one press away; for the latest the one before it.
 */
export function otherMoment(choices: readonly MomentChoice[], name: string): string {
  const from = choices.find((choice) => choice.name === name);
  const latest = choices.toSorted((a, b) => b.place - a.place)[0];
  if (from === undefined || latest === undefined || textOf(latest) === textOf(from)) return momentBefore(choices, name);
  return latest.name;
}

/** The moment just before this one: of a version the version before it when there is one. */
export function momentBefore(choices: readonly MomentChoice[], name: string): string {
  const from = choices.find((choice) => choice.name === name);
  if (from === undefined) return "";
  const older = choices.filter((choice) => textOf(choice) < textOf(from)).sort((a, b) => b.place - a.place);
  const alike = older.find(({ moment }) => moment.kind === from.moment.kind);
  const other = choices.find((choice) => choice.name !== name);
  return (alike ?? older[0] ?? other ?? from).name;
}

/** A version stands just after the update of the log that it froze, and has the same text. */
function textOf({ place }: MomentChoice): number {
  return Math.floor(place);
}

/** The text as it stands, for who sees how it was written; null: nothing was written, or one sees versions alone. */
export function latestText({ sittings }: Pick<HistoriqueBody, "sittings">): (Moment & { readonly kind: "log" }) | null {
  const [latest] = sittings;
  return latest === undefined ? null : { kind: "log", seq: latest.fin };
}

/** The last time that this person wrote, when others wrote since; null: they did not write here, or nobody did since. */
export function lastOwn({ sittings }: Pick<HistoriqueBody, "sittings">, me: AccountId | null): Sitting | null {
  const own = sittings.find(({ personnes }) => personnes.some(({ personne }) => personne === me));
  return own === undefined || own === sittings[0] ? null : own;
}

/** Two moments, the older first. */
export function inOrder(a: MomentChoice, b: MomentChoice): readonly [from: Moment, to: Moment] {
  return a.place <= b.place ? [a.moment, b.moment] : [b.moment, a.moment];
}
