import { expect, it } from "vitest";
import { isSiret } from "../../../shared/domain/organisation.ts";

it("knows a SIRET by its control digit, La Poste's by their sum", () => {
  expect(isSiret("73282932000074")).toBe(true);
  expect(isSiret("73282932000075")).toBe(false);
  expect(isSiret("73282932000704")).toBe(false);
  // 3+5+6 and 1: fifteen, a multiple of five, which Luhn's key would refuse.
  expect(isSiret("35600000000001")).toBe(true);
  expect(isSiret("35600000000002")).toBe(false);
  for (const wrong of ["", "7328293200007", "732829320000745", "7328293200007a", "732 829 320 00074"]) {
    expect(isSiret(wrong), wrong).toBe(false);
  }
});
