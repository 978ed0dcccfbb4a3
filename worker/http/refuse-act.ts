import type { Context } from "hono";
import { CONTRAT_REFUSALS, type ContratRefusal } from "../../shared/protocol/contrat-refusals.ts";
import type { ActRefusal } from "../contrat/act.ts";
import { refused } from "./refuse.ts";

/** The translator from a refusal of a contrat to an answer: a right that is not there is a 403 with who has it. */
export function refusedAct(c: Context, code: ActRefusal): Response {
  if (code === "introuvable") return refused(c, code);
  return c.json({ refus: code }, isContratRefusal(code) ? CONTRAT_REFUSALS[code] : 403);
}

function isContratRefusal(code: ActRefusal): code is ContratRefusal {
  return Object.hasOwn(CONTRAT_REFUSALS, code);
}
