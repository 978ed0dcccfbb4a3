import type { SheetContent } from "../../shared/editor/blocks.ts";
import type { Masque } from "../../shared/protocol/bodies/history.ts";
import { masquesIn, sectionsOf, titleOf } from "./sheet.ts";
import type { PublishedFiche } from "./store/kept.ts";

/** The words of a version as everybody reads them, made once: its summary in plain language first, then in their order. */
export function publicWords(
  content: SheetContent,
  masques: readonly Masque[],
): Pick<PublishedFiche, "intitule" | "sousIntitule" | "texte"> {
  return {
    intitule: titleOf(content),
    sousIntitule: markup(masquesIn(content, "intitule", masques)),
    texte: markup(sectionsOf(content, masques, "resume")),
  };
}

function markup(pieces: readonly { readonly markup: string }[]): string {
  return pieces.map((piece) => piece.markup).join("");
}
