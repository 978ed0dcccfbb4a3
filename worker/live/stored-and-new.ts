import * as Y from "yjs";
import type { DecodedUpdate, Id, Struct } from "./bounded-decoder.ts";
import { firstBeyond } from "./range-set.ts";
import { storedStruct } from "./stored-struct.ts";

/** The structs of a document and those of an update that would come to it, by id. The document is only read. */
export class StoredAndNew {
  readonly #doc: Y.Doc;
  /** The update's, by client, in the order of their clocks. */
  readonly byClient: ReadonlyMap<number, readonly Struct[]>;

  constructor(doc: Y.Doc, update: DecodedUpdate) {
    this.#doc = doc;
    const byClient = new Map<number, Struct[]>();
    for (const struct of update.structs) {
      const list = byClient.get(struct.client);
      if (list === undefined) byClient.set(struct.client, [struct]);
      else list.push(struct);
    }
    this.byClient = byClient;
  }

  /** The first clock of this client that the document does not have. */
  storedEnd(client: number): number {
    return Y.getState(this.#doc.store, client);
  }

  /** The first clock of this client that is neither in the document nor in the update. */
  end(client: number): number {
    const last = this.byClient.get(client)?.at(-1);
    const known = this.storedEnd(client);
    return last === undefined ? known : Math.max(known, last.clock + last.length);
  }

  /** What the document holds under this id. */
  stored(id: Id): Y.Item | Y.GC | null {
    return storedStruct(this.#doc, id);
  }

  /** What the update brings under this id. */
  brought(id: Id): Struct | null {
    const structs = this.byClient.get(id.client) ?? [];
    const struct = structs[firstBeyond(structs, id.clock)];
    return struct !== undefined && struct.clock <= id.clock ? struct : null;
  }
}
