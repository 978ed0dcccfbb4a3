import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, concatBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import type { MaskedPlace, MotifCaviardage } from "../../../shared/domain/version.ts";
import type { Empreinte, EngagementPart } from "../../../shared/editor/canonical.ts";
import type { Place } from "../../../shared/editor/sections.ts";
import type { AccountId, RandomBytes } from "../../../shared/ids.ts";
import type { CaviardageApercuBody, CaviardeBody } from "../../../shared/protocol/bodies/history.ts";
import { ok, type Result, refuse } from "../../../shared/result.ts";
import { type CanonicalValue, canonicalJson } from "../../../shared/text/canonical-json.ts";
import type { FicheContext } from "../../../shared/workflow/context.ts";
import type { LongWork, LongWorkRefusal, Wanted } from "../../durable/long-work.ts";
import type { Id, Range } from "../../live/bounded-decoder.ts";
import { atOnce } from "../../live/in-pieces.ts";
import type { Make } from "../../live/kept-text.ts";
import type { Origins } from "../../live/origins.ts";
import type { RangeSet } from "../../live/range-set.ts";
import type { UpdateLog } from "../../live/update-log.ts";
import type { FicheLife, FicheRefusal } from "../life.ts";
import { takeOut } from "./live-edit.ts";
import { Masques } from "./masques.ts";
import { type Found, Search } from "./search.ts";
import { commentsWith, inSetAside, type MaskedVersion, maskedVersions, maskStorage } from "./stored-words.ts";
import { Words } from "./words.ts";

/** Words to mask, wherever they are or were there. */
export interface AskedCaviardage {
  readonly partie: MaskedPlace;
  readonly mots: string;
  readonly motif: MotifCaviardage;
}

export interface CaviardageParts {
  readonly sql: SqlStorage;
  /** Its rows are all stored when it is read: what was gathered is stored first. */
  readonly log: () => Pick<UpdateLog, "readStretch" | "lastSeq">;
  /** The part in which a letter was written. */
  readonly placeOf: (id: Id) => Place | null;
  readonly origins: Pick<Origins, "of" | "restating">;
  /** Writes for somebody by the path of all words; false: the text takes no more, or there was nothing. */
  readonly write: (account: AccountId, make: Make) => boolean;
  readonly life: FicheLife;
  readonly random: RandomBytes;
  /** All of it kept, or nothing. */
  readonly transaction: <Answer>(write: () => Answer) => Answer;
  /** Inside the transaction: whatever this object still has in memory and in its journal of writes must go soon. */
  readonly masked: (now: number) => void;
  readonly work: LongWork;
  readonly now: () => number;
}

/** What would be masked, as the one who decides is shown it. */
interface Prepared {
  readonly words: Words;
  readonly found: Found;
  readonly versions: readonly MaskedVersion[];
  /** Which reasons, réserves, answers and quotations hold them. */
  readonly comments: readonly string[];
  readonly apercu: Empreinte;
}

const SALT_BYTES = 32;

/**
 * Words of a part masked for ever, wherever they are or were: shown first, then done in one transaction, so that a crash
 * leaves all of it or nothing.
 */
export class Caviardages {
  readonly #parts: CaviardageParts;
  readonly #masques: Masques;

  constructor(parts: CaviardageParts) {
    this.#parts = parts;
    this.#masques = new Masques(parts.sql);
  }

  /** What would be masked. Nothing is done. */
  async preview(
    by: AccountId,
    context: FicheContext,
    asked: AskedCaviardage,
  ): Promise<Result<CaviardageApercuBody, FicheRefusal | LongWorkRefusal>> {
    const allowed = this.#parts.life.judge(context, "caviarder");
    if (!allowed.ok) return allowed;
    const question = JSON.stringify(["apercu", asked.partie, asked.mots]);
    const prepared = await this.#search({ by, question }, asked, (searched) => this.#prepare(asked, searched));
    if (!prepared.ok) return prepared;
    const { found, versions, apercu, comments } = prepared.value;
    return ok({
      vivant: found.shown.map(({ avant, mots, apres }) => ({ avant, mots, apres })),
      liens: found.links.length,
      versions: versions.map(({ numero }) => numero),
      ecritures: found.times,
      commentaires: comments.length,
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
  ): Promise<Result<CaviardeBody, FicheRefusal | LongWorkRefusal>> {
    const allowed = this.#parts.life.judge(context, "caviarder");
    if (!allowed.ok) return allowed;
    return this.#search({ by, question: null }, asked, (searched) =>
      this.#parts.transaction((): Result<CaviardeBody, FicheRefusal> => {
        // Rights may have changed while it was looked for.
        const still = this.#parts.life.judge(context, "caviarder");
        if (!still.ok) return still;
        const prepared = this.#prepare(asked, searched);
        if (!prepared.ok) return prepared;
        if (prepared.value.apercu !== shown) return refuse("apercu_depasse");
        return ok(this.#mask(by, context, asked, prepared.value));
      }),
    );
  }

