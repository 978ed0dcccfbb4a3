import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { bindSentence, type FieldState, INTITULE_EDIT } from "../../../web/editor/intitule-binding.ts";

/** Somebody with the field before them; `sync` exchanges what both wrote. */
function writer(client: number) {
  const doc = new Y.Doc();
  doc.clientID = client;
  const text = doc.getText("intitule");
  const binding = bindSentence(text);
  let field: FieldState = { value: "", start: 0, end: 0 };
  let composing = false;
  const show = (next: FieldState | null) => {
    if (next !== null) field = next;
  };
  text.observe((event, transaction) => {
    if (transaction.origin !== INTITULE_EDIT) show(binding.changed(event.delta, field, composing));
  });
  return {
    doc,
    field: () => field,
    text: () => text.toString(),
    /** Replaces what is between two characters of the field, as a keyboard or a spelling correction does. */
    replace(from: number, to: number, insert: string) {
      const characters = [...field.value];
      const before = characters.slice(0, from).join("");
      const value = before + insert + characters.slice(Math.max(from, to)).join("");
      const caret = before.length + insert.length;
      field = { value, start: caret, end: caret };
      show(binding.typed(field, composing));
    },
    compose(on: boolean) {
      composing = on;
      if (!on) show(binding.typed(field, false));
    },
  };
}

function sync(a: Y.Doc, b: Y.Doc): void {
  const forB = Y.encodeStateAsUpdate(a, Y.encodeStateVector(b));
  const forA = Y.encodeStateAsUpdate(b, Y.encodeStateVector(a));
  Y.applyUpdate(b, forB);
  Y.applyUpdate(a, forA);
}

describe("the intitulé, written by two people", () => {
  it("keeps the words of both", () => {
    const aline = writer(1);
    const bachir = writer(2);
    aline.replace(0, 0, "Prévention des aînés");
    sync(aline.doc, bachir.doc);
    aline.replace(0, 0, "La ");
    bachir.replace(20, 20, " à domicile");
    sync(aline.doc, bachir.doc);
    expect(aline.field().value).toBe("La Prévention des aînés à domicile");
    expect(bachir.field().value).toBe(aline.field().value);
  });

  it("leaves Aline's caret where she writes while Bachir writes before it", () => {
    const aline = writer(1);
    const bachir = writer(2);
    aline.replace(0, 0, "aînés");
    sync(aline.doc, bachir.doc);
    bachir.replace(0, 0, "Les ");
    sync(aline.doc, bachir.doc);
    expect(aline.field()).toEqual({ value: "Les aînés", start: 9, end: 9 });
  });

  it("stays on one line, in composed letters", () => {
    const aline = writer(1);
    aline.replace(0, 0, "Pre\u0301vention \n des ai\u0302nés");
    expect(aline.text()).toBe("Prévention des aînés");
    expect(aline.field().value).toBe("Prévention des aînés");
  });

  it("does not touch the field while a letter is composed, and loses nothing by it", () => {
    const aline = writer(1);
    const bachir = writer(2);
    aline.replace(0, 0, "fort");
    sync(aline.doc, bachir.doc);
    aline.compose(true);
    bachir.replace(0, 0, "très ");
    sync(aline.doc, bachir.doc);
    expect(aline.field().value).toBe("fort");
    aline.replace(4, 4, "ê");
    aline.compose(false);
    sync(aline.doc, bachir.doc);
    expect(aline.text()).toBe("très fortê");
    expect(aline.field().value).toBe("très fortê");
    expect(bachir.field().value).toBe("très fortê");
  });

  it("shows both the same text, and never loses a letter that nobody selected", () => {
    const gesture = fc.record({
      who: fc.constantFrom(0, 1),
      kind: fc.constantFrom("type" as const, "replace" as const, "sync" as const),
      at: fc.nat({ max: 30 }),
      length: fc.nat({ max: 4 }),
      insert: fc.string({ unit: fc.constantFrom("a", "b", "é", "😀"), minLength: 1, maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(gesture, { maxLength: 60, size: "max" }), (gestures) => {
        const people = [writer(1), writer(2)] as const;
        for (const { who, kind, at, length, insert } of gestures) {
          const person = people[who === 0 ? 0 : 1];
          if (kind === "sync") sync(people[0].doc, people[1].doc);
          else if (kind === "type") person.replace(at, at, insert);
          else person.replace(at, at + length, insert);
          expect(person.field().value).toBe(person.text());
        }
        sync(people[0].doc, people[1].doc);
        expect(people[0].field().value).toBe(people[1].field().value);
        expect(people[0].text()).toBe(people[0].field().value);
      }),
    );
  });
});
