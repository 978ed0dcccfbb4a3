/**
 * The sections of a fiche-action, in the order of the sheet, with their keys. A key is a root name in the document and
 * is stable for ever; titles and help texts are words for people and live in `web/labels/`.
 */

/** Sections written together as text: one root fragment of flat blocks each. */
export const TEXT_SECTIONS = [
  "constats",
  "inegalites",
  "description",
  "resultats_attendus",
  "moyens",
  "leviers",
  "freins",
  "vigilance",
  "participation",
  "resume",
] as const;

export type TextSection = (typeof TEXT_SECTIONS)[number];

/** Sentences written together: one root text each, on one line. */
export const SENTENCES = ["intitule"] as const;

export type Sentence = (typeof SENTENCES)[number];

/** The one section of the notes of a meeting, as flat blocks too. */
export const NOTES_SECTIONS = ["notes"] as const;

export type NotesSection = (typeof NOTES_SECTIONS)[number];

/** A section of flat blocks, of a fiche or of notes: what one editor shows. */
export type BlockSection = TextSection | NotesSection;

/** Every place of a text where a caret can be. */
export type Place = BlockSection | Sentence;

/** The places of one kind of text. */
export interface Places {
  readonly sections: readonly BlockSection[];
  readonly sentences: readonly Sentence[];
}

export const FICHE_PLACES: Places = { sections: TEXT_SECTIONS, sentences: SENTENCES };
export const NOTES_PLACES: Places = { sections: NOTES_SECTIONS, sentences: [] };

/** The closed list of root names of a fiche. */
export const ROOTS: ReadonlySet<string> = new Set<string>([...TEXT_SECTIONS, ...SENTENCES]);

/** Sections that a fiche needs before it can be submitted (completeness is a message, never a lock on writing). */
export const REQUIRED_SECTIONS: ReadonlySet<TextSection> = new Set<TextSection>([
  "constats",
  "inegalites",
  "description",
  "resultats_attendus",
  "participation",
]);

/** The longest intitule, in UTF-16 units: the limit of the State's tool for fiches-actions, so that exports fit it. */
export const INTITULE_MAX = 300;

/** Whether a root of this name is a section of a fiche. */
export function isTextSection(name: string): name is TextSection {
  return (TEXT_SECTIONS as readonly string[]).includes(name);
}

/** Whether a root of this name is a sentence, and so one line of text. */
export function isSentence(name: string): name is Sentence {
  return (SENTENCES as readonly string[]).includes(name);
}

/** Whether some kind of text has a place of this name. */
export function isPlace(name: string): name is Place {
  return ROOTS.has(name) || (NOTES_SECTIONS as readonly string[]).includes(name);
}
