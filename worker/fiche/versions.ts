import * as Y from "yjs";
import type { SheetContent } from "../../shared/editor/blocks.ts";
import { canonicalPart, type Empreintes, ENGAGEMENT, type EngagementPart } from "../../shared/editor/canonical.ts";
import { readCanonical } from "../../shared/editor/read-canonical.ts";
import { SCHEMA_VERSION } from "../../shared/editor/schema-version.ts";
import type { AccountId } from "../../shared/ids.ts";
import type { VersionPlace } from "../../shared/protocol/bodies/history.ts";
import { blob, firstRow, rows, run } from "../durable/sql.ts";
import { cut, join } from "../live/stored-pieces.ts";

const FROZEN = "a version is frozen";

/**
 * Statements for frozen versions, for the document's migration « life ». A version is sealed by its own row, which is
 * written last: nothing of it is added, changed or taken away after. `masque`: what a caviardage left in the part's place.
 */
export const VERSIONS_TABLES = [
  `CREATE TABLE versions (
    numero INTEGER PRIMARY KEY,
    seq INTEGER NOT NULL,
    par TEXT NOT NULL,
    le INTEGER NOT NULL,
    empreintes TEXT NOT NULL,
    place TEXT NOT NULL,
    schema INTEGER NOT NULL
  )`,
  `CREATE TABLE version_parties (
    version INTEGER NOT NULL,
    partie TEXT NOT NULL,
    piece INTEGER NOT NULL,
    contenu TEXT NOT NULL,
    masque TEXT,
    PRIMARY KEY (version, partie, piece)
  )`,
  // The text as Yjs has it.
  "CREATE TABLE version_pieces (version INTEGER NOT NULL, piece INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (version, piece))",
  ...["versions", "version_parties", "version_pieces"].flatMap((table) => [
    `CREATE TRIGGER ${table}_are_not_changed BEFORE UPDATE ON ${table}
      BEGIN SELECT RAISE(ABORT, '${FROZEN}'); END`,
    `CREATE TRIGGER ${table}_are_not_deleted BEFORE DELETE ON ${table}
      BEGIN SELECT RAISE(ABORT, '${FROZEN}'); END`,
  ]),
  // Without these, an « INSERT OR REPLACE » would pass by the others.
  `CREATE TRIGGER versions_go_on BEFORE INSERT ON versions
    WHEN NEW.numero <> (SELECT coalesce(max(numero), 0) + 1 FROM versions)
    BEGIN SELECT RAISE(ABORT, '${FROZEN}'); END`,
  `CREATE TRIGGER version_parties_are_sealed BEFORE INSERT ON version_parties
    WHEN NEW.version <= (SELECT coalesce(max(numero), 0) FROM versions)
      OR EXISTS (SELECT 1 FROM version_parties
        WHERE version = NEW.version AND partie = NEW.partie AND piece = NEW.piece)
    BEGIN SELECT RAISE(ABORT, '${FROZEN}'); END`,
  `CREATE TRIGGER version_pieces_are_sealed BEFORE INSERT ON version_pieces
    WHEN NEW.version <= (SELECT coalesce(max(numero), 0) FROM versions)
      OR EXISTS (SELECT 1 FROM version_pieces WHERE version = NEW.version AND piece = NEW.piece)
    BEGIN SELECT RAISE(ABORT, '${FROZEN}'); END`,
];

/** Letters of a part in one stored value: four bytes each at most, and so a quarter of what may be stored. */
const LETTERS_MAX = 250_000;

/** What is known of a version besides its words. */
export interface FrozenVersion {
  readonly numero: number;
  /** The number of the last update of the log that it holds. */
  readonly seq: number;
  readonly par: AccountId;
  /** Milliseconds since 1970. */
  readonly le: number;
  readonly empreintes: Empreintes;
  /** Where the contrat had the fiche then: beside the version, never in its fingerprint. */
  readonly place: VersionPlace;
}

