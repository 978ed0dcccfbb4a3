import * as Y from "yjs";
import { ok, type Result, refuse } from "../../shared/result.ts";
import { BLANK } from "./blanked.ts";
import type { Content, DecodedUpdate, Id, NewItem, Struct } from "./bounded-decoder.ts";
import { isOfSheets } from "./sheet-content.ts";

/** A struct as it is in the log, which has what the document dropped; null when nobody remembers it. */
export type LoggedStruct = (id: Id) => Struct | null;

/** Looks into the log for one update: each may be a row to read. */
const LOOKS_MAX = 64;

/**
 * The update without what the document holds already: Yjs would hang the rest where the known part really is, and not
 * where this update says that it is. Refuses what says something else under an id that is known. What was deleted is
 * looked up as far as a bound allows, and else passes: it is not stored either way.
 */
export function newsOf(
  doc: Y.Doc,
  update: DecodedUpdate,
  logged: LoggedStruct,
): Result<DecodedUpdate, "identifiant_en_double"> {
  const known = update.structs.filter(({ client, clock }) => clock < Y.getState(doc.store, client));
  if (known.length === 0) return ok(update);
  const memory = new Memory(doc, logged);
  for (const struct of known) {
    // What its own page dropped since, it does not say again.
    if (struct.kind !== "item" || struct.content.kind === "deleted") continue;
    if (!memory.agrees(struct, struct.content)) return refuse("identifiant_en_double");
  }
  const structs = update.structs.flatMap((struct) => from(struct, Y.getState(doc.store, struct.client)));
  return ok({ structs, deletes: update.deletes });
}

/** The part of a struct from this clock on. */
function from(struct: Struct, clock: number): Struct[] {
  const offset = clock - struct.clock;
  if (offset <= 0) return [struct];
  if (offset >= struct.length) return [];
  const range = { client: struct.client, clock, length: struct.length - offset };
  if (struct.kind !== "item") return [{ ...struct, ...range }];
  const origin = { client: struct.client, clock: clock - 1 };
  return [{ ...struct, ...range, origin, parent: null, parentSub: null, content: tail(struct.content, offset) }];
}

function tail(content: Content, offset: number): Content {
  if (content.kind === "string") return { kind: "string", text: content.text.slice(offset) };
  return content.kind === "any" ? { kind: "any", values: content.values.slice(offset) } : content;
}

/** What was written under each id, in the document and behind it. */
class Memory {
  readonly #doc: Y.Doc;
  readonly #logged: LoggedStruct;
  #looks = LOOKS_MAX;

  constructor(doc: Y.Doc, logged: LoggedStruct) {
    this.#doc = doc;
    this.#logged = logged;
  }

  agrees({ client, clock: start, length }: NewItem, content: Content): boolean {
    const structs = this.#doc.store.clients.get(client) ?? [];
    const until = Math.min(start + length, Y.getState(this.#doc.store, client));
    let clock = start;
    for (let i = Y.findIndexSS(structs, clock); clock < until; i++) {
      const stored = structs[i];
      if (stored === undefined) break;
      const end = Math.min(until, stored.id.clock + stored.length);
      const living = stored instanceof Y.Item ? contentOf(stored) : null;
      const isSame =
        living === null
          ? this.#agreesWithLog({ client, clock }, end, content, clock - start)
          : same(content, clock - start, living, clock - stored.id.clock, end - clock);
      if (!isSame) return false;
      clock = end;
    }
    return true;
  }

  #agreesWithLog({ client, clock: start }: Id, end: number, content: Content, offset: number): boolean {
    let clock = start;
    while (clock < end && this.#looks > 0) {
      this.#looks -= 1;
      const logged = this.#logged({ client, clock });
      if (logged === null) return true;
      const until = Math.min(end, logged.clock + logged.length);
      if (logged.kind === "item" && logged.content.kind !== "deleted") {
        const at = clock - logged.clock;
        if (!same(content, offset + clock - start, logged.content, at, until - clock)) return false;
      }
      clock = until;
    }
    return true;
  }
}

/** What an item of the document still holds. */
function contentOf({ content }: Y.Item): Content | null {
  if (content instanceof Y.ContentString) return { kind: "string", text: content.str };
  if (content instanceof Y.ContentFormat) return { kind: "format", key: content.key, value: content.value };
  if (content instanceof Y.ContentAny) return { kind: "any", values: content.arr };
  if (!(content instanceof Y.ContentType)) return null;
  return content.type instanceof Y.XmlElement ? { kind: "element", name: content.type.nodeName } : { kind: "text" };
}

/** Whether two contents are the same for so many letters, each from an offset on. */
function same(said: Content, saidFrom: number, known: Content, knownFrom: number, length: number): boolean {
  // First, since it bounds what is compared.
  if (!isOfSheets(said)) return false;
  if (said.kind === "string") {
    return known.kind === "string" && sameLetters(said.text, saidFrom, known.text, knownFrom, length);
  }
  if (said.kind === "element") return known.kind === "element" && said.name === known.name;
  if (said.kind === "format") {
    return known.kind === "format" && said.key === known.key && json(said.value) === json(known.value);
  }
  if (said.kind === "any") return known.kind === "any" && said.values[saidFrom] === known.values[knownFrom];
  return said.kind === known.kind;
}

function json(value: unknown): string {
  return JSON.stringify(value);
}

function sameLetters(said: string, saidFrom: number, known: string, knownFrom: number, length: number): boolean {
  if (said.slice(saidFrom, saidFrom + length) === known.slice(knownFrom, knownFrom + length)) return true;
  for (let i = 0; i < length; i++) {
    const left = said.charCodeAt(saidFrom + i);
    const right = known.charCodeAt(knownFrom + i);
    // A page that comes back still has letters that were masked meanwhile.
    if (right === MASKED) continue;
    // Yjs writes U+FFFD for both halves of a letter that somebody typed into the middle of.
    if (left !== right && !(isHalf(left) && right === 0xfffd) && !(isHalf(right) && left === 0xfffd)) return false;
  }
  return true;
}

const MASKED = BLANK.charCodeAt(0);

function isHalf(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff;
}
