import * as Y from "yjs";
import { TEXT_SECTIONS } from "../../shared/editor/sections.ts";
import type { AccountId, DocumentId } from "../../shared/ids.ts";
import { type DemoBlock, parseBlock } from "./blocks.ts";
import type { DemoFiche } from "./format.ts";

export interface SeedUpdate {
  readonly author: AccountId;
  readonly client: number;
  readonly bytes: Uint8Array;
}

/**
 * The words of a fiche of the demonstration as updates of the people of its groupe, one section each in turn: they then
 * have authors like any other words.
 */
export function seedText(fiche: DemoFiche, authors: readonly AccountId[]): SeedUpdate[] {
  const doc = new Y.Doc();
  const updates: SeedUpdate[] = [];
  const write = (turn: number, change: () => void) => {
    const author = authors[turn % authors.length];
    if (author === undefined) throw new Error(`nobody writes ${fiche.numero}`);
    updates.push(seedChange(doc, fiche.id as DocumentId, author, change));
  };
  write(0, () => doc.getText("intitule").insert(0, fiche.intitule));
  for (const [turn, section] of TEXT_SECTIONS.entries()) {
    const lines = fiche.sections[section];
    if (lines === undefined) continue;
    write(turn, () => doc.getXmlFragment(section).insert(0, lines.map(parseBlock).map(paragraph)));
  }
  return updates;
}

/** A paragraph as a page writes it. */
export function paragraph(block: DemoBlock): Y.XmlElement {
  const element = new Y.XmlElement<{ genre: string; retrait: number }>("paragraph");
  // As a page writes it: what is absent is `texte` and 0.
  if (block.genre !== "texte") element.setAttribute("genre", block.genre);
  if (block.retrait !== 0) element.setAttribute("retrait", block.retrait);
  const text = new Y.XmlText();
  text.applyDelta(
    block.runs.map(({ text: insert, strong, em, link }) => ({
      insert,
      attributes: {
        ...(strong === undefined ? {} : { strong: {} }),
        ...(em === undefined ? {} : { em: {} }),
        ...(link === undefined ? {} : { link: { href: link } }),
      },
    })),
  );
  element.insert(0, [text]);
  // Yjs keeps any value in an attribute; its types of a fragment's children know strings alone.
  return element as unknown as Y.XmlElement;
}

/** The change of one gesture, by this person, as their page would send it. */
export function seedChange(doc: Y.Doc, fiche: DocumentId, author: AccountId, change: () => void): SeedUpdate {
  doc.clientID = seedClient(fiche, author);
  const parts: Uint8Array[] = [];
  const record = (bytes: Uint8Array) => parts.push(bytes);
  doc.on("update", record);
  doc.transact(change);
  doc.off("update", record);
  const [bytes] = parts;
  if (bytes === undefined) throw new Error(`a gesture that changes nothing of ${fiche}`);
  return { author, client: doc.clientID, bytes };
}

/** Always the same for the same fiche and person, so that loading twice makes nothing twice (FNV-1a, 32 bits). */
function seedClient(fiche: DocumentId, author: AccountId): number {
  let hash = 0x811c9dc5;
  for (const letter of `${fiche}/${author}`) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
  return hash >>> 0;
}
