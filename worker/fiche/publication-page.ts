import type { ContratId, DocumentId } from "../../shared/ids.ts";
import type { Masque } from "../../shared/protocol/bodies/history.ts";
import type { FicheState, PublicationState, VersionState } from "../../shared/workflow/state.ts";
import { currentParts, published } from "../../shared/workflow/versions.ts";
import { firstRow, run } from "../durable/sql.ts";
import { publicWords } from "../pages/public-words.ts";
import { DELIVERIES_TABLE, Deliveries, type DeliveryParts } from "../pages/store/deliveries.ts";
import { type KeptFiche, writeKept } from "../pages/store/kept.ts";
import { keyOfFiche } from "../pages/store/keys.ts";
import type { FicheLife } from "./life.ts";

/** Statements for what everybody reads of a fiche, for the document's migration « publication ». */
export const PUBLICATION_TABLES = [
  DELIVERIES_TABLE,
  // Whether the contrat threw the fiche away: a state with a number, which it tells.
  "CREATE TABLE corbeille (one INTEGER PRIMARY KEY CHECK (one = 1), number INTEGER NOT NULL, jetee INTEGER NOT NULL)",
];

export interface PublicationParts extends Omit<DeliveryParts, "make"> {
  readonly life: FicheLife;
  /** What was masked in the fiche. */
  readonly masques: () => readonly Masque[];
  /** All of it kept, or nothing. */
  readonly transaction: (write: () => void) => void;
}

/**
 * What everybody reads of one fiche: its file of the pages store, which this document alone writes. It has the words of
 * the version that is published; or it says that the fiche is not published any more, from when it is withdrawn, or thrown
 * away. Of a fiche that was never published there is no file.
 */
export class PublicationPage {
  readonly #parts: PublicationParts;
  readonly #deliveries: Deliveries;

  constructor(parts: PublicationParts) {
    this.#parts = parts;
    this.#deliveries = new Deliveries({ ...parts, make: () => writeKept(this.#kept()) });
  }

  /** What is published, or its words, may be something else from now on; inside the transaction that makes it so. */
  changed(): void {
    const { document, contrat } = this.#owner();
    const key = keyOfFiche(contrat, document);
    const shown = this.#shown();
    if (shown === null && !this.#deliveries.has(key)) return;
    this.#deliveries.mustSay(key, shown === null ? "retiree" : this.#inShort(shown));
  }

  /** The contrat says whether the fiche is thrown away; a number not above the last one heard is passed over. */
  hearCorbeille(number: number, jetee: boolean): void {
    this.#parts.transaction(() => {
      const heard = firstRow<{ number: number }>(this.#parts.sql, "SELECT number FROM corbeille")?.number ?? 0;
      if (number <= heard) return;
      run(this.#parts.sql, "INSERT OR REPLACE INTO corbeille VALUES (1, ?, ?)", number, jetee ? 1 : 0);
      this.changed();
    });
  }

  /** The intitulé of the version that is published, thrown away or not; null: none is. */
  intitule(): string | null {
    const version = published(this.#state());
    return version === null ? null : this.#parts.life.versions.content(version.numero).intitule;
  }

  /** Brings the file up to date; see `Deliveries`. */
  deliver(): Promise<void> {
    return this.#deliveries.deliver();
  }

  /** The fiche is about to be no more: resolves when nothing of it is public. Rejects when the store did not take that. */
  async end(): Promise<void> {
    this.hearCorbeille(Number.MAX_SAFE_INTEGER, true);
    await this.#deliveries.deliver();
    if (!this.#deliveries.isSent()) throw new Error("what was public of a fiche is not withdrawn yet");
  }

  #kept(): KeptFiche {
    const shown = this.#shown();
    if (shown === null) return { etat: "retiree" };
    const { version, publication } = shown;
    const { life, masques } = this.#parts;
    return {
      etat: "publiee",
      id: this.#owner().document,
      version: version.numero,
      empreinte: version.empreintes.version,
      valideeLe: version.valideeLe,
      publieeLe: publication.le,
      masquee: Object.keys(version.masquees).length > 0,
      ...publicWords(life.versions.content(version.numero), masques()),
    };
  }

  /** What the page shows, or null when it shows nothing. */
  #shown(): { readonly version: VersionState; readonly publication: PublicationState } | null {
    const state = this.#state();
    const version = published(state);
    if (version === null || state.publication === null || this.#isThrown()) return null;
    return { version, publication: state.publication };
  }

  #state(): FicheState {
    // Nothing here hangs on where the draft stood first.
    return this.#parts.life.whole("brouillon").state;
  }

  /** Something else whenever the file must be. */
  #inShort({
    version,
    publication,
  }: {
    readonly version: VersionState;
    readonly publication: PublicationState;
  }): string {
    const { numero, valideeLe } = version;
    return JSON.stringify([numero, valideeLe, publication.le, currentParts(version), this.#parts.masques().length]);
  }

  #isThrown(): boolean {
    return firstRow<{ jetee: number }>(this.#parts.sql, "SELECT jetee FROM corbeille")?.jetee === 1;
  }

  #owner(): { readonly document: DocumentId; readonly contrat: ContratId } {
    const row = firstRow<{ document: DocumentId; contrat: ContratId }>(
      this.#parts.sql,
      "SELECT id AS document, contrat FROM document",
    );
    // Written by `create`, and nothing of a fiche is asked before.
    if (row === null) throw new Error("no document");
    return row;
  }
}
