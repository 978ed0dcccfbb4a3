import * as Y from "yjs";
import { ROOTS, TEXT_SECTIONS } from "../../shared/editor/sections.ts";

/** A copy that only hears: what Yjs would tidy in it, and tell nobody, stays. */
export function untidied(doc: Y.Doc): Y.Doc {
  doc.on("afterTransaction", (transaction: Y.Transaction) => {
    transaction._needFormattingCleanup = false;
  });
  return doc;
}

/** Everything that a page shows of a text. */
export function readable(doc: Y.Doc) {
  const sections = TEXT_SECTIONS.map((section) => doc.getXmlFragment(section).toString());
  const vector = [...Y.decodeStateVector(Y.encodeStateVector(doc))].sort(([a], [b]) => a - b);
  return { sections, intitule: doc.getText("intitule").toString(), vector };
}

/** What is in the text and in no sheet. */
export function misfits(doc: Y.Doc): string[] {
  const found = [...doc.share.keys()].filter((root) => !ROOTS.has(root));
  for (const section of TEXT_SECTIONS) {
    for (const paragraph of doc.getXmlFragment(section).toArray()) {
      if (!(paragraph instanceof Y.XmlElement) || paragraph.nodeName !== "paragraph") {
        found.push(`${section}: ${paragraph}`);
        continue;
      }
      for (const [name] of Object.entries(paragraph.getAttributes())) {
        if (name !== "genre" && name !== "retrait") found.push(`${section}: ${name}`);
      }
      for (const child of paragraph.toArray()) {
        const isBreak = child instanceof Y.XmlElement && child.nodeName === "hard_break" && child.length === 0;
        if (!isBreak && !(child instanceof Y.XmlText)) found.push(`${section}: ${child}`);
      }
    }
  }
  return found;
}
