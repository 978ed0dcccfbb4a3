import { Fragment, type Node } from "prosemirror-model";
import { EditorState, type Transaction } from "prosemirror-state";
import * as Y from "yjs";
import { bindSection, isDrawn, type SectionBinding } from "../../../../web/editor/binding/section-binding.ts";
import { domSchema, genreOf, retraitOf } from "../../../../web/editor/dom-schema.ts";

/** Somebody at a section: a document, what is shown of it, and the binding between the two. No browser is needed. */
export class Person {
  readonly doc = new Y.Doc();
  readonly root: Y.XmlFragment;
  readonly binding: SectionBinding;
  /** What others' changes made of the screen. */
  readonly drawn: Transaction[] = [];
  state: EditorState;
  writable = true;
  /** How often the screen had to be put right after something that this person wrote. */
  corrected = 0;

  constructor(client: number, from?: Y.Doc) {
    this.doc.clientID = client;
    this.root = this.doc.getXmlFragment("freins");
    if (from !== undefined) Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(from));
    this.state = EditorState.create({ schema: domSchema });
    this.binding = bindSection(this.root, {
      state: () => this.state,
      dispatch: (transaction) => this.dispatch(transaction),
    });
  }

  dispatch(transaction: Transaction): void {
    if (isDrawn(transaction)) this.drawn.push(transaction);
    const before = this.state.doc;
    this.state = this.state.apply(transaction);
    // As the plugin does from within the first drawing too, when there is no binding yet.
    if (this.state.doc === before) return;
    const meant = withoutBreakMarks(this.state.doc);
    this.binding?.changed(this.writable, [transaction]);
    if (!isDrawn(transaction) && !this.state.doc.eq(meant)) this.corrected += 1;
  }

  /** Each paragraph as « genre+retrait: its text », `↵` for a break, marks as `<b>` and so on. */
  lines(): string[] {
    const lines: string[] = [];
    this.state.doc.forEach((node) => {
      let text = "";
      node.forEach((child) => {
        const letters = child.isText ? (child.text ?? "") : child.type.name === "hard_break" ? "↵" : "?";
        text += child.marks.reduceRight((inner, { type }) => `<${type.name}>${inner}</${type.name}>`, letters);
      });
      const retrait = retraitOf(node);
      const name = node.type.name === "paragraph" ? `${genreOf(node)}${retrait === 0 ? "" : `+${retrait}`}` : "?";
      lines.push(`${name}: ${text}`);
    });
    return lines;
  }
}

/** A break is a break: marks that a wide selection put on it are not kept. */
function withoutBreakMarks(doc: Node): Node {
  const paragraphs = doc.children.map((paragraph) =>
    paragraph.copy(Fragment.from(paragraph.children.map((child) => (child.isText ? child : child.mark([]))))),
  );
  return doc.copy(Fragment.from(paragraphs));
}

/** Exchanges what both wrote. */
export function meet(one: Person, other: Person): void {
  const forOther = Y.encodeStateAsUpdate(one.doc, Y.encodeStateVector(other.doc));
  const forOne = Y.encodeStateAsUpdate(other.doc, Y.encodeStateVector(one.doc));
  Y.applyUpdate(other.doc, forOther);
  Y.applyUpdate(one.doc, forOne);
}
