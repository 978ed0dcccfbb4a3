import * as Y from "yjs";
import { GENRES, RETRAITS } from "../../shared/editor/genres.ts";
import { TEXT_SECTIONS } from "../../shared/editor/sections.ts";
import type { SeededRandom } from "../harness/random.ts";

/** One thing that a page does to its copy of a sheet. */
export function act(doc: Y.Doc, random: SeededRandom): void {
  doc.transact(() => random.pick(GESTURES)(doc, random));
}

type Gesture = (doc: Y.Doc, random: SeededRandom) => void;

const MARKS = [{ strong: {} }, { em: {} }, { link: { href: "https://exemple.fr/a" } }, { strong: null }];

const GESTURES: readonly Gesture[] = [
  function type(doc, random) {
    const text = someText(doc, random);
    text.insert(random.below(text.length + 1), "des mots ".slice(0, 1 + random.below(9)));
  },
  function typeKeyByKey(doc, random) {
    const text = someText(doc, random);
    for (const key of "clé à clé") text.insert(text.length, key);
  },
  function erase(doc, random) {
    const text = someText(doc, random);
    const from = random.below(text.length + 1);
    text.delete(from, Math.min(6, text.length - from));
  },
  function replaceWords(doc, random) {
    const text = someText(doc, random);
    const length = Math.min(9, text.length);
    const words = text.toString().slice(0, length);
    text.delete(0, length);
    text.insert(0, words.replaceAll(/<[^>]*>/g, ""));
  },
  function mark(doc, random) {
    const text = someText(doc, random);
    const from = random.below(text.length + 1);
    text.format(from, Math.min(5, text.length - from), random.pick(MARKS));
  },
  function addParagraph(doc, random) {
    const fragment = doc.getXmlFragment(random.pick(TEXT_SECTIONS));
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [new Y.XmlText("Un paragraphe.")]);
    fragment.insert(random.below(fragment.length + 1), [paragraph]);
  },
  function removeParagraph(doc, random) {
    const fragment = doc.getXmlFragment(random.pick(TEXT_SECTIONS));
    if (fragment.length > 1) fragment.delete(random.below(fragment.length), 1);
  },
  function restyle(doc, random) {
    const paragraph = someParagraph(doc, random);
    const genre = random.pick(GENRES);
    if (genre === "texte") paragraph.removeAttribute("genre");
    else paragraph.setAttribute("genre", genre);
  },
  function indent(doc, random) {
    // Stored as a number; the type of Yjs says text.
    someParagraph(doc, random).setAttribute("retrait", random.pick(RETRAITS) as unknown as string);
  },
  function breakLine(doc, random) {
    const paragraph = someParagraph(doc, random);
    paragraph.insert(paragraph.length, [new Y.XmlElement("hard_break"), new Y.XmlText("suite")]);
  },
  function rename(doc, random) {
    const intitule = doc.getText("intitule");
    if (intitule.length > 80) intitule.delete(0, 40);
    intitule.insert(random.below(intitule.length + 1), "Prévention ");
  },
];

function someParagraph(doc: Y.Doc, random: SeededRandom): Y.XmlElement {
  const fragment = doc.getXmlFragment(random.pick(TEXT_SECTIONS));
  if (fragment.length === 0) fragment.insert(0, [new Y.XmlElement("paragraph")]);
  const paragraph = fragment.get(random.below(fragment.length));
  if (!(paragraph instanceof Y.XmlElement)) throw new Error("something else than a paragraph in a section");
  return paragraph;
}

function someText(doc: Y.Doc, random: SeededRandom): Y.XmlText {
  const paragraph = someParagraph(doc, random);
  const [first] = paragraph.toArray();
  if (first instanceof Y.XmlText) return first;
  const text = new Y.XmlText("Un début.");
  paragraph.insert(0, [text]);
  return text;
}
