import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { decodeUpdate, type Id } from "../../../worker/live/bounded-decoder.ts";
import { admitBytes } from "../../harness/admit-bytes.ts";
import { addParagraph } from "../../harness/raw-page.ts";
import { ALINE, everyone, firstText, gesture, nowhere } from "./judged-gesture.ts";

describe("what is known already", () => {
  /** A sheet to which Aline sent her words, and the update that brought them. */
  function told(words: string): { sheet: Y.Doc; update: Uint8Array } {
    const { sheet, update } = gesture((doc) => addParagraph(doc, "freins", words));
    Y.applyUpdate(sheet, update);
    return { sheet, update };
  }
  const log = (update: Uint8Array) => ({
    placeOf: () => "freins" as const,
    logged: ({ client, clock }: Id) =>
      decodeUpdate(update)?.structs.find(
        (struct) => struct.client === client && clock >= struct.clock && clock < struct.clock + struct.length,
      ) ?? null,
  });

  it("said again as it was brings nothing, whole, in parts, or since collected by its page", () => {
    const { sheet, update } = told("Des mots.");
    firstText(sheet).insert(0, "entre-temps ");
    for (const again of [update, Y.mergeUpdates([update, update]), Y.encodeStateAsUpdate(sheet)]) {
      const admitted = admitBytes(sheet, again, () => false, nowhere);
      expect(admitted.ok && admitted.value.update.structs).toEqual([]);
    }
    const collected = new Y.Doc();
    collected.clientID = 12;
    Y.applyUpdate(collected, Y.encodeStateAsUpdate(sheet));
    collected.getXmlFragment("freins").delete(0, 1);
    const admitted = admitBytes(sheet, Y.encodeStateAsUpdate(collected), () => false, nowhere);
    expect(admitted.ok && admitted.value.update.structs).toEqual([]);
  });

  it("goes on where it ended", () => {
    const { sheet } = gesture(() => {});
    const page = new Y.Doc();
    Y.applyUpdate(page, Y.encodeStateAsUpdate(sheet));
    page.clientID = ALINE;
    page.getText("intitule").insert(0, "Ma ");
    Y.applyUpdate(sheet, Y.encodeStateAsUpdate(page));
    page.getText("intitule").insert(3, "grande 🌳 ");
    const admitted = admitBytes(sheet, Y.encodeStateAsUpdate(page), (client) => client === ALINE, nowhere);
    if (!admitted.ok) throw new Error(admitted.code);
    expect(admitted.value.update.structs).toMatchObject([{ clock: 3, origin: { clock: 2 } }]);
    Y.applyUpdate(sheet, admitted.value.bytes);
    expect(sheet.getText("intitule").toString()).toBe("Ma grande 🌳 Prévention");
  });

  it("said otherwise is refused by its name", () => {
    const { sheet } = told("Des mots.");
    for (const words of ["Des maux.", "Des maux, et d’autres", "Un"]) {
      const { update } = gesture((doc) => addParagraph(doc, "freins", words));
      expect(admitBytes(sheet, update, everyone, nowhere)).toEqual({ ok: false, code: "identifiant_en_double" });
    }
    const { update: shorter } = gesture((doc) => addParagraph(doc, "freins", "Des"));
    expect(admitBytes(sheet, shorter, everyone, nowhere).ok).toBe(true);
  });

  it("said otherwise when it was deleted since: the log remembers", () => {
    const { sheet, update } = told("Des mots.");
    const { update: other } = gesture((doc) => addParagraph(doc, "freins", "Des maux."));
    sheet.getXmlFragment("freins").delete(0, 1);
    expect(admitBytes(sheet, update, everyone, log(update)).ok).toBe(true);
    expect(admitBytes(sheet, other, everyone, log(update))).toEqual({ ok: false, code: "identifiant_en_double" });
  });

  it("is looked up in the log so many times and no more", () => {
    const { sheet, update } = gesture((doc) => {
      const text = firstText(doc);
      for (let i = 0; i < 500; i++) text.insert(i % 2 === 0 ? 0 : text.length, "x");
    });
    Y.applyUpdate(sheet, update);
    sheet.getXmlFragment("constats").delete(0, 1);
    let looks = 0;
    const logged = (id: Id) => {
      looks += 1;
      return log(update).logged(id);
    };
    expect(admitBytes(sheet, update, everyone, { placeOf: () => "constats", logged }).ok).toBe(true);
    expect(looks).toBe(64);
  });

  it("may have lost half a letter, where somebody typed into the middle of one", () => {
    const { sheet, update } = gesture((doc) => doc.getText("intitule").insert(0, "🌳"));
    Y.applyUpdate(sheet, update);
    sheet.clientID = 4;
    sheet.getText("intitule").insert(1, "-");
    expect(admitBytes(sheet, update, everyone, nowhere).ok).toBe(true);
  });
});
