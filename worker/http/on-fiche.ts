import type { Context } from "hono";
import type { AccountId, DocumentId } from "../../shared/ids.ts";
import type { Names } from "../../shared/protocol/bodies/history.ts";
import { type Result, refuse } from "../../shared/result.ts";
import type { FicheContext } from "../../shared/workflow/context.ts";
import { WORKFLOW_REFUSALS, type WorkflowRefusal } from "../../shared/workflow/refusals.ts";
import type { DocumentObject } from "../document/document-object.ts";
import type { LongWorkRefusal } from "../durable/long-work.ts";
import type { FicheRefusal } from "../fiche/life.ts";
import type { App } from "./actor.ts";
import type { Asked } from "./on-contrat.ts";
import { refused } from "./refuse.ts";
import { refusedAct } from "./refuse-act.ts";

/** A request about a fiche, by its id or short id. */
export type AskedOfFiche = Pick<Asked<unknown>, "c" | "actor" | "contrat"> & {
  readonly ids: { readonly fiche: DocumentId };
};

/** How often the contrat is asked again, while rights change under the request. */
const TIMES = 3;

/**
 * Asks the document of a fiche something in somebody's name, with what the contrat says of both; once more with newer facts
 * when the document knows of a change of rights that they do not hold.
 */
export async function askFiche<Answer, Code extends string>(
  { c, actor, contrat, ids }: AskedOfFiche,
  ask: (
    document: DurableObjectStub<DocumentObject>,
    context: FicheContext,
  ) => Promise<Result<Answer, Code | "contexte_depasse">>,
): Promise<Result<Answer, Exclude<Code, "contexte_depasse"> | "introuvable">> {
  for (let time = 0; time < TIMES; time++) {
    const context: FicheContext | null = await contrat.ficheContext(actor.id, ids.fiche, c.req.method !== "GET");
    if (context === null) return refuse("introuvable");
    const answer = await ask(c.env.DOCUMENT.getByName(context.fiche), context);
    if (answer.ok) return answer;
    const { code } = answer;
    if (code !== "contexte_depasse") return refuse(code as Exclude<Code, "contexte_depasse">);
  }
  throw new Error("rights change faster than they can be asked for");
}

/**
 * The same for a question that may wait for others before it is answered: whose roles are others by then is judged anew, by
 * those of today.
 */
export async function askOfPast<Answer, Code extends string>(
  asked: AskedOfFiche,
  ask: Parameters<typeof askFiche<Answer, Code>>[1],
): Promise<Result<Answer, Exclude<Code, "contexte_depasse"> | "introuvable">> {
  const { actor, contrat, ids } = asked;
  for (let time = 0; time < TIMES; time++) {
    let judged: FicheContext["droits"] | null = null;
    const answer = await askFiche<Answer, Code>(asked, (document, context) => {
      judged = context.droits;
      return ask(document, context);
    });
    if (!answer.ok) return answer;
    const now: FicheContext | null = await contrat.ficheContext(actor.id, ids.fiche, false);
    if (now === null) return refuse("introuvable");
    if (JSON.stringify(now.droits) === JSON.stringify(judged)) return answer;
  }
  throw new Error("rights change faster than they can be asked for");
}

/** An answer with what its people are called. */
export async function named<Body extends { readonly personnes: readonly AccountId[] }>(
  contrat: AskedOfFiche["contrat"],
  { personnes, ...body }: Body,
): Promise<Omit<Body, "personnes"> & { readonly noms: Names }> {
  return { ...body, noms: await contrat.namesOf(personnes) };
}

/** The translator from a refusal of a fiche to an answer. */
export function refusedFiche(
  c: Context<App>,
  code: Exclude<FicheRefusal, "contexte_depasse"> | LongWorkRefusal,
): Response {
  if (code === "introuvable" || code === "trop_de_demandes") return refused(c, code);
  return isWorkflowRefusal(code) ? c.json({ refus: code }, WORKFLOW_REFUSALS[code]) : refusedAct(c, code);
}

function isWorkflowRefusal(code: string): code is WorkflowRefusal {
  return Object.hasOwn(WORKFLOW_REFUSALS, code);
}
