import { describe, expect, it } from "vitest";
import type { Sitting } from "../../../../../shared/domain/version.ts";
import type { Empreinte } from "../../../../../shared/editor/canonical.ts";
import type { AccountId } from "../../../../../shared/ids.ts";
import type { HistoriqueBody, Masquage, VersionInList } from "../../../../../shared/protocol/bodies/history.ts";
import {
  byDay,
  inOrder,
  joinPages,
  lastOwn,
  latestText,
  momentBefore,
  momentChoices,
  otherMoment,
  type TimelineEntry,
  timelineOf,
} from "../../../../../web/pages/fiche/historique/timeline.ts";

const ANNE = "anne" as AccountId;
const BEN = "ben" as AccountId;
const DAY = 86_400_000;

const sitting = (avant: number, fin: number, day: number): Sitting => ({
  avant,
  fin,
  debutLe: day * DAY,
  finLe: day * DAY + 1_000,
  ouverte: false,
  personnes: [{ personne: ANNE, ajoutes: 1, retires: 0, ou: ["constats" as const] }],
});
const version = (numero: number, seq: number, day: number): VersionInList => ({
  numero,
  seq,
  empreinte: "0".repeat(64) as Empreinte,
  etat: "soumise",
  soumiseLe: day * DAY + 2_000,
  soumisePar: ANNE,
});
const masquage = (id: number, seq: number, day: number): Masquage => ({
  id,
  seq,
  partie: "constats",
  motif: "donnee_de_sante",
  le: day * DAY + 3_000,
  par: ANNE,
});
function nameOf(entry: TimelineEntry): string {
  switch (entry.kind) {
    case "version":
      return `v${entry.version.numero}`;
    case "sitting":
      return `m${entry.sitting.fin}`;
    case "masking":
      return `masking ${entry.masquage.id}`;
  }
}
const names = (entries: readonly TimelineEntry[]) => entries.map(nameOf);

describe("the history as one list", () => {
  it("puts each version above the sitting whose text it froze, the latest first", () => {
    const entries = timelineOf({
      sittings: [sitting(8, 12, 3), sitting(4, 8, 2), sitting(0, 4, 1)],
      versions: [version(2, 8, 2), version(1, 6, 2)],
      masquages: [],
      suite: null,
    });
    expect(names(entries)).toEqual(["m12", "v2", "m8", "v1", "m4"]);
  });

  it("keeps versions waiting that stand among sittings not brought yet", () => {
    const entries = timelineOf({
      sittings: [sitting(8, 12, 3)],
      versions: [version(2, 10, 3), version(1, 4, 1)],
      masquages: [masquage(1, 3, 1), masquage(2, 10, 3)],
      suite: 8,
    });
    expect(names(entries)).toEqual(["m12", "masking 2", "v2"]);
  });

  it("says of a masking what it is, where it was done: above the version that was there", () => {
    const entries = timelineOf({
      sittings: [sitting(8, 12, 3), sitting(0, 8, 2)],
      versions: [version(1, 8, 2)],
      masquages: [masquage(1, 8, 2), masquage(2, 12, 4)],
      suite: null,
    });
    expect(names(entries)).toEqual(["masking 2", "m12", "masking 1", "v1", "m8"]);
  });

  it("shows all versions to whoever sees no sitting", () => {
    expect(
      names(timelineOf({ sittings: [], versions: [version(2, 8, 2), version(1, 4, 1)], masquages: [], suite: null })),
    ).toEqual(["v2", "v1"]);
  });

  it("is cut by days", () => {
    const days = byDay(
      timelineOf({
        sittings: [sitting(4, 8, 2), sitting(0, 4, 1)],
        versions: [version(1, 8, 2)],
        masquages: [],
        suite: null,
      }),
    );
    expect(days.map(({ entries }) => names(entries))).toEqual([["v1", "m8"], ["m4"]]);
  });

  it("joins pages, with a sitting that went on meanwhile shown once, as it is now", () => {
    const page = (sittings: readonly Sitting[], suite: number | null): HistoriqueBody => ({
      sittings,
      suite,
      versions: [],
      masquages: [],
      noms: {},
      droits: { restaurer: true, caviarder: false },
    });
    const joined = joinPages([page([sitting(8, 14, 3)], 8), page([sitting(4, 8, 2)], null)]);
    expect(joined.sittings.map(({ fin }) => fin)).toEqual([14, 8]);
    expect(joined.suite).toBeNull();
  });
});

describe("two moments to compare", () => {
  const history = { sittings: [sitting(4, 8, 2), sitting(0, 4, 1)], versions: [version(1, 4, 1)], suite: null };
  const { versions, sittings } = momentChoices(history, { [ANNE]: { nom: "Anne L.", organisation: null } });

  it("are any version, any sitting, and the empty sheet", () => {
    expect([...versions, ...sittings].map(({ name }) => name)).toEqual(["v1", "m8", "m4", "m0"]);
  });

  it("go from the older to the newer, in whichever order they were chosen", () => {
    const [v1, m8] = [versions[0], sittings[0]];
    if (v1 === undefined || m8 === undefined) throw new Error("no choices");
    expect(inOrder(m8, v1)).toEqual([v1.moment, m8.moment]);
    expect(inOrder(v1, m8)).toEqual([v1.moment, m8.moment]);
  });

  it("begin with the text as it stands for one of the past, and for the latest with the one before", () => {
    const choices = [...versions, ...sittings];
    expect(sittings[0]?.label).toMatch(/^Le plus récent/u);
    expect(sittings[1]?.label).not.toMatch(/récent/u);
    expect(otherMoment(choices, "v1")).toBe("m8");
    expect(otherMoment(choices, "m4")).toBe("m8");
    expect(otherMoment(choices, "m8")).toBe("m4");
    expect(momentBefore(choices, "v1")).toBe("m0");
  });

  it("are never a version and the sitting whose text it froze", () => {
    const frozen = momentChoices({ ...history, versions: [version(1, 8, 2)] }, {});
    const choices = [...frozen.versions, ...frozen.sittings];
    expect(otherMoment(choices, "m8")).toBe("m4");
    expect(otherMoment(choices, "v1")).toBe("m4");
  });
});

describe("what changed since somebody wrote", () => {
  const by = (personne: AccountId, avant: number, fin: number): Sitting => ({
    ...sitting(avant, fin, fin),
    personnes: [{ personne, ajoutes: 1, retires: 0, ou: [] }],
  });

  it("begins with their latest sitting, when others wrote after it", () => {
    const history = { sittings: [by(BEN, 8, 12), by(ANNE, 4, 8), by(ANNE, 0, 4)] };
    expect(lastOwn(history, ANNE)?.fin).toBe(8);
    expect(latestText(history)).toEqual({ kind: "log", seq: 12 });
  });

  it("is nothing for who wrote last, who never wrote, who is nobody, or who sees versions alone", () => {
    const history = { sittings: [by(BEN, 4, 8), by(BEN, 0, 4)] };
    expect(lastOwn(history, BEN)).toBeNull();
    expect(lastOwn(history, ANNE)).toBeNull();
    expect(lastOwn(history, null)).toBeNull();
    expect(lastOwn({ sittings: [] }, ANNE)).toBeNull();
    expect(latestText({ sittings: [] })).toBeNull();
  });
});
