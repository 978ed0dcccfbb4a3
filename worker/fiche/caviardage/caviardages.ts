import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, concatBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import type { MotifCaviardage } from "../../../shared/domain/version.ts";
import type { Empreinte, EngagementPart } from "../../../shared/editor/canonical.ts";
import type { Place } from "../../../shared/editor/sections.ts";
import type { AccountId, RandomBytes } from "../../../shared/ids.ts";
import type { CaviardageApercuBody, CaviardeBody, Masque } from "../../../shared/protocol/bodies/history.ts";
import { ok, type Result, refuse } from "../../../shared/result.ts";
import { type CanonicalValue, canonicalJson } from "../../../shared/text/canonical-json.ts";
import type { FicheContext } from "../../../shared/workflow/context.ts";
import { LongWork } from "../../durable/long-work.ts";
import { rows, run } from "../../durable/sql.ts";
import type { Id } from "../../live/bounded-decoder.ts";
import { atOnce } from "../../live/in-pieces.ts";
import type { MadeHere } from "../../live/kept-text.ts";
import type { UpdateLog } from "../../live/update-log.ts";
import type { FicheLife, FicheRefusal } from "../life.ts";
import { takeOut } from "./live-edit.ts";
import { type Found, Search } from "./search.ts";
import { countInComments, inSetAside, type MaskedVersion, maskedVersions, maskStorage } from "./stored-words.ts";
import { Words } from "./words.ts";

/**
 * Statements for what was masked, for the document's migration « caviardages ». Never the words: `engagement` commits to
 * them, and only with its salt, which is nowhere here, can anybody say which they were.
 */
export const CAVIARDAGES_TABLES = [
  `CREATE TABLE caviardages (
    id INTEGER PRIMARY KEY,
    partie TEXT NOT NULL,
    motif TEXT NOT NULL,
    le INTEGER NOT NULL,
    par TEXT NOT NULL,
    engagement TEXT NOT NULL
  )`,
  ...["UPDATE", "DELETE"].map(
    (change) => `CREATE TRIGGER caviardages_no_${change.toLowerCase()} BEFORE ${change} ON caviardages
      BEGIN SELECT RAISE(ABORT, 'what was masked stays masked'); END`,
  ),
  `CREATE TRIGGER caviardages_go_on BEFORE INSERT ON caviardages
    WHEN NEW.id <> (SELECT coalesce(max(id), 0) + 1 FROM caviardages)
    BEGIN SELECT RAISE(ABORT, 'what was masked stays masked'); END`,
];

/** Words to mask, wherever they are or were in a part. */
export interface AskedCaviardage {
  readonly partie: EngagementPart;
  readonly mots: string;
  readonly motif: MotifCaviardage;
}

export interface CaviardageParts {
  readonly sql: SqlStorage;
  /** Its rows are all stored when it is read: what was gathered is stored first. */
  readonly log: () => Pick<UpdateLog, "readStretch">;
  /** The part in which a letter was written. */
  readonly placeOf: (id: Id) => Place | null;
  /** Writes for somebody by the path of all words; false: the text takes no more, or there was nothing. */
  readonly write: (account: AccountId, make: (state: Uint8Array, client: number) => MadeHere | null) => boolean;
  readonly life: FicheLife;
  readonly random: RandomBytes;
  /** All of it kept, or nothing. */
  readonly transaction: <Answer>(write: () => Answer) => Answer;
  /** Inside the transaction: whatever this object still has in memory and in its journal of writes must go soon. */
  readonly masked: (now: number) => void;
  readonly pause: () => Promise<void>;
  readonly now: () => number;
}

/** What would be masked, as the one who decides is shown it. */
interface Prepared {
  readonly words: Words;
  readonly found: Found;
  readonly versions: readonly MaskedVersion[];
  readonly apercu: Empreinte;
}

const SALT_BYTES = 32;

/**
 * Words of a part masked for ever, wherever they are or were: shown first, then done in one transaction, so that a crash
 * leaves all of it or nothing.
 */
export class Caviardages {
  readonly #parts: CaviardageParts;
  readonly #work: LongWork;

  constructor(parts: CaviardageParts) {
    this.#parts = parts;
    this.#work = new LongWork(parts);
  }

  /** What was masked, the oldest first. */
  masques(): Masque[] {
    // Written by `mask` alone.
    return rows<{ id: number; partie: EngagementPart; le: number; motif: MotifCaviardage }>(
      this.#parts.sql,
      "SELECT id, partie, le, motif FROM caviardages ORDER BY id",
    );
  }

