import { expect } from "vitest";
import * as Y from "yjs";
import type { EngagementPart } from "../../shared/editor/canonical.ts";
import type { AccountId } from "../../shared/ids.ts";
import type { ComparedPart } from "../../shared/protocol/bodies/history.ts";
import { RESTATES } from "../../web/live/own-changes.ts";
import { compare } from "../../worker/fiche/history/compare.ts";
import { atOnce } from "../../worker/live/in-pieces.ts";
import { SeededRandom } from "../harness/random.ts";
import { SimulatedRoom } from "../harness/simulated-room.ts";
import { DeclaringPage } from "./declaring-page.ts";

export const ALINE = "a1ne000000000000" as AccountId;
export const BACHIR = "bach000000000000" as AccountId;

/** Aline and Bachir at the same fiche, each at a page; what one does reaches the other before anything else is done. */
export class Table {
  readonly room = new SimulatedRoom(new SeededRandom(1));
  readonly aline = new DeclaringPage(101);
  readonly bachir = new DeclaringPage(102);

  constructor() {
    this.room.connect(this.aline, ALINE);
    this.room.connect(this.bachir, BACHIR);
    this.settle();
  }

  settle(): void {
    while (this.room.step());
  }

  /** Does it, and says how one part changed by it. */
  change(part: EngagementPart, ...gestures: readonly (() => void)[]): ComparedPart {
    const before = this.room.lastRow();
    for (const gesture of gestures) {
      gesture();
      this.settle();
    }
    const { parties } = atOnce(compare(this.room.log(), before, this.room.lastRow()));
    const found = parties.find(({ partie }) => partie === part);
    if (found === undefined) throw new Error("no such part");
    return found;
  }
}

/** A paragraph of « Constats », as a page has it. */
export function paragraph({ doc }: DeclaringPage, index: number): Y.XmlElement {
  const found = doc.getXmlFragment("constats").get(index);
  if (!(found instanceof Y.XmlElement)) throw new Error("no such paragraph");
  return found;
}

/** Its words. */
export function text(page: DeclaringPage, index: number): Y.XmlText {
  const found = paragraph(page, index).get(0);
  if (!(found instanceof Y.XmlText)) throw new Error("no text there");
  return found;
}

/** Writes letters that stand at a place of a text again elsewhere, and says so, as the browser's own binding does. */
export function restate(
  page: DeclaringPage,
  from: Y.XmlText,
  at: number,
  length: number,
  put: (words: string) => void,
): void {
  const words = from.toString().slice(at, at + length);
  const first = Y.createRelativePositionFromTypeIndex(from, at).item;
  page.doc.transact((transaction) => {
    from.delete(at, length);
    const clock = Y.getState(page.doc.store, page.client);
    put(words);
    // The words are the last that was written.
    const to = Y.getState(page.doc.store, page.client) - length;
    expect(to).toBeGreaterThanOrEqual(clock);
    transaction.meta.set(RESTATES, [{ client: page.client, clock: to, length, from: first }]);
  });
}
