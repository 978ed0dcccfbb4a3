import { setTimeout as pause } from "node:timers/promises";
import * as Y from "yjs";
import { type FlatTrace, onOneLine, readTrace } from "../harness/traces.ts";
import { connect } from "./connect.ts";
import type { Bench, Target } from "./targets.ts";
import { SECTION, Typist } from "./typist.ts";

/** Few at a time, so that the log has thousands of rows, as after months and not as after a race. */
const IN_FLIGHT = 4;
/** The log is packed some seconds after it got long. */
const UNTIL_PACKED = 6_000;

/** Measures on a bench of its own with a real session of 23,136 edits; null where its file is missing. */
export async function withSession<Measured>(
  start: () => Promise<Bench>,
  measure: (bench: Bench, trace: FlatTrace) => Promise<Measured>,
): Promise<Measured | null> {
  const trace = readTrace("clownschool_flat");
  if (trace === null) return null;
  const bench = await start();
  try {
    return await measure(bench, trace);
  } finally {
    await bench.stop();
  }
}

/** Writes the session as one person did, and waits until its log is packed; the section as it is then. */
export async function write(target: Target, trace: FlatTrace): Promise<string> {
  const doc = new Y.Doc();
  const typist = new Typist(await connect(target, doc), target, doc);
  await typist.begin();
  const gestures = trace.txns.map(({ patches }) => (text: Y.XmlText) => {
    for (const [position, deleted, inserted] of patches) {
      if (deleted > 0) text.delete(position, deleted);
      if (inserted !== "") text.insert(position, onOneLine(inserted));
    }
  });
  await typist.sendAll(typist.frames(gestures), IN_FLIGHT);
  await pause(UNTIL_PACKED);
  typist.socket.close();
  const words = wordsOf(doc);
  if (!words.includes(onOneLine(trace.endContent))) throw new Error("another text than the session's");
  return words;
}

/** What a text says, in the section that the session is written in. */
export function wordsOf(doc: Y.Doc): string {
  return doc.getXmlFragment(SECTION).toString();
}
