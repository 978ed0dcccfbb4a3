import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { type ChainedEntry, canonicalEntry } from "../../shared/domain/journal.ts";
import type { AccountId, DocumentId, RandomBytes } from "../../shared/ids.ts";
import { type CanonicalValue, canonicalJson } from "../../shared/text/canonical-json.ts";
import type { Dated, FicheEvent, JournalActe } from "../../shared/workflow/acts.ts";
import { ChainedJournal, JOURNAL_TABLE } from "../durable/chained-journal.ts";
import { firstRow, rows, run } from "../durable/sql.ts";

/**
 * Statements for the journal of a fiche, for the document's migration « life ». What people wrote with an act (a reason, a
 * réserve, the words that it quotes) stands apart, and the entry holds a salted commitment to it: words that have to be
 * masked one day are, and the chain still holds.
 */
export const FICHE_JOURNAL_TABLES = [
  ...JOURNAL_TABLE,
  `CREATE TABLE journal_mots (
    entree INTEGER NOT NULL,
    champ TEXT NOT NULL,
    sel TEXT NOT NULL,
    mots TEXT NOT NULL,
    PRIMARY KEY (entree, champ)
  )`,
  `CREATE TRIGGER journal_mots_are_not_changed BEFORE UPDATE ON journal_mots
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END`,
  `CREATE TRIGGER journal_mots_are_not_cut BEFORE DELETE ON journal_mots
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END`,
  // They are written before their entry, which seals them.
  `CREATE TRIGGER journal_mots_are_sealed BEFORE INSERT ON journal_mots
    WHEN NEW.entree <= (SELECT coalesce(max(numero), 0) FROM journal)
      OR EXISTS (SELECT 1 FROM journal_mots WHERE entree = NEW.entree AND champ = NEW.champ)
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END`,
];

/** The keys of an event whose values are words of people. */
const WORDS: ReadonlySet<string> = new Set(["raison", "malgre", "texte", "citation"]);
/** What stands in an entry for words: their commitment. */
const COMMITMENT = "mots";

const SALT_BYTES = 16;

/** An entry of a fiche's journal, with its words. */
export interface FicheEntry extends Dated {
  readonly numero: number;
  readonly empreinte: string;
}

/** An entry as it is chained, with the words that it is committed to: what anybody needs to check both. */
export interface SealedEntry {
  readonly numero: number;
  /** Its canonical form, of which `empreinte` is the SHA-256. */
  readonly forme: string;
  readonly empreinte: string;
  /** `sel` empty: they were masked, and nobody can say any more which they were. */
  readonly mots: readonly {
    readonly champ: string;
    readonly engagement: string;
    readonly sel: string;
    readonly mots: string;
  }[];
}

type Words = ReadonlyMap<string, { readonly sel: string; readonly mots: string }>;

/** Everything that was done in a fiche's life, each entry chained to the one before. Nothing else says where it stands. */
export class FicheJournal {
  readonly #sql: SqlStorage;
  readonly #chain: ChainedJournal<JournalActe>;
  readonly #random: RandomBytes;

  constructor(sql: SqlStorage, random: RandomBytes) {
    this.#sql = sql;
    this.#chain = new ChainedJournal(sql);
    this.#random = random;
  }

