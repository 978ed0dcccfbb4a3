import type { Mappable } from "prosemirror-transform";
import * as Y from "yjs";
import type { Declaration } from "../../../shared/protocol/declarations.ts";
import { declare } from "../../live/own-changes.ts";
import type { Shown } from "./draw.ts";

/** One letter of a section: where it is on the screen, and its name in the document. */
export interface Letter {
  readonly position: number;
  readonly letter: string;
  readonly client: number;
  readonly clock: number;
}

/** Says of letters that a change put in, and did not move, which older ones they are: null for those that are new. */
export type Carried = (came: readonly Letter[], went: readonly Letter[]) => readonly (Y.ID | null)[];

/**
 * What a change written here restates: letters that the person only moved (Enter, Backspace) or carried elsewhere are new
 * in the document, and still those of whoever typed them. Exact, and no guess by equal words: the steps of the editor say
 * where each letter went. Called within the transaction that wrote it, when old letters are still there to see.
 *
 * @param map from positions of the screen before to those after
 * @param carried when something was dragged or pasted
 */
export function restated(
  before: readonly Shown[],
  after: readonly Shown[],
  map: Mappable,
  carried: Carried | null,
  { deleteSet, beforeState, doc }: Y.Transaction,
): Declaration[] {
  const declarations: Declaration[] = [];
  const known = (client: number): number => beforeState.get(client) ?? 0;
  const moves = deleteSet.clients.size > 0 || carried !== null;
  if (!moves || Y.getState(doc.store, doc.clientID) === known(doc.clientID)) return declarations;
  const isOld = ({ id }: Y.Item): boolean => id.clock < known(id.client);
  // Not yet in order within a transaction: Yjs' own search would not find in it.
  const goes = ({ id }: Y.Item): boolean =>
    deleteSet.clients.get(id.client)?.some(({ clock, len }) => clock <= id.clock && id.clock < clock + len) === true;

  const came = new Map<number, Letter>();
  for (const letter of lettersOf(after, before, (item) => !item.deleted)) {
    if (letter.clock >= known(letter.client)) came.set(letter.position, letter);
  }
  const went: Letter[] = [];
  for (const old of lettersOf(before, after, (item) => isOld(item) && (!item.deleted || goes(item)))) {
    const { pos, deletedAfter } = map.mapResult(old.position, 1);
    const now = came.get(pos);
    if (deletedAfter) {
      went.push(old);
    } else if (now !== undefined) {
      came.delete(pos);
      declare(declarations, now, old);
    }
  }
  const rest = [...came.values()];
  for (const [index, old] of carried?.(rest, went).entries() ?? []) {
    const now = rest[index];
    if (now !== undefined && old !== null) declare(declarations, now, old);
  }
  return declarations;
}

/** What was dragged is what went, when all of it came again. */
export const dragged: Carried = (came, went) => (textOf(came) === textOf(went) ? went : []);

export function textOf(letters: readonly Letter[]): string {
  return letters.map(({ letter }) => letter).join("");
}

/** The letters of paragraphs that are not the same on the other side, in the order of the text. */
export function lettersOf(
  paragraphs: readonly Shown[],
  others: readonly Shown[],
  shows: (item: Y.Item) => boolean,
): Letter[] {
  const same = new Map(others.map(({ type, node }) => [type, node]));
  const letters: Letter[] = [];
  let start = 0;
  for (const { type, node } of paragraphs) {
    if (type instanceof Y.XmlElement && same.get(type) !== node) collect(type, start + 1, shows, letters);
    start += node.nodeSize;
  }
  return letters;
}

function collect(
  type: Y.XmlElement | Y.XmlText,
  start: number,
  shows: (item: Y.Item) => boolean,
  into: Letter[],
): number {
  let position = start;
  for (let item = type._start; item !== null; item = item.right) {
    const { content, id } = item;
    if (!item.countable || !shows(item)) continue;
    if (content instanceof Y.ContentType && content.type instanceof Y.XmlText) {
      position = collect(content.type, position, shows, into);
      continue;
    }
    if (content instanceof Y.ContentString) {
      for (let i = 0; i < item.length; i += 1) {
        into.push({ position: position + i, letter: content.str[i] ?? "", client: id.client, clock: id.clock + i });
      }
    }
    position += item.length;
  }
  return position;
}
