import { describe, expect, it } from "vitest";
import { POLICY_REFUSALS } from "../../../shared/policy/refusals.ts";
import { ACCOUNT_REFUSALS } from "../../../shared/protocol/account-refusals.ts";
import { CONTRAT_REFUSALS } from "../../../shared/protocol/contrat-refusals.ts";
import { INSTANCE_REFUSALS } from "../../../shared/protocol/instance-refusals.ts";
import { WORKFLOW_REFUSALS } from "../../../shared/workflow/refusals.ts";
import { ACCOUNT_REFUSAL_LABELS } from "../../../web/labels/account-refusals.ts";
import { CONTRAT_REFUSAL_LABELS } from "../../../web/labels/contrat-refusals.ts";
import { INSTANCE_REFUSAL_LABELS } from "../../../web/labels/instance-refusals.ts";
import { WRITE_REFUSAL_LABELS } from "../../../web/labels/refusals.ts";
import { WORKFLOW_REFUSAL_LABELS } from "../../../web/labels/workflow-refusals.ts";

/** Each closed list of what an act may be refused with, and its sentences. */
const LISTS = [
  ["rights", POLICY_REFUSALS, WRITE_REFUSAL_LABELS],
  ["a contrat", Object.keys(CONTRAT_REFUSALS), CONTRAT_REFUSAL_LABELS],
  ["a fiche", Object.keys(WORKFLOW_REFUSALS), WORKFLOW_REFUSAL_LABELS],
  ["an account", Object.keys(ACCOUNT_REFUSALS), ACCOUNT_REFUSAL_LABELS],
  ["the instance", Object.keys(INSTANCE_REFUSALS), INSTANCE_REFUSAL_LABELS],
] as const;

describe.each(LISTS)("the refusals of %s", (_, codes, labels) => {
  it("each have a sentence, and there is no sentence for what does not exist", () => {
    expect(Object.keys(labels).sort()).toEqual([...codes].sort());
  });

  it("say something to a person: whole sentences, no code", () => {
    for (const sentence of Object.values(labels)) expect(sentence).toMatch(/^\p{Lu}[^_]*\.$/u);
  });
});
