import type * as Y from "yjs";
import { refuse } from "../../shared/result.ts";
import { admit, type OwnsClient, type Remembered } from "../../worker/live/admission.ts";
import { decodeUpdate } from "../../worker/live/bounded-decoder.ts";

/** Reads an update and has it judged, as the room does. */
export function admitBytes(doc: Y.Doc, bytes: Uint8Array, owns: OwnsClient, remembered: Remembered) {
  const update = decodeUpdate(bytes);
  return update === null ? refuse("hors_modele") : admit(doc, { bytes, update }, owns, remembered);
}
