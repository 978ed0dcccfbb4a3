import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import type { AccountId } from "../../../shared/ids.ts";
import type { Declaration } from "../../../shared/protocol/declarations.ts";
import { decodeUpdate } from "../../../worker/live/bounded-decoder.ts";
import { LiveDoc } from "../../../worker/live/live-doc.ts";
import type { Past } from "../../../worker/live/past.ts";
import { type Testimony, witness } from "../../../worker/live/witness.ts";
import { addParagraph } from "../../harness/raw-page.ts";

const ALINE = 1;
const BACHIR = 2;

/** Nothing is known besides the document. */
const FORGETFUL: Past = {
  lettersOf: () => [],
  structOf: () => null,
  ownerOf: (client) => `wrtr00000000000${client}` as AccountId,
  originsOf: ({ client, clock, length }) => [{ client, clock, length, first: { client, clock }, piece: null }],
  restating: () => [],
  rowOf: () => null,
  removedIn: () => null,
};

/** A server's text, and pages that write on their own copies until they send. */
function sheet() {
  const live = new LiveDoc([]);
  return {
    live,
    page(client: number): Y.Doc {
      const doc = new Y.Doc();
      doc.clientID = client;
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(live.doc));
      return doc;
    },
    /** What a page wrote since it was opened, in one update. */
    send(doc: Y.Doc, declarations: readonly Declaration[] | null = []): Testimony {
      const bytes = Y.encodeStateAsUpdate(doc, live.stateVector());
      const update = decodeUpdate(bytes);
      if (update === null) throw new Error("an update");
      const seen = live.apply(bytes, (transaction) =>
        witness(transaction, update, () => "freins", FORGETFUL, declarations),
      );
      if (seen === null) throw new Error("news");
      return seen;
    },
  };
}

/** Everything a page does, as it sends it: gathered, with what was taken back meanwhile. */
function gathered(doc: Y.Doc, act: () => void): Uint8Array {
  const updates: Uint8Array[] = [];
  const note = (update: Uint8Array) => updates.push(update);
  doc.on("update", note);
  act();
  doc.off("update", note);
  return Y.mergeUpdates(updates);
}

function textOfFirst(doc: Y.Doc): Y.XmlText {
  const paragraph = doc.getXmlFragment("freins").get(0);
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
  if (!(text instanceof Y.XmlText)) throw new Error("a paragraph");
  return text;
}

describe("words for a paragraph that is gone", () => {
  it("are set aside without what their author took back before sending", () => {
    const { live, page, send } = sheet();
    const aline = page(ALINE);
    addParagraph(aline, "freins", "le transport");
    send(aline);
    const bachir = page(BACHIR);
    bachir.getXmlFragment("freins").delete(0, 1);
    send(bachir);

    const bytes = gathered(aline, () => {
      textOfFirst(aline).insert(12, " rural");
      textOfFirst(aline).delete(14, 3);
    });
    const update = decodeUpdate(bytes);
    if (update === null) throw new Error("an update");
    const seen = live.apply(bytes, (transaction) => witness(transaction, update, () => "freins", FORGETFUL, []));
    expect(seen?.lost.map(({ text }) => text)).toEqual([" r", "l"]);
    expect(seen?.deed.deleted).toEqual([{ client: ALINE, clock: 16, length: 3 }]);
  });
});

describe("words that are deleted and typed again at once", () => {
  /** Bachir deletes Aline's words and types the same. */
  function retype(said: readonly Declaration[] | null): Testimony {
    const { page, send } = sheet();
    const aline = page(ALINE);
    addParagraph(aline, "freins", "le transport");
    send(aline);
    const bachir = page(BACHIR);
    textOfFirst(bachir).delete(3, 9);
    textOfFirst(bachir).insert(3, "transport");
    return send(bachir, said);
  }

  it("are their typist's, when the page says what it restates, and does not say this", () => {
    expect(retype([]).deed.reprises).toEqual([]);
  });

  it("are taken for moved, when the page cannot say", () => {
    expect(retype(null).deed.reprises).toMatchObject([{ client: BACHIR, length: 9, declared: false }]);
  });

  it("are looked for where what the page says does not hold", () => {
    const wrong = { client: BACHIR, clock: 0, length: 9, from: { client: ALINE, clock: 2 } };
    expect(retype([wrong]).deed.reprises).toMatchObject([{ client: BACHIR, length: 9, declared: false }]);
  });

  it("are not somebody's whose letters still stand", () => {
    const { page, send } = sheet();
    const aline = page(ALINE);
    addParagraph(aline, "freins", "le transport");
    send(aline);
    const bachir = page(BACHIR);
    textOfFirst(bachir).insert(12, "transport");
    const copied = { client: BACHIR, clock: 0, length: 9, from: { client: ALINE, clock: 5 } };
    expect(send(bachir, [copied]).deed.reprises).toEqual([]);
  });
});
