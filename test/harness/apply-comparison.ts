import { appendInline, type Block, type Inline, type SheetContent } from "../../shared/editor/blocks.ts";
import type { EngagementPart } from "../../shared/editor/canonical.ts";
import { isTextSection } from "../../shared/editor/sections.ts";
import type { ComparedBlock, ComparedPart, ComparedRun } from "../../shared/protocol/bodies/history.ts";

/** Which of the two contents that a comparison tells of. */
type Side = "avant" | "apres";

/**
 * The content that a comparison leads to, from the one that it starts at. Throws when it does not start there.
 *
 * The runs of a part are one stretch of text, and its blocks say where paragraphs begin in it: one whose `avant` is null
 * begins no paragraph of the first content (what it kept went on in the paragraph before: it was cut), and one whose
 * `apres` is null none of the second (it was joined to the one before).
 */
export function applyComparison(content: SheetContent, parts: readonly ComparedPart[]): SheetContent {
  let { intitule } = content;
  const sections = { ...content.sections };
  for (const { partie, identique, blocks } of parts) {
    if (identique) continue;
    if (!isSame(contentOf(partie, blocks, "avant"), partOf(content, partie))) {
      throw new Error(`the comparison of ${partie} starts from other words`);
    }
    const made = contentOf(partie, blocks, "apres");
    if (isTextSection(partie)) sections[partie] = made;
    else intitule = sentenceOf(made);
  }
  return { intitule, sections };
}

function partOf({ intitule, sections }: SheetContent, part: EngagementPart): readonly Block[] {
  return isTextSection(part) ? sections[part] : asSentence(intitule);
}

function asSentence(text: string): readonly Block[] {
  const inlines: Inline[] = text === "" ? [] : [{ kind: "text", text, strong: false, em: false, link: null }];
  return [{ genre: "texte", retrait: 0, inlines }];
}

function sentenceOf([block]: readonly Block[]): string {
  return (block?.inlines ?? []).map((inline) => (inline.kind === "text" ? inline.text : "")).join("");
}

/** What a comparison says that a part was, or is. */
function contentOf(part: EngagementPart, blocks: readonly ComparedBlock[], side: Side): readonly Block[] {
  const made: { readonly genre: Block["genre"]; readonly retrait: Block["retrait"]; readonly inlines: Inline[] }[] = [];
  for (const block of blocks) {
    const opening = block[side];
    if (opening !== null) made.push({ genre: opening.genre, retrait: opening.retrait, inlines: [] });
    for (const run of block.runs) {
      const inline = inlineOf(run, side);
      if (inline === null) continue;
      const last = made.at(-1);
      if (last === undefined) throw new Error(`words of ${part} before any paragraph`);
      appendInline(last.inlines, inline);
    }
  }
  return made;
}

function inlineOf(run: ComparedRun, side: Side): Inline | null {
  if (run.kind === (side === "avant" ? "ajoute" : "retire")) return null;
  if (run.saut) return { kind: "break" };
  const { gras, italique, lien } = run.kind === "forme" && side === "avant" ? run.avant : run;
  return { kind: "text", text: run.texte, strong: gras, em: italique, link: lien };
}

/** Neighbours with the same marks are one in both. */
function isSame(a: readonly Block[], b: readonly Block[]): boolean {
  const form = (blocks: readonly Block[]) =>
    JSON.stringify(
      blocks.map(({ genre, retrait, inlines }) => {
        const joined: Inline[] = [];
        for (const inline of inlines) appendInline(joined, inline);
        return [
          genre,
          retrait,
          joined.map((each) => (each.kind === "break" ? null : [each.text, each.strong, each.em, each.link])),
        ];
      }),
    );
  return form(a) === form(b);
}
