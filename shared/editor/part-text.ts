import type { SheetContent } from "./blocks.ts";
import type { EngagementPart } from "./canonical.ts";
import { blocksToText } from "./plain-text.ts";

/** The words of a part without their marks, in composed letters, as a réserve quotes them: one line per paragraph. */
export function partText(content: SheetContent, part: EngagementPart): string {
  return (part === "intitule" ? content.intitule : blocksToText(content.sections[part])).normalize("NFC");
}
