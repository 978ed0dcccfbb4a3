import * as Y from "yjs";
import { LiveDoc } from "../../../worker/live/live-doc.ts";
import { addParagraph } from "../../harness/raw-page.ts";

/** The client id of who makes the gesture. */
export const ALINE = 7;

/** Whose client id it is does not matter. */
export const everyone = () => true;
/** Nothing is known besides the document. */
export const nowhere = { placeOf: () => null, logged: () => null };

/** A sheet with one paragraph, and what Aline does to her copy of it, as one update. */
export function gesture(
  change: (doc: Y.Doc) => void,
  options: { gc?: boolean } = {},
): { sheet: Y.Doc; update: Uint8Array } {
  const sheet = new LiveDoc([]).doc;
  sheet.clientID = 3;
  addParagraph(sheet, "constats", "Un premier constat.");
  sheet.getText("intitule").insert(0, "Prévention");
  const copy = new Y.Doc(options);
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(sheet));
  copy.clientID = ALINE;
  const vector = Y.encodeStateVector(copy);
  copy.transact(() => change(copy));
  return { sheet, update: Y.encodeStateAsUpdate(copy, vector) };
}

/** The letters of the first paragraph. */
export function firstText(doc: Y.Doc): Y.XmlText {
  return firstParagraph(doc).get(0) as Y.XmlText;
}

/** The first paragraph that somebody wrote. */
export function firstParagraph(doc: Y.Doc): Y.XmlElement {
  return doc.getXmlFragment("constats").get(0) as Y.XmlElement;
}
