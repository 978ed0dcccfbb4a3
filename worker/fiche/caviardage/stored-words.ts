import * as Y from "yjs";
import type { MaskedPlace } from "../../../shared/domain/version.ts";
import {
  canonicalPart,
  type Empreinte,
  type EngagementPart,
  fingerprintPart,
} from "../../../shared/editor/canonical.ts";
import { readSheet } from "../../../shared/editor/read-section.ts";
import { type AnyRow, bytesIn, type Rewriting, rewriteStorage } from "../../durable/rewrite.ts";
import { blob, rows } from "../../durable/sql.ts";
import { blankLetters } from "../../live/blanked.ts";
import { decodePack, encodePack } from "../../live/pack.ts";
import type { RangeSet } from "../../live/range-set.ts";
import { cut, join } from "../../live/stored-pieces.ts";
import { cutText, type Versions } from "../versions.ts";
import { blanked, type Words } from "./words.ts";

/** A version of which a part is read otherwise from now on, with that part's new words. */
export interface MaskedVersion {
  readonly numero: number;
  /** Of the words that are left of the part. */
  readonly empreinte: Empreinte;
  readonly contenu: string;
  readonly state: Uint8Array;
}

/** The versions in which some letters of a part stand. */
export function maskedVersions(versions: Versions, part: EngagementPart, letters: RangeSet): MaskedVersion[] {
  return versions.list().flatMap(({ numero }) => {
    const state = blankLetters(versions.state(numero), letters);
    if (state === null) return [];
    const doc = new Y.Doc();
    Y.applyUpdate(doc, state);
    const content = readSheet(doc);
    doc.destroy();
    return [{ numero, state, contenu: canonicalPart(content, part), empreinte: fingerprintPart(content, part) }];
  });
}

/** Letters of words set aside in this part, which are text of their own: which of them are these words. */
export function inSetAside(sql: SqlStorage, part: EngagementPart, words: Words) {
  return rows<{ client: number; clock: number; words: string }>(
    sql,
    "SELECT client, clock, words FROM set_aside WHERE place IS NULL OR place = ?",
    part,
  ).flatMap(({ client, clock, words: text }) =>
    words.in(text).map(({ start, length }) => ({ client, clock: clock + start, length })),
  );
}

/** Which reasons, réserves, answers and quotations hold these words: each by its entry of the journal and its place there. */
export function commentsWith(sql: SqlStorage, words: Words): string[] {
  const all = rows<{ entree: number; champ: string; mots: string }>(
    sql,
    "SELECT entree, champ, mots FROM journal_mots ORDER BY entree, champ",
  );
  return all
    .filter(({ champ, mots }) => inComment(champ, mots, words).length > 0)
    .map(({ entree, champ }) => `${entree}${champ}`);
}

/** A quotation was cut out of the text, and may begin or end within the words. */
function inComment(champ: string, mots: string, words: Words) {
  return champ.endsWith("/citation") ? words.inExcerpt(mots) : words.in(mots);
}

/** What is masked, and under which number. */
export interface Masking {
  readonly id: number;
  readonly part: MaskedPlace;
  readonly words: Words;
  readonly letters: RangeSet;
  readonly versions: readonly MaskedVersion[];
}

/**
 * Takes words out of everything that a document's storage holds: the log, packed or not, the text's state, words set
 * aside, versions, what people wrote with their acts, and comparisons that were kept. Ids, clocks, authors and times stay.
 * Inside a transaction; what a running object remembers of the log is then no longer what it is.
 */
