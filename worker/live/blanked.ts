import { decodeStored, type Struct } from "./bounded-decoder.ts";
import type { RangeSet } from "./range-set.ts";
import { encodeUpdate } from "./update-encoder.ts";

/** What stands where a masked letter stood: one for each of its UTF-16 units. */
export const BLANK = "█";

/**
 * An update or a state of a text with these of its letters replaced by blanks, and the addresses of these links gone: ids,
 * clocks and everything else stay, so that whatever stands on them still does. null when it holds none of them.
 */
export function blankLetters(bytes: Uint8Array, letters: RangeSet): Uint8Array | null {
  const { structs, deletes } = decodeStored(bytes);
  let changed = false;
  const kept = structs.map((struct): Struct => {
    const blank = blankStruct(struct, letters);
    changed ||= blank !== null;
    return blank ?? struct;
  });
  return changed ? encodeUpdate({ structs: kept, deletes }) : null;
}

function blankStruct(struct: Struct, letters: RangeSet): Struct | null {
  if (struct.kind !== "item") return null;
  const { content } = struct;
  if (content.kind === "format") {
    return letters.has(struct) ? { ...struct, content: { ...content, value: null } } : null;
  }
  if (content.kind !== "string") return null;
  let text = "";
  for (const { range, inside } of letters.split(struct)) {
    const start = range.clock - struct.clock;
    text += inside ? BLANK.repeat(range.length) : content.text.slice(start, start + range.length);
  }
  return text === content.text ? null : { ...struct, content: { kind: "string", text } };
}
