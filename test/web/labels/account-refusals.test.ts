import { expect, it } from "vitest";
import { ACCOUNT_REFUSALS } from "../../../shared/protocol/account-refusals.ts";
import { ACCOUNT_REFUSAL_LABELS } from "../../../web/labels/account-refusals.ts";

it("every refusal about one's account has its sentence, and no code reaches anyone", () => {
  expect(Object.keys(ACCOUNT_REFUSAL_LABELS).sort()).toEqual(Object.keys(ACCOUNT_REFUSALS).sort());
  for (const sentence of Object.values(ACCOUNT_REFUSAL_LABELS)) expect(sentence).toMatch(/^\p{Lu}[^_]*\.$/u);
});
