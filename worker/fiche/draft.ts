import type * as Y from "yjs";
import type { SheetContent } from "../../shared/editor/blocks.ts";
import { type Empreintes, fingerprint, missingSections } from "../../shared/editor/canonical.ts";
import { readSheet } from "../../shared/editor/read-section.ts";
import type { TextSection } from "../../shared/editor/sections.ts";

/** The text as it would be submitted. */
export interface Drafted {
  readonly seq: number;
  readonly empreintes: Empreintes;
  readonly manquantes: readonly TextSection[];
}

export interface DraftParts {
  /** The text as it is stored: what was gathered is stored first. */
  readonly doc: () => Y.Doc;
  /** The number of the last update of its log. */
  readonly lastSeq: () => number;
}

/** The text of a fiche that is being written, with its fingerprints: worked out once for each state of the log. */
export class Draft {
  readonly #parts: DraftParts;
  #last: Drafted | null = null;

  constructor(parts: DraftParts) {
    this.#parts = parts;
  }

  /** The text itself. */
  get doc(): Y.Doc {
    return this.#parts.doc();
  }

  content(): SheetContent {
    return readSheet(this.#parts.doc());
  }

  /** Its fingerprints, and which of the sections that it needs are empty. */
  read(): Drafted {
    const doc = this.#parts.doc();
    const seq = this.#parts.lastSeq();
    if (this.#last?.seq === seq) return this.#last;
    const content = readSheet(doc);
    this.#last = { seq, empreintes: fingerprint(content), manquantes: missingSections(content) };
    return this.#last;
  }
}