type Row = { numero: number; seq: number; par: AccountId; le: number; empreintes: string; place: string };

const SELECT = "SELECT numero, seq, par, le, empreintes, place FROM versions";

/** The versions of a fiche: what was submitted, as it was. */
export class Versions {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  /** Freezes the text as it stands; inside the transaction of who submits it. */
  freeze(version: FrozenVersion, content: SheetContent, doc: Y.Doc): void {
    const { numero, seq, par, le, empreintes, place } = version;
    for (const part of ENGAGEMENT) {
      for (const [piece, letters] of cutText(canonicalPart(content, part)).entries()) {
        run(this.#sql, "INSERT INTO version_parties VALUES (?, ?, ?, ?, NULL)", numero, part, piece, letters);
      }
    }
    for (const [piece, bytes] of cut(Y.encodeStateAsUpdate(doc)).entries()) {
      run(this.#sql, "INSERT INTO version_pieces VALUES (?, ?, ?)", numero, piece, blob(bytes));
    }
    run(
      this.#sql,
      "INSERT INTO versions VALUES (?, ?, ?, ?, ?, ?, ?)",
      numero,
      seq,
      par,
      le,
      JSON.stringify(empreintes),
      JSON.stringify(place),
      SCHEMA_VERSION,
    );
  }

  /** What is known of a version, or null when there is none of this number. */
  find(numero: number): FrozenVersion | null {
    const row = firstRow<Row>(this.#sql, `${SELECT} WHERE numero = ?`, numero);
    return row === null ? null : versionOf(row);
  }

  /** All of them, the latest first. */
  list(): FrozenVersion[] {
    return rows<Row>(this.#sql, `${SELECT} ORDER BY numero DESC`).map(versionOf);
  }

  /** The words of a version as they were frozen. Throws when there is no such version: ask `find` first. */
  content(numero: number): SheetContent {
    return readCanonical(this.parts(numero));
  }

  /** The same, each part in its canonical form, as its fingerprint was made from it. */
  parts(numero: number): Record<EngagementPart, string> {
    const parts: Partial<Record<EngagementPart, string>> = {};
    for (const { partie, contenu } of rows<{ partie: EngagementPart; contenu: string }>(
      this.#sql,
      "SELECT partie, contenu FROM version_parties WHERE version = ? ORDER BY partie, piece",
      numero,
    )) {
      parts[partie] = (parts[partie] ?? "") + contenu;
    }
    if (ENGAGEMENT.some((part) => parts[part] === undefined)) throw new Error(`no version ${numero}`);
    // Every part is there.
    return parts as Record<EngagementPart, string>;
  }

  /** The text of a version as Yjs had it. Throws when there is no such version. */
  state(numero: number): Uint8Array {
    const pieces = rows<{ bytes: ArrayBuffer }>(
      this.#sql,
      "SELECT bytes FROM version_pieces WHERE version = ? ORDER BY piece",
      numero,
    );
    if (pieces.length === 0) throw new Error(`no version ${numero}`);
    return join(pieces.map(({ bytes }) => new Uint8Array(bytes)));
  }
}

function versionOf({ empreintes, place, ...row }: Row): FrozenVersion {
  // Written by `freeze` alone, whose types these are.
  return { ...row, empreintes: JSON.parse(empreintes) as Empreintes, place: JSON.parse(place) as VersionPlace };
}

/** Cut where a stored value would be too large, never within a letter. At least one piece. */
export function cutText(text: string): string[] {
  const pieces: string[] = [];
  for (let start = 0; start < text.length || start === 0; ) {
    let end = Math.min(text.length, start + LETTERS_MAX);
    // The first half of a letter of two units.
    if (end < text.length && /[\ud800-\udbff]/u.test(text.charAt(end - 1))) end -= 1;
    pieces.push(text.slice(start, end));
    start = end;
  }
  return pieces;
}
