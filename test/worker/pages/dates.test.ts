import { expect, it } from "vitest";
import { fullDate, moment } from "../../../worker/pages/dates.ts";

it("writes a date in full, at the time of Paris, in winter and in summer", () => {
  expect(fullDate(Date.UTC(2026, 2, 12, 13, 5))).toBe("12 mars 2026 à 14\u00a0h\u00a005");
  expect(fullDate(Date.UTC(2026, 6, 31, 22, 30))).toBe("1er août 2026 à 0\u00a0h\u00a030");
  expect(fullDate(Date.UTC(2026, 0, 1, 8, 0))).toBe("1er janvier 2026 à 9\u00a0h\u00a000");
});

it("keeps the moment for machines", () => {
  expect(moment(Date.UTC(2026, 2, 12, 13, 5)).markup).toBe(
    '<time datetime="2026-03-12T13:05:00.000Z">12 mars 2026 à 14\u00a0h\u00a005</time>',
  );
});
