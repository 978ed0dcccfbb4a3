import type { EditorState } from "prosemirror-state";
import type * as Y from "yjs";
import type { Declaration } from "../../../shared/protocol/declarations.ts";
import { RESTATES } from "../../live/own-changes.ts";
import { holdPiece } from "../binding/held-piece.ts";
import { type Letter, lettersOf, textOf } from "../binding/restated.ts";
import { AT_ONCE } from "./at-once.ts";

/** What happened since the first section of the page was entered. */
interface Past {
  readonly declarations: Declaration[];
  /** What left the screen, by client id. */
  readonly removed: Map<number, Removal[]>;
  changes: number;
}

interface Removal {
  readonly clock: number;
  readonly length: number;
  /** Which change it was, and whether this page made it. */
  readonly change: number;
  readonly isMine: boolean;
}

const pasts = new WeakMap<Y.Doc, Past>();

/** Remembers from now on what is removed and moved: a piece that is pasted may have been moved since it was copied. */
export function follow(doc: Y.Doc): void {
  if (pasts.has(doc)) return;
  const past: Past = { declarations: [], removed: new Map(), changes: 0 };
  pasts.set(doc, past);
  // Once the undo history has said what it put back.
  doc.on("afterTransactionCleanup", ({ local, meta, deleteSet }: Y.Transaction) => {
    past.changes += 1;
    // Put there by the binding and the undo history alone.
    past.declarations.push(...((meta.get(RESTATES) as readonly Declaration[] | undefined) ?? []));
    for (const [client, ranges] of deleteSet.clients) {
      const known = past.removed.get(client) ?? [];
      past.removed.set(client, known);
      for (const { clock, len } of ranges) known.push({ clock, length: len, change: past.changes, isMine: local });
    }
  });
}

/**
 * Keeps which letters the selection holds, as it is copied or cut. What is pasted of it later restates those that this
 * page has removed meanwhile, so that words which only changed place keep their author; of letters that still stand, or
 * that somebody else took away, it is a copy, and its own author's.
 */
export function hold(root: Y.XmlFragment, { doc: shown, selection: { from, to } }: EditorState): void {
  const { doc } = root;
  if (doc === null) return;
  follow(doc);
  const paragraphs = root.toArray().map((type, index) => ({ type, node: shown.child(index) }));
  const letters = lettersOf(paragraphs, [], (item) => !item.deleted).filter(
    ({ position }) => position >= from && position < to,
  );
  const text = textOf(letters);
  let next = 0;
  holdPiece(doc, (came) => {
    const pasted = textOf(came);
    if (pasted === text) next = 0;
    // A long piece is pasted in parts.
    else if (text.length <= AT_ONCE || !text.startsWith(pasted, next)) return [];
    const part = letters.slice(next, next + pasted.length);
    next = (next + pasted.length) % text.length;
    const isGone = goneFrom(doc);
    return part.map((letter) => (isGone(letter) ? letter : null));
  });
}

/** Whether a letter, and all that restate the same first one, left the screen, and this page took the last of them. */
function goneFrom(doc: Y.Doc): (letter: Letter) => boolean {
  const past = pasts.get(doc);
  const firsts = new Map<string, Y.ID>();
  const restating = new Map<string, Y.ID[]>();
  const firstOf = (id: Y.ID): Y.ID => firsts.get(name(id)) ?? id;
  for (const { client, clock, length, from } of past?.declarations ?? []) {
    for (let i = 0; i < length; i += 1) {
      const now = { client, clock: clock + i };
      const first = firstOf({ client: from.client, clock: from.clock + i });
      firsts.set(name(now), first);
      const others = restating.get(name(first));
      if (others === undefined) restating.set(name(first), [now]);
      else others.push(now);
    }
  }
  const removalOf = ({ client, clock }: Y.ID): Removal | undefined =>
    past?.removed.get(client)?.find((range) => range.clock <= clock && clock < range.clock + range.length);
  return (letter) => {
    const first = firstOf(letter);
    let last: Removal | undefined;
    for (const each of [first, ...(restating.get(name(first)) ?? [])]) {
      const removal = removalOf(each);
      if (removal === undefined) return false;
      if (last === undefined || last.change <= removal.change) last = removal;
    }
    return last?.isMine === true;
  };
}

function name({ client, clock }: Y.ID): string {
  return `${client}:${clock}`;
}