export function maskStorage(sql: SqlStorage, masking: Masking): void {
  const { letters, part, words } = masking;
  const journal_mots: Rewriting = (all) => all.map((row) => maskComment(row, words));
  if (part === "actes") {
    rewriteStorage(sql, { journal_mots });
    return;
  }
  rewriteStorage(sql, {
    updates: (all) => groups(all, "seq").flatMap((pieces) => maskPieces(pieces, letters)),
    packs: (all) => groups(all, "first").flatMap((pieces) => maskPack(pieces, letters)),
    state: (all) => groups(all, "up_to").flatMap((pieces) => maskPieces(pieces, letters)),
    set_aside: (all) => all.map((row) => maskSetAside(row, masking)),
    version_parties: (all) => groups(all, "version", "partie").flatMap((pieces) => maskPart(pieces, masking)),
    version_pieces: (all) =>
      groups(all, "version").flatMap((pieces) => {
        const masked = masking.versions.find(({ numero }) => numero === pieces[0]?.["version"]);
        return masked === undefined ? pieces : repieced(pieces, masked.state);
      }),
    journal_mots,
    // Can be worked out again.
    comparisons: () => [],
  });
}

/** Rows that are pieces of one thing, by the columns that name it. */
function groups(all: readonly AnyRow[], ...columns: readonly string[]): AnyRow[][] {
  return [...Map.groupBy(all, (row) => columns.map((column) => row[column]).join("/")).values()].map((pieces) =>
    pieces.toSorted((a, b) => Number(a["piece"]) - Number(b["piece"])),
  );
}

/** The first piece has what is said once of all, and the others what is said of each. */
function repieced(pieces: readonly AnyRow[], bytes: Uint8Array): AnyRow[] {
  const [first = {}] = pieces;
  return cut(bytes).map((part, piece) => ({
    ...first,
    ...("deed" in first && piece > 0 && { deed: null }),
    piece,
    bytes: blob(part),
  }));
}

function maskPieces(pieces: readonly AnyRow[], letters: RangeSet): readonly AnyRow[] {
  const masked = blankLetters(join(pieces.map(({ bytes }) => bytesIn(bytes))), letters);
  return masked === null ? pieces : repieced(pieces, masked);
}

function maskPack(pieces: readonly AnyRow[], letters: RangeSet): readonly AnyRow[] {
  let changed = false;
  const packed = [...decodePack(join(pieces.map(({ bytes }) => bytesIn(bytes))))].map((row) => {
    const masked = blankLetters(row.bytes, letters);
    changed ||= masked !== null;
    return masked === null ? row : { ...row, bytes: masked };
  });
  return changed ? repieced(pieces, encodePack(packed)) : pieces;
}

function maskPart(pieces: readonly AnyRow[], { id, part, versions }: Masking): readonly AnyRow[] {
  const [first = {}] = pieces;
  const masked = versions.find(({ numero }) => numero === first["version"]);
  if (masked === undefined || first["partie"] !== part) return pieces;
  return cutText(masked.contenu).map((contenu, piece) => ({ ...first, piece, contenu, masque: String(id) }));
}

/**
 * What was around is text without ids: it is read together with the words, which may have come between two halves of what
 * is masked.
 */
function maskSetAside(row: AnyRow, { part, words, letters }: Masking): AnyRow {
  const { client, clock, length, place } = row;
  const texts = [String(row["before"]), String(row["words"]), String(row["after"])] as const;
  const ids = { client: Number(client), clock: Number(clock), length: Number(length) };
  const own = letters
    .split(ids)
    .filter(({ inside }) => inside)
    .map(({ range }) => ({ start: texts[0].length + range.clock - ids.clock, length: range.length }));
  const read = place === null || place === part ? words.inExcerpt(texts.join("")) : [];
  const masked = blanked(texts.join(""), [...own, ...read]);
  const end = texts[0].length + texts[1].length;
  const around = (text: string) => (place === null || place === part ? blanked(text, words.halvesIn(text)) : text);
  return {
    ...row,
    before: around(masked.slice(0, texts[0].length)),
    words: masked.slice(texts[0].length, end),
    after: around(masked.slice(end)),
  };
}

/** Without its salt, what is left cannot be completed by guessing either: the entry's commitment stays as it was. */
function maskComment(row: AnyRow, words: Words): AnyRow {
  const mots = String(row["mots"]);
  const found = inComment(String(row["champ"]), mots, words);
  return found.length === 0 ? row : { ...row, sel: "", mots: blanked(mots, found) };
}