  /** One more event; inside the transaction that it tells of. */
  add(fiche: DocumentId, { par, le, event }: Dated): void {
    const { acte, ...facts } = event;
    const entree = this.#chain.count() + 1;
    const keep = (champ: string, mots: string) => {
      const sel = bytesToHex(this.#random(SALT_BYTES));
      run(this.#sql, "INSERT INTO journal_mots VALUES (?, ?, ?, ?)", entree, champ, sel, mots);
      return commitmentTo(sel, mots);
    };
    // Events are made of what JSON holds.
    const detail = withoutWords(facts as CanonicalValue, "", keep) as { readonly [key: string]: CanonicalValue };
    this.#chain.add({ acte, sur: { fiche }, detail }, { par, le });
  }

  /** How much this account did since then, in milliseconds since 1970. */
  countSince(par: AccountId, since: number): number {
    const counted = "SELECT count(*) AS count FROM journal WHERE par = ? AND le > ?";
    return firstRow<{ count: number }>(this.#sql, counted, par, since)?.count ?? 0;
  }

  /** From the first to the last. */
  all(): FicheEntry[] {
    const words = this.#words();
    return this.#chain.all().map((entry) => entryOf(entry, words.get(entry.numero) ?? new Map()));
  }

  /** As they are chained: without the words. */
  chain(): ChainedEntry<JournalActe>[] {
    return this.#chain.all();
  }

  /** The same, as anybody checks them. */
  sealed(): SealedEntry[] {
    const words = this.#words();
    return this.#chain.all().map(({ empreinte, ...entry }) => {
      const own = words.get(entry.numero) ?? new Map();
      const mots = [...commitments(entry.detail, "")].map(([champ, engagement]) => {
        const { sel, mots: said } = own.get(champ) ?? { sel: "", mots: "" };
        return { champ, engagement, sel, mots: said };
      });
      return { numero: entry.numero, forme: canonicalEntry(entry), empreinte, mots };
    });
  }

  /** The number of the first entry whose words are not those that it was committed to; null: all are. */
  firstChangedWords(): number | null {
    const words = this.#words();
    for (const { numero, detail } of this.#chain.all()) {
      const own = words.get(numero) ?? new Map();
      for (const [champ, commitment] of commitments(detail, "")) {
        const kept = own.get(champ);
        // Masked since, and its salt with it: nobody can say any more.
        if (kept?.sel === "") continue;
        if (kept === undefined || commitmentTo(kept.sel, kept.mots) !== commitment) return numero;
      }
    }
    return null;
  }

  #words(): Map<number, Map<string, { sel: string; mots: string }>> {
    const all = new Map<number, Map<string, { sel: string; mots: string }>>();
    for (const { entree, champ, sel, mots } of rows<{ entree: number; champ: string; sel: string; mots: string }>(
      this.#sql,
      "SELECT entree, champ, sel, mots FROM journal_mots",
    )) {
      const own = all.get(entree) ?? new Map();
      all.set(entree, own.set(champ, { sel, mots }));
    }
    return all;
  }
}

/** What is chained instead of words. */
function commitmentTo(sel: string, mots: string): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson({ format: "coaction-mots/1", sel, mots }))));
}

function entryOf({ numero, empreinte, par, le, acte, detail }: ChainedEntry<JournalActe>, words: Words): FicheEntry {
  if (par === null) throw new Error("nobody's act in a fiche");
  // What `add` was given, put together again.
  const event = { acte, ...(withWords(detail, "", words) as object) } as FicheEvent;
  return { numero, empreinte, par: par as AccountId, le, event };
}

/** The value with each of its words handed to `keep`, and what it answers in their place. */
function withoutWords(
  value: CanonicalValue,
  path: string,
  keep: (path: string, words: string) => string,
): CanonicalValue {
  return mapped(value, path, (key, each, at) =>
    WORDS.has(key) && typeof each === "string" ? { [COMMITMENT]: keep(at, each) } : withoutWords(each, at, keep),
  );
}

function withWords(value: CanonicalValue, path: string, words: Words): CanonicalValue {
  return mapped(value, path, (key, each, at) =>
    isCommitment(key, each) ? (words.get(at)?.mots ?? "") : withWords(each, at, words),
  );
}

function* commitments(value: CanonicalValue, path: string): Generator<[path: string, commitment: string]> {
  if (value === null || typeof value !== "object") return;
  for (const [key, each] of Object.entries(value)) {
    const at = `${path}/${key}`;
    if (isCommitment(key, each)) yield [at, each[COMMITMENT]];
    else yield* commitments(each, at);
  }
}

function isCommitment(key: string, value: CanonicalValue): value is { readonly [COMMITMENT]: string } {
  return WORDS.has(key) && value !== null && typeof value === "object" && COMMITMENT in value;
}

function mapped(
  value: CanonicalValue,
  path: string,
  change: (key: string, each: CanonicalValue, path: string) => CanonicalValue,
): CanonicalValue {
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).map(([key, each]) => [key, change(key, each, `${path}/${key}`)] as const);
  return Array.isArray(value) ? entries.map(([, each]) => each) : Object.fromEntries(entries);
}
