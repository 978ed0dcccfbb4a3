import { expect, it } from "vitest";
import { INSTANCE_REFUSALS } from "../../../shared/protocol/instance-refusals.ts";
import { INSTANCE_REFUSAL_LABELS } from "../../../web/labels/instance-refusals.ts";

it("every refusal about the instance has its sentence, and no code reaches anyone", () => {
  expect(Object.keys(INSTANCE_REFUSAL_LABELS).sort()).toEqual(Object.keys(INSTANCE_REFUSALS).sort());
  for (const sentence of Object.values(INSTANCE_REFUSAL_LABELS)) expect(sentence).toMatch(/^\p{Lu}[^_]*\.$/u);
});
