import * as Y from "yjs";
import { encodeClientFrame } from "../../shared/protocol/client-frames.ts";
import { inspect } from "../harness/inspector.ts";
import { connect } from "./connect.ts";
import { residentBytes } from "./processes.ts";
import type { Bench } from "./targets.ts";
import { SECTION, Typist } from "./typist.ts";

const SIZES = [50_000, 200_000, 1_000_000];
/** A paragraph, and the letters of it that were written in one go. */
const PARAGRAPH = 600;
const RUN = 40;

/** What an open text takes, in bytes. */
export interface Memory {
  readonly letters: number;
  /** Live objects of V8 more than before it was opened. */
  readonly heap: number;
  /** Of the whole process. */
  readonly resident: number;
}

/** Memory of a server that holds one open text of each size; a new server for each. */
export async function memory(start: (options: { readonly inspector: true }) => Promise<Bench>): Promise<Memory[]> {
  const found: Memory[] = [];
  for (const letters of SIZES) {
    const bench = await start({ inspector: true });
    try {
      const { server } = bench;
      if (server.inspectorPort === null) throw new Error("no inspector");
      const inspector = await inspect(server.inspectorPort, `${server.url}/api/sante`);
      const target = bench.target(1);
      const doc = new Y.Doc();
      const typist = new Typist(await connect(target, doc), target, doc);
      await typist.begin();
      const before = await inspector.heap();
      await write(typist, letters);
      const heap = (await inspector.heap()) - before;
      found.push({ letters, heap, resident: residentBytes(server.pid()) });
      inspector.close();
    } finally {
      await bench.stop();
    }
  }
  return found;
}

/** A text as many gestures make it: runs that stand in another order than they were written in, and stay apart. */
async function write(typist: Typist, letters: number): Promise<void> {
  const frames: Uint8Array<ArrayBuffer>[] = [];
  const { doc } = typist;
  const take = (update: Uint8Array) => {
    frames.push(encodeClientFrame({ kind: "numbered_update", number: frames.length + 2, update }));
  };
  doc.on("update", take);
  const fragment = doc.getXmlFragment(SECTION);
  for (let written = 0; written < letters; written += PARAGRAPH) {
    doc.transact(() => {
      const paragraph = new Y.XmlElement("paragraph");
      const text = new Y.XmlText();
      paragraph.insert(0, [text]);
      fragment.insert(fragment.length, [paragraph]);
      for (let run = 0; run < PARAGRAPH; run += RUN) text.insert(0, "Des mots écrits d’un trait, par un. ".padEnd(RUN));
    });
  }
  doc.off("update", take);
  await typist.sendAll(frames, 8);
}
