import { changedParts, type EngagementPart } from "../../shared/editor/canonical.ts";
import type { RestaureBody } from "../../shared/protocol/bodies/history.ts";
import { ok, type Result } from "../../shared/result.ts";
import type { Draft } from "./draft.ts";

/** Brings a text back, or a part of it, and says whether it had these very words before. */
export async function sayingWhether<Refusal extends string>(
  draft: Draft,
  partie: EngagementPart | null,
  bringBack: () => Promise<Result<null, Refusal>>,
): Promise<Result<RestaureBody, Refusal>> {
  const before = draft.read().empreintes.parts;
  const done = await bringBack();
  if (!done.ok) return done;
  const changed = changedParts(before, draft.read().empreintes.parts);
  // What others wrote elsewhere meanwhile is not what was brought back.
  return ok({ deja: partie === null ? changed.length === 0 : !changed.includes(partie) });
}
