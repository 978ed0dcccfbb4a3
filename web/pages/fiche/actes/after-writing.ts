import type { ActesBody } from "../../../../shared/protocol/bodies/fiche-acts.ts";
import type { LiveFiche } from "../../../primitives/create-live-fiche.ts";
import { offeredIn } from "./offered.ts";

/** So long after the last letter, the server has what was written, in milliseconds. */
const AFTER_WRITING_MS = 2_000;

/**
 * Whether the next words that anybody writes make the fiche stand otherwise: there is something new to submit, or it says
 * something else than what was approved. Any more words change nothing, and nothing is asked.
 */
export function waitsForWords(actes: ActesBody | null): boolean {
  if (actes === null) return false;
  const { verdict } = offeredIn(actes, "soumettre");
  return (!verdict.ok && verdict.code === "rien_de_nouveau") || actes.approuvee?.modifiees.length === 0;
}

/** Asks again once the writing pauses, when its words matter. Returns what ends it. */
export function afterWriting({ text, pending }: LiveFiche, matters: () => boolean, again: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = () => {
    clearTimeout(timer);
    if (!matters()) return;
    timer = setTimeout(() => {
      // Off line, what was written waits: so does the question.
      if (pending() > 0) wait();
      else again();
    }, AFTER_WRITING_MS);
  };
  text.doc.on("update", wait);
  return () => {
    clearTimeout(timer);
    text.doc.off("update", wait);
  };
}
