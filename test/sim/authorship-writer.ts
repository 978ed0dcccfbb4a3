import type { Node } from "prosemirror-model";
import * as Y from "yjs";
import { GENRES } from "../../shared/editor/genres.ts";
import type { AccountId } from "../../shared/ids.ts";
import { domSchema } from "../../web/editor/dom-schema.ts";
import { follow } from "../../web/editor/paste/hold.ts";
import { createSurfaces } from "../../web/editor/surfaces.ts";
import { createUndoHistory, type UndoHistory } from "../../web/editor/undo-history.ts";
import type { KeptUpdate } from "../../web/live/device-place.ts";
import type { SeededRandom } from "../harness/random.ts";
import type { Link } from "../harness/simulated-room.ts";
import { AuthorshipClipboard } from "./authorship-clipboard.ts";
import { type Ledger, SAME_WORDS } from "./authorship-ledger.ts";
import { AuthorshipPage, type PageKind } from "./authorship-page.ts";
import { AuthorshipSheets } from "./authorship-sheets.ts";

/** Somebody at a page: gestures in two sections, one history, one clipboard. */
export class AuthorshipWriter {
  readonly account: AccountId;
  readonly kind: PageKind;
  page!: AuthorshipPage;
  link: Link | null = null;
  readonly #random: SeededRandom;
  readonly #ledger: Ledger;
  #sheets!: AuthorshipSheets;
  #clipboard!: AuthorshipClipboard;
  #history!: UndoHistory;
  /** Where the words within a phrase stood before, by this person's hand. */
  readonly #stoodIn = new Map<string, readonly string[]>();

  constructor(options: {
    client: number;
    account: AccountId;
    kind: PageKind;
    random: SeededRandom;
    ledger: Ledger;
  }) {
    this.account = options.account;
    this.kind = options.kind;
    this.#random = options.random;
    this.#ledger = options.ledger;
    this.#openPage(options.client, []);
  }

  /** The page is closed and opened again under another id: what it had not sent is on the device. */
  reload(client: number): void {
    this.#history.stop();
    this.#sheets.stop();
    this.#openPage(client, this.page.device);
  }

