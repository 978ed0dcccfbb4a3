import { describe, expect, it } from "vitest";
import { fullDate } from "../../../web/labels/dates.ts";
import { hoursOf } from "../../../web/labels/historique.ts";
import { fr } from "../../../web/labels/typography.ts";

const HOUR = 3_600_000;
/** Noon, wherever the test is. */
const NOON = new Date(2026, 2, 14, 12).getTime();

describe("the hours of a sitting, under the title of the day of its end", () => {
  const hours = (debutLe: number, finLe: number, ouverte: boolean) =>
    hoursOf({ fin: 2, avant: 0, debutLe, finLe, ouverte, personnes: [] }).replace(/[\u00a0\u202f]/gu, " ");

  it("are those of the day alone when it was of one", () => {
    expect(hours(NOON, NOON + HOUR, false)).toBe("de 12 h 00 à 13 h 00");
    expect(hours(NOON, NOON, false)).toBe("à 12 h 00");
    expect(hours(NOON, NOON + HOUR, true)).toBe("depuis 12 h 00");
  });

  it("name the day on which it began when midnight came in between, also while it goes on", () => {
    const [before, after] = [NOON + 11.9 * HOUR, NOON + 12.1 * HOUR];
    const date = (instant: number) => fr(fullDate(instant)).replace(/[\u00a0\u202f]/gu, " ");
    expect(hours(before, after, false)).toBe(`du ${date(before)} au ${date(after)}`);
    expect(hours(before, after, true)).toBe(`depuis le ${date(before)}`);
  });
});
