import { type Block, isBlank } from "./blocks.ts";
import type { Retrait } from "./genres.ts";
import { inlinesToHtml } from "./inlines-to-html.ts";

export interface HtmlOptions {
  /** The level of a `titre`; a `sous_titre` is one below. */
  readonly headingLevel: 2 | 3 | 4 | 5;
}

/**
 * The HTML of a section, without a DOM: real headings, lists and quotations out of runs of flat blocks, with the numbers
 * that the editor shows. Blank paragraphs are left out. Safe to put in a page as it is: the text is escaped, and there
 * is no `style`.
 */
export function blocksToHtml(blocks: readonly Block[], options: HtmlOptions): string {
  const writer = new SectionWriter(options);
  for (const block of blocks) writer.add(block);
  return writer.end();
}

/** A list that is open, with its last item open too. */
interface OpenList {
  readonly tag: "ul" | "ol";
  readonly retrait: Retrait;
}

/** How the items of a list are numbered at each retrait: 1, a, i. */
const NUMBERING: Readonly<Record<Retrait, string>> = { 0: "", 1: ' type="a"', 2: ' type="i"' };

class SectionWriter {
  readonly #headingLevel: number;
  readonly #lists: OpenList[] = [];
  /** At each retrait, the number of the last `numero` of a list that is not over. */
  readonly #numbers = [0, 0, 0];
  #html = "";
  #quoting = false;
  #titled = false;

  constructor({ headingLevel }: HtmlOptions) {
    this.#headingLevel = headingLevel;
  }

  add(block: Block): void {
    const blank = isBlank(block);
    switch (block.genre) {
      case "puce":
      case "numero":
        // A blank item parts nothing: somebody is about to write there.
        if (!blank) this.#addItem(block, block.genre === "puce" ? "ul" : "ol");
        break;
      case "citation":
        if (!blank) this.#addQuotation(block);
        break;
      case "texte":
        this.#closeQuotation();
        this.#endNumbers(block.retrait);
        this.#closeLists((list) => list.retrait >= block.retrait);
        if (!blank) this.#addParagraph(block);
        break;
      case "titre":
      case "sous_titre":
        this.#closeQuotation();
        this.#endNumbers(block.retrait);
        this.#closeLists(() => true);
        if (!blank) this.#addHeading(block);
        break;
    }
  }

  end(): string {
    this.#closeQuotation();
    this.#closeLists(() => true);
    return this.#html;
  }

  #addItem({ retrait, inlines }: Block, tag: OpenList["tag"]): void {
    this.#closeQuotation();
    this.#closeLists((list) => list.retrait > retrait || (list.retrait === retrait && list.tag !== tag));
    this.#endNumbers(tag === "ul" ? retrait : retrait + 1);
    const number = (this.#numbers[retrait] ?? 0) + 1;
    if (tag === "ol") this.#numbers[retrait] = number;
    if (this.#lists.at(-1)?.retrait === retrait) {
      this.#html += "</li>";
    } else {
      const numbering = tag === "ol" ? NUMBERING[retrait] + (number === 1 ? "" : ` start="${number}"`) : "";
      this.#html += `<${tag}${this.#indentation(retrait)}${numbering}>`;
      this.#lists.push({ tag, retrait });
    }
    this.#html += `<li>${inlinesToHtml(inlines)}`;
  }

  #addQuotation(block: Block): void {
    this.#endNumbers(block.retrait);
    const parted = (list: OpenList) => list.retrait >= block.retrait;
    // Of one quotation as long as it stays inside the same item.
    if (this.#lists.some(parted)) this.#closeQuotation();
    this.#closeLists(parted);
    if (!this.#quoting) this.#html += "<blockquote>";
    this.#quoting = true;
    this.#addParagraph(block);
  }

  #addParagraph({ retrait, inlines }: Block): void {
    this.#html += `<p${this.#indentation(retrait)}>${inlinesToHtml(inlines)}</p>`;
  }

  #addHeading({ genre, inlines }: Block): void {
    // No level is skipped: under no titre, a sous_titre is at the level of one.
    const level = this.#headingLevel + (genre === "sous_titre" && this.#titled ? 1 : 0);
    if (genre === "titre") this.#titled = true;
    this.#html += `<h${level}>${inlinesToHtml(inlines)}</h${level}>`;
  }

  /** Lists at this retrait and deeper are over; those above go on after what is inside one of their items. */
  #endNumbers(retrait: number): void {
    this.#numbers.fill(0, retrait);
  }

  #closeLists(isOver: (list: OpenList) => boolean): void {
    for (let last = this.#lists.at(-1); last !== undefined && isOver(last); last = this.#lists.at(-1)) {
      this.#html += `</li></${last.tag}>`;
      this.#lists.pop();
    }
  }

  #closeQuotation(): void {
    if (this.#quoting) this.#html += "</blockquote>";
    this.#quoting = false;
  }

  /** Being in an item says one step; what is deeper than that is a class. */
  #indentation(retrait: Retrait): string {
    const last = this.#lists.at(-1);
    const steps = retrait - (last === undefined ? 0 : last.retrait + 1);
    return steps === 0 ? "" : ` class="retrait-${steps}"`;
  }
}