  #openPage(client: number, earlier: readonly KeptUpdate[]): void {
    this.page = new AuthorshipPage(client, this.kind, earlier);
    this.page.doc.on("update", (update: Uint8Array, _origin: unknown, _doc: Y.Doc, { local }: Y.Transaction) => {
      if (!local) return;
      for (const struct of Y.decodeUpdate(update).structs) {
        if (struct instanceof Y.Item && struct.content instanceof Y.ContentString)
          this.#ledger.puts(this.account, struct.content.str);
      }
    });
    // As the first focus does.
    follow(this.page.doc);
    this.#history = createUndoHistory(this.page.doc, createSurfaces());
    this.#sheets = new AuthorshipSheets(this.page, this.#random);
    this.#clipboard = new AuthorshipClipboard({
      account: this.account,
      page: this.page,
      sheets: this.#sheets,
      random: this.#random,
      ledger: this.#ledger,
      stoodIn: this.#stoodIn,
    });
  }

  /** One gesture, and what it did to this person's screen. */
  act(): void {
    const before = this.#sheets.screen();
    this.#clipboard.look();
    if (this.#clipboard.isFull && this.#random.chance(0.25)) this.#clipboard.paste();
    else this.#random.pick(this.kind === "ours" ? this.#gestures : this.#stockGestures)();
    if (this.#random.chance(0.5)) this.#history.separate();
    this.#ledger.gesture(this.account, before, this.#sheets.screen());
    this.page.pass(this.#random.below(200));
  }

  readonly #typing = [() => this.#type(), () => this.#type(), () => this.#typePhrase()];
  readonly #gestures: (() => void)[] = [
    ...this.#typing,
    ...this.#typing,
    ...this.#typing,
    () => this.#split(),
    () => this.#split(),
    () => this.#join(),
    () => this.#join(),
    () => this.#delete(),
    () => this.#undo(),
    () => this.#undo(),
    () => this.#redo(),
    () => this.#clipboard.cut(),
    () => this.#clipboard.cutWithin(),
    () => this.#clipboard.cutWithin(),
    () => this.#clipboard.copyWithin(),
    () => this.#clipboard.copyWithin(),
    () => this.#drag(),
    () => this.#shape(),
    () => this.#mark(),
    () => this.#break(),
  ];
  /**
   * A stock client cannot say what it restates: it is given gestures that restate nothing, and no words that others have
   * too, since nobody could tell that it did not move those that it deleted.
   */
  readonly #stockGestures = [
    () => this.#type(),
    () => this.#type(),
    () => this.#type(),
    () => this.#delete(),
    () => this.#shape(),
    () => this.#mark(),
  ];

  #type(): void {
    this.#write(`${this.#ledger.newWord(this.account)} `);
  }

  #typePhrase(): void {
    const letter = this.#ledger.newPhrase(this.account, this.account);
    this.#write(`${letter}${SAME_WORDS}${letter} `);
  }

  /** At a caret, or over a selection. */
  #write(words: string): void {
    const sheet = this.#sheets.pick();
    const [from, to] = this.#random.chance(0.1) ? this.#sheets.range(sheet) : [null, null];
    this.#sheets.edit(sheet, (change) => {
      if (from !== null && to !== null) change.insertText(words, from, to);
      else change.insertText(words, this.#sheets.caret(sheet));
    });
  }

  #split(): void {
    const sheet = this.#sheets.pick();
    this.#sheets.edit(sheet, (change) => change.split(this.#sheets.caret(sheet)));
  }

  #join(): void {
    const sheet = this.#sheets.pick();
    const { doc } = sheet.state;
    if (doc.childCount < 2) return;
    const index = 1 + this.#random.below(doc.childCount - 1);
    this.#sheets.edit(sheet, (change) => change.join(startOf(doc, index)));
  }

  #break(): void {
    const sheet = this.#sheets.pick();
    this.#sheets.edit(sheet, (change) => change.insert(this.#sheets.caret(sheet), domSchema.nodes.hard_break.create()));
  }

  #shape(): void {
    const sheet = this.#sheets.pick();
    const { doc } = sheet.state;
    const genre = this.#random.pick(GENRES);
    const start = startOf(doc, this.#random.below(doc.childCount));
    this.#sheets.edit(sheet, (change) => change.setNodeAttribute(start, "genre", genre === "texte" ? null : genre));
  }

  #mark(): void {
    const sheet = this.#sheets.pick();
    const [from, to] = this.#sheets.range(sheet);
    const mark = this.#random.pick([domSchema.marks.strong, domSchema.marks.em]).create();
    this.#sheets.edit(sheet, (change) => {
      if (this.#random.chance(0.5)) change.addMark(from, to, mark);
      else change.removeMark(from, to, mark);
    });
  }

  #delete(): void {
    const sheet = this.#sheets.pick();
    const [from, to] = this.#sheets.range(sheet);
    this.#sheets.edit(sheet, (change) => change.delete(from, to));
  }

  #undo(): void {
    this.#history.undo();
  }

  #redo(): void {
    this.#history.redo();
  }

  #drag(): void {
    const sheet = this.#sheets.pick();
    const [from, to] = this.#sheets.range(sheet);
    const target = this.#sheets.caret(sheet);
    if (target >= from && target <= to) return;
    const slice = sheet.state.doc.slice(from, to);
    this.#sheets.edit(sheet, (change) => {
      change.delete(from, to);
      const at = change.mapping.map(target);
      change.replace(at, at, slice).setMeta("uiEvent", "drop");
    });
  }
}

function startOf(doc: Node, index: number): number {
  let start = 0;
  for (let i = 0; i < index; i++) start += doc.child(i).nodeSize;
  return start;
}