  /** What would be masked. Nothing is done. */
  async preview(context: FicheContext, asked: AskedCaviardage): Promise<Result<CaviardageApercuBody, FicheRefusal>> {
    const allowed = this.#parts.life.judge(context, "caviarder");
    if (!allowed.ok) return allowed;
    const prepared = this.#prepare(asked, await this.#search(asked));
    if (!prepared.ok) return prepared;
    const { found, versions, apercu, words } = prepared.value;
    return ok({
      vivant: found.shown.map(({ avant, mots, apres }) => ({ avant, mots, apres })),
      versions: versions.map(({ numero }) => numero),
      ecritures: found.times,
      commentaires: countInComments(this.#parts.sql, words),
      ailleurs: found.elsewhere,
      apercu,
    });
  }

  /**
   * Masks what the preview of this fingerprint showed, and nothing else: refused when more was written or submitted since.
   * People may go on writing while it is looked for; what they wrote is looked through before anything is masked.
   */
  async mask(
    by: AccountId,
    context: FicheContext,
    asked: AskedCaviardage,
    shown: Empreinte,
  ): Promise<Result<CaviardeBody, FicheRefusal>> {
    const allowed = this.#parts.life.judge(context, "caviarder");
    if (!allowed.ok) return allowed;
    const searched = await this.#search(asked);
    return this.#parts.transaction(() => {
      // Rights may have changed while it was looked for.
      const still = this.#parts.life.judge(context, "caviarder");
      if (!still.ok) return still;
      const prepared = this.#prepare(asked, searched);
      if (!prepared.ok) return prepared;
      if (prepared.value.apercu !== shown) return refuse("apercu_depasse");
      return ok(this.#mask(by, context, asked, prepared.value));
    });
  }

  #mask(by: AccountId, context: FicheContext, asked: AskedCaviardage, prepared: Prepared): CaviardeBody {
    const { sql, life, now } = this.#parts;
    const { partie: part, motif } = asked;
    const { words, found, versions } = prepared;
    const le = now();
    const id = this.masques().length + 1;
    const salt = this.#parts.random(SALT_BYTES);
    const engagement = bytesToHex(sha256(concatBytes(salt, utf8ToBytes(asked.mots))));
    const takeOutWith = (withBlanks: boolean) =>
      this.#parts.write(by, (state, client) => takeOut(state, client, found, withBlanks));
    // A text that takes no more still loses words.
    if (found.shown.length + found.links.length > 0 && !takeOutWith(true)) takeOutWith(false);
    run(sql, "INSERT INTO caviardages VALUES (?, ?, ?, ?, ?, ?)", id, part, motif, le, by, engagement);
    maskStorage(sql, { id, part, words, letters: found.letters, versions });
    const masquees = versions.map(({ numero, empreinte }) => ({ version: numero, empreinte }));
    life.add(context, {
      par: by,
      le,
      event: { acte: "caviarder", caviardage: id, partie: part, motif, engagement, masquees },
    });
    this.#parts.masked(le);
    return { id, sel: bytesToHex(salt), engagement };
  }

  /** Everything that the log holds now, looked through without keeping others waiting. */
  async #search({ mots, partie }: AskedCaviardage): Promise<Searched> {
    const searched = { search: new Search(new Words(mots), partie, this.#parts.placeOf), seq: 0 };
    await this.#work.do(() => this.#catchUp(searched));
    return searched;
  }

  *#catchUp(searched: Searched): Generator<undefined, void> {
    for (;;) {
      const stretch = this.#parts.log().readStretch(searched.seq);
      if (stretch.length === 0) return;
      for (const { seq, bytes } of stretch) {
        searched.search.add(bytes);
        searched.seq = seq;
        yield;
      }
    }
  }

  #prepare({ partie, mots, motif }: AskedCaviardage, searched: Searched): Result<Prepared, "rien_a_masquer"> {
    const { sql, life } = this.#parts;
    if (!Words.hasAny(mots)) return refuse("rien_a_masquer");
    const words = new Words(mots);
    // What was written meanwhile is little.
    atOnce(this.#catchUp(searched));
    searched.search.mark(inSetAside(sql, partie, words));
    const found = searched.search.result();
    const letters = found.letters.ranges().sort((a, b) => a.client - b.client || a.clock - b.clock);
    if (letters.length === 0) return refuse("rien_a_masquer");
    const versions = maskedVersions(life.versions, partie, found.letters);
    const told: CanonicalValue = {
      format: "coaction-apercu/1",
      partie,
      mots,
      motif,
      lettres: letters.map(({ client, clock, length }) => [client, clock, length]),
      versions: versions.map(({ numero }) => numero),
    };
    return ok({ words, found, versions, apercu: bytesToHex(sha256(utf8ToBytes(canonicalJson(told)))) as Empreinte });
  }
}

interface Searched {
  readonly search: Search;
  /** The last row that was looked through. */
  seq: number;
}
