import { describe, expect, it } from "vitest";
import { fullDate, machineDate, relativeDate } from "../../../web/labels/dates.ts";

const PARIS = "Europe/Paris";
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe("a date", () => {
  it("is written in full", () => {
    expect(fullDate(Date.UTC(2026, 2, 12, 13, 5), PARIS)).toBe("12 mars 2026 à 14\u00a0h\u00a005");
  });

  it("says the first of the month as an ordinal, and no other day", () => {
    expect(fullDate(Date.UTC(2026, 4, 1, 7, 30), PARIS)).toBe("1er mai 2026 à 9\u00a0h\u00a030");
    expect(fullDate(Date.UTC(2026, 4, 11, 7, 30), PARIS)).toBe("11 mai 2026 à 9\u00a0h\u00a030");
  });

  it("says midnight as 0 h", () => {
    expect(fullDate(Date.UTC(2026, 0, 14, 23, 0), PARIS)).toBe("15 janvier 2026 à 0\u00a0h\u00a000");
  });

  it("is the same instant for a machine", () => {
    expect(machineDate(Date.UTC(2026, 2, 12, 13, 5))).toBe("2026-03-12T13:05:00.000Z");
  });
});

describe("how long ago", () => {
  const now = Date.UTC(2026, 2, 12, 12, 0);
  it.each([
    [0, "à l’instant"],
    [-5 * MINUTE, "à l’instant"],
    [59 * MINUTE, "il y a 59 minutes"],
    [HOUR, "il y a 1 heure"],
    [DAY, "hier"],
    [2 * DAY, "avant-hier"],
    [40 * DAY, "le mois dernier"],
    [400 * DAY, "l’année dernière"],
  ])("%i ms before is « %s »", (ago, words) => {
    expect(relativeDate(now - ago, now)).toBe(words);
  });
});
