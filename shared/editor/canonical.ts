import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { type CanonicalValue, canonicalJson } from "../text/canonical-json.ts";
import { appendInline, type Block, type Inline, isBlank, type SheetContent } from "./blocks.ts";
import { REQUIRED_SECTIONS, TEXT_SECTIONS, type TextSection } from "./sections.ts";

declare const brand: unique symbol;
/** A SHA-256 in hexadecimal, lower case: which words, exactly. */
export type Empreinte = string & { readonly [brand]: "empreinte" };

/** The parts of a sheet that are approved, each with a fingerprint of its own: what it is called, and its sections. */
export const ENGAGEMENT = ["intitule", ...TEXT_SECTIONS] as const;
export type EngagementPart = (typeof ENGAGEMENT)[number];

/** The fingerprint of a version, and of each of its parts. */
export interface Empreintes {
  readonly version: Empreinte;
  readonly parts: Readonly<Record<EngagementPart, Empreinte>>;
}

const FORMAT = "coaction/1";

/**
 * The words of a part in their one canonical form (RFC 8785), the same for all time and whoever writes it: `format`,
 * `partie` (its key) and `contenu`. A sentence is its text; a section is a list of paragraphs `{genre, retrait, texte}`
 * whose `texte` is a list of `{mots, gras, italique, lien}` and `{saut: true}`. Text is NFC; neighbours with the same marks
 * are one, and empty paragraphs at the end of a section are left out: nobody sees them.
 */
export function canonicalPart(content: SheetContent, part: EngagementPart): string {
  return canonicalJson({
    format: FORMAT,
    partie: part,
    contenu: part === "intitule" ? content.intitule.normalize("NFC") : paragraphs(content.sections[part]),
  });
}

/** The fingerprint of one part: of its own content alone. */
export function fingerprintPart(content: SheetContent, part: EngagementPart): Empreinte {
  return digest(canonicalPart(content, part));
}

/** The fingerprints of a sheet: each part's, and the whole's, which is that of the parts'. */
export function fingerprint(content: SheetContent): Empreintes {
  // `fromEntries` forgets the keys, which are the closed list just mapped.
  const parts = Object.fromEntries(ENGAGEMENT.map((part) => [part, fingerprintPart(content, part)])) as Record<
    EngagementPart,
    Empreinte
  >;
  return { version: fingerprintVersion(parts), parts };
}

/** The fingerprints of the parts in their one canonical form: what a version's own is made of. */
export function canonicalEmpreintes(parts: Readonly<Record<EngagementPart, Empreinte>>): string {
  return canonicalJson({ format: FORMAT, parties: parts });
}

/** The fingerprint of a version from those of its parts: so that a part whose words are masked does not break the rest. */
export function fingerprintVersion(parts: Readonly<Record<EngagementPart, Empreinte>>): Empreinte {
  return digest(canonicalEmpreintes(parts));
}

/** The parts whose words differ, in the order of the sheet. */
export function changedParts(
  before: Readonly<Record<EngagementPart, Empreinte>>,
  after: Readonly<Record<EngagementPart, Empreinte>>,
): EngagementPart[] {
  return ENGAGEMENT.filter((part) => before[part] !== after[part]);
}

/** Whether these characters are a fingerprint. */
export function parseEmpreinte(text: string): Empreinte | null {
  return /^[0-9a-f]{64}$/.test(text) ? (text as Empreinte) : null;
}

/** The required sections without a word that a reader sees, in the order of the sheet: what a submission lacks. */
export function missingSections({ sections }: SheetContent): TextSection[] {
  return TEXT_SECTIONS.filter((section) => REQUIRED_SECTIONS.has(section) && sections[section].every(isBlank));
}

function paragraphs(blocks: readonly Block[]): CanonicalValue {
  const last = blocks.findLastIndex((block) => block.inlines.length > 0);
  return blocks.slice(0, last + 1).map(({ genre, retrait, inlines }) => ({ genre, retrait, texte: runs(inlines) }));
}

function runs(inlines: readonly Inline[]): CanonicalValue[] {
  const joined: Inline[] = [];
  for (const inline of inlines) appendInline(joined, inline);
  return joined.map((inline) =>
    inline.kind === "break"
      ? { saut: true }
      : { mots: inline.text.normalize("NFC"), gras: inline.strong, italique: inline.em, lien: inline.link },
  );
}

function digest(form: string): Empreinte {
  return bytesToHex(sha256(utf8ToBytes(form))) as Empreinte;
}
