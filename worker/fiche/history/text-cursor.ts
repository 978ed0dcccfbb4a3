import * as Y from "yjs";
import type { Declaration } from "../../../shared/protocol/declarations.ts";
import type { Range } from "../../live/bounded-decoder.ts";
import { pairUp } from "../../live/reprises.ts";
import { hasSameMarks, type Marks } from "./part-letters.ts";

/** What is done next to the letters of a text. */
type Change =
  | { readonly kind: "keep"; readonly length: number }
  | { readonly kind: "mark"; readonly length: number; readonly marks: Marks }
  | { readonly kind: "remove"; readonly length: number }
  | { readonly kind: "write"; readonly text: string; readonly marks: Marks; readonly from: readonly Range[] };

/**
 * One text that is changed from its beginning to its end: what is asked is gathered, and done at once by `flush`, since Yjs
 * looks for a place from the beginning each time, and a text may hold ten thousand marks.
 */
export class TextCursor {
  readonly #text: Y.Text;
  #changes: Change[] = [];
  /** Letters before what is gathered, as the text stands. */
  #done = 0;
  #moved = false;

  constructor(text: Y.Text) {
    this.#text = text;
  }

  /** Whether nothing was asked yet. */
  get isFresh(): boolean {
    return !this.#moved;
  }

  /** Goes over letters, which have these marks from now on; null: those that they have. */
  keep(length: number, marks: Marks | null): void {
    this.#moved = true;
    this.#changes.push(marks === null ? { kind: "keep", length } : { kind: "mark", length, marks });
  }

  remove(length: number): void {
    this.#moved = true;
    this.#changes.push({ kind: "remove", length });
  }

  /** Puts letters here, each of which restates the one at its place in `from`. */
  write(text: string, marks: Marks, from: readonly Range[]): void {
    this.#moved = true;
    const last = this.#changes.at(-1);
    // One struct of Yjs, and not two between which a mark ends and begins again.
    if (last?.kind === "write" && hasSameMarks(last.marks, marks)) {
      this.#changes[this.#changes.length - 1] = { ...last, text: last.text + text, from: [...last.from, ...from] };
    } else {
      this.#changes.push({ kind: "write", text, marks, from });
    }
  }

  /** Does what was gathered; what the letters that are written restate. */
  flush(): Declaration[] {
    const changes = this.#changes;
    if (changes.every(({ kind }) => kind === "keep")) {
      for (const change of changes) this.#done += lengthAfter(change);
      this.#changes = [];
      return [];
    }
    this.#changes = [];
    const { doc } = this.#text;
    if (doc === null) throw new Error("a text of no document");
    const begun = Y.getState(doc.store, doc.clientID);
    const delta = [...(this.#done > 0 ? [{ retain: this.#done }] : []), ...changes.map(deltaOf)];
    const declarations: Declaration[] = [];
    doc.transact(() => {
      this.#text.applyDelta(delta);
      const written = stringsSince(doc, begun);
      for (const change of changes) {
        this.#done += lengthAfter(change);
        if (change.kind !== "write") continue;
        const to = written.shift();
        if (to?.length !== change.text.length) throw new Error("letters that were not written as they were asked");
        for (const { client, clock, length, from } of pairUp([to], change.from)) {
          declarations.push({ client, clock, length, from });
        }
      }
    });
    return declarations;
  }
}

function lengthAfter(change: Change): number {
  switch (change.kind) {
    case "keep":
    case "mark":
      return change.length;
    case "remove":
      return 0;
    case "write":
      return change.text.length;
  }
}

/** As Yjs calls it; it changes the attributes that it is given. */
function deltaOf(change: Change): object {
  switch (change.kind) {
    case "keep":
      return { retain: change.length };
    case "mark":
      return {
        retain: change.length,
        attributes: { strong: null, em: null, link: null, ...attributesOf(change.marks) },
      };
    case "remove":
      return { delete: change.length };
    case "write":
      return { insert: change.text, attributes: attributesOf(change.marks) };
  }
}

function attributesOf({ gras, italique, lien }: Marks): Record<string, object> {
  return { ...(gras && { strong: {} }), ...(italique && { em: {} }), ...(lien !== null && { link: { href: lien } }) };
}

/** Stretches of letters that the document's own client wrote from a clock on, in the order of its writing. */
function stringsSince({ store, clientID }: Y.Doc, clock: number): Range[] {
  const structs = store.clients.get(clientID) ?? [];
  const strings: Range[] = [];
  if (clock === Y.getState(store, clientID)) return strings;
  for (let i = Y.findIndexSS(structs, clock); i < structs.length; i++) {
    const struct = structs[i];
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) continue;
    strings.push({ client: clientID, clock: struct.id.clock, length: struct.length });
  }
  return strings;
}