  #mask(by: AccountId, context: FicheContext, asked: AskedCaviardage, prepared: Prepared): CaviardeBody {
    const { sql, life, now } = this.#parts;
    const { partie: part, motif } = asked;
    const { words, found, versions } = prepared;
    const le = now();
    const salt = this.#parts.random(SALT_BYTES);
    const engagement = bytesToHex(sha256(concatBytes(salt, utf8ToBytes(asked.mots))));
    const takeOutWith = (withBlanks: boolean) =>
      this.#parts.write(by, (state, client) => takeOut(state(), client, found, withBlanks));
    // A text that takes no more still loses words.
    const isShown = found.shown.length + found.links.length > 0;
    const isWritten = isShown && (takeOutWith(true) || takeOutWith(false));
    if (isShown && !isWritten) throw new Error("words that could not be taken out of the text");
    const seq = this.#parts.log().lastSeq();
    const id = this.#masques.add({
      partie: part,
      motif,
      le,
      par: by,
      engagement,
      seq,
      ecriture: isWritten ? seq : null,
    });
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

  /**
   * Looks through everything that the log holds now, without keeping others waiting, and has it used; again from the
   * beginning when something was masked meanwhile.
   */
  async #search<Answer, Code extends string>(
    wanted: Wanted,
    { mots, partie }: AskedCaviardage,
    use: (searched: Searched) => Result<Answer, Code>,
  ): Promise<Result<Answer, Code | LongWorkRefusal>> {
    for (;;) {
      const masked = this.#masques.count();
      const catchUp = (searched: Searched) => this.#catchUp(searched);
      const begin = () => ({ search: new Search(new Words(mots), partie, this.#parts.placeOf), seq: 0 });
      const question = wanted.question === null ? null : `${wanted.question} ${masked}`;
      const searched = await this.#parts.work.do({ ...wanted, question }, function* () {
        const found = begin();
        yield* catchUp(found);
        return found;
      });
      if (!searched.ok) return searched;
      if (this.#masques.count() === masked) return use(searched.value);
    }
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
    const comments = commentsWith(sql, words);
    if (partie !== "actes") {
      searched.search.mark(inSetAside(sql, partie, words));
      searched.search.mark(this.#sameLetters(searched.search.result().letters, partie));
    }
    const found = searched.search.result();
    const letters = found.letters.ranges().sort((a, b) => a.client - b.client || a.clock - b.clock);
    if (partie === "actes" ? comments.length === 0 : letters.length === 0) return refuse("rien_a_masquer");
    const versions = partie === "actes" ? [] : maskedVersions(life.versions, partie, found.letters);
    const told: CanonicalValue = {
      format: "coaction-apercu/1",
      partie,
      mots,
      motif,
      lettres: letters.map(({ client, clock, length }) => [client, clock, length]),
      versions: versions.map(({ numero }) => numero),
      commentaires: comments,
    };
    return ok({
      words,
      found,
      versions,
      comments,
      apercu: bytesToHex(sha256(utf8ToBytes(canonicalJson(told)))) as Empreinte,
    });
  }

  /**
   * The same letters wherever else they stand or stood in the part: who moved a passage or brought it back wrote them again,
   * and what had come between them by then hides the words.
   */
  #sameLetters(letters: RangeSet, part: EngagementPart): Range[] {
    const { origins, placeOf } = this.#parts;
    const firsts = letters
      .ranges()
      .flatMap((range) => origins.of(range).map(({ first, length }) => ({ ...first, length })));
    return [...firsts, ...firsts.flatMap((range) => origins.restating(range))].filter((range) => {
      const place = placeOf(range);
      return place === null || place === part;
    });
  }
}

interface Searched {
  readonly search: Search;
  /** The last row that was looked through. */
  seq: number;
}
