import type { z } from "zod";
import type { DocumentId } from "../../shared/ids.ts";
import { POLICY_REFUSALS, type PolicyRefusal } from "../../shared/policy/refusals.ts";
import type {
  ActesBody,
  FicheJournalBody,
  ficheActeBody,
  InstructionBody,
} from "../../shared/protocol/bodies/fiche-acts.ts";
import { ficheRequests as at } from "../../shared/protocol/fiche-requests.ts";
import type { Result } from "../../shared/result.ts";
import { WORKFLOW_REFUSALS, type WorkflowRefusal } from "../../shared/workflow/refusals.ts";
import type { ApiRefusal, AskServer } from "./client.ts";

/** Why an act on a fiche may be refused, beside what any request may meet. */
export type FicheActRefusal = WorkflowRefusal | PolicyRefusal;

/** What is asked, as it travels. */
export type AskedInBody = z.input<typeof ficheActeBody>;

/** What a question about a fiche may be refused with, each with its status. */
// `Object.fromEntries` says `string`: they are the codes of the list.
export const FORBIDDEN = Object.fromEntries(POLICY_REFUSALS.map((code) => [code, 403])) as Record<
  PolicyRefusal,
  number
>;

/** What an act may be refused with. */
export const FICHE_ACT_REFUSALS: Readonly<Record<FicheActRefusal, number>> = { ...FORBIDDEN, ...WORKFLOW_REFUSALS };

/** Where a fiche stands, and what people do about it: what the screens ask, and what they do. */
export type FicheActsApi = ReturnType<typeof createFicheActsApi>;

/** These requests about one fiche, over the page's own way to ask. */
export function createFicheActsApi(ask: AskServer, slug: string, fiche: DocumentId) {
  return {
    actes: () => ask<ActesBody, PolicyRefusal>("GET", at.actes(slug, fiche), { refusals: FORBIDDEN }),
    instruction: () => ask<InstructionBody, PolicyRefusal>("GET", at.instruction(slug, fiche), { refusals: FORBIDDEN }),
    /** Acts before the one of that number; null: the latest. */
    journal: (before: number | null) =>
      ask<FicheJournalBody, PolicyRefusal>(
        "GET",
        `${at.journal(slug, fiche)}${before === null ? "" : `?avant=${before}`}`,
        {
          refusals: FORBIDDEN,
        },
      ),
    act: (asked: AskedInBody): Promise<Result<null, FicheActRefusal | ApiRefusal>> =>
      ask("POST", at.actes(slug, fiche), { body: asked, refusals: FICHE_ACT_REFUSALS }),
  };
}
