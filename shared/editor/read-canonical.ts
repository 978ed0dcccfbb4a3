import type { Block, Inline, SheetContent } from "./blocks.ts";
import { ENGAGEMENT, type EngagementPart } from "./canonical.ts";
import type { TextSection } from "./sections.ts";

type CanonicalInline =
  | { readonly saut: true }
  | { readonly mots: string; readonly gras: boolean; readonly italique: boolean; readonly lien: string | null };
type CanonicalBlock = Pick<Block, "genre" | "retrait"> & { readonly texte: readonly CanonicalInline[] };

/** The words of parts that `canonicalPart` wrote. Throws on text of another form: it was stored by nobody here. */
export function readCanonical(parts: Readonly<Record<EngagementPart, string>>): SheetContent {
  const sections: Partial<Record<TextSection, Block[]>> = {};
  let intitule = "";
  for (const part of ENGAGEMENT) {
    const { partie, contenu } = JSON.parse(parts[part]) as { partie: unknown; contenu: unknown };
    if (partie !== part) throw new Error(`not the canonical form of ${part}`);
    // Each is what `canonicalPart` makes of such a part.
    if (part === "intitule") intitule = contenu as string;
    else sections[part] = (contenu as CanonicalBlock[]).map(blockOf);
  }
  // Every section was met in the closed list.
  return { intitule, sections: sections as SheetContent["sections"] };
}

function blockOf({ genre, retrait, texte }: CanonicalBlock): Block {
  return { genre, retrait, inlines: texte.map(inlineOf) };
}

function inlineOf(inline: CanonicalInline): Inline {
  if ("saut" in inline) return { kind: "break" };
  const { mots, gras, italique, lien } = inline;
  return { kind: "text", text: mots, strong: gras, em: italique, link: lien };
}
