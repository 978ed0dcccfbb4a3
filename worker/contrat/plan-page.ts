import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { VersionPubliee } from "../../shared/domain/fiche.ts";
import { branchesOf } from "../../shared/domain/plan.ts";
import { inTime } from "../durable/in-time.ts";
import { firstRow, rows } from "../durable/sql.ts";
import { Deliveries, type DeliveryParts } from "../pages/store/deliveries.ts";
import { type KeptPlan, type ListedFiche, writeKept } from "../pages/store/kept.ts";
import { type PageKey, planKey } from "../pages/store/keys.ts";
import { UNTITLED } from "../pages/words.ts";
import { type CatalogueEntry, listEntries } from "./catalogue.ts";
import { type Identite, readIdentite } from "./identite.ts";
import { readPlan } from "./plan-rows.ts";
import type { Owe } from "./tell.ts";

/** How long the pages store is waited for by whoever changed something, in milliseconds. */
const PATIENCE_MS = 1_000;

export interface PlanPageParts extends Omit<DeliveryParts, "make"> {
  /** For the annuaire, which lists the plans that are published. */
  readonly owe: Owe;
}

/**
 * What everybody reads of a contrat's plan: a file of the pages store for each slug that it ever had, all the same, which
 * this contrat alone writes. There is none before a first fiche is published.
 */
export class PlanPage {
  readonly #parts: PlanPageParts;
  readonly #deliveries: Deliveries;

  constructor(parts: PlanPageParts) {
    this.#parts = parts;
    this.#deliveries = new Deliveries({ ...parts, make: () => writeKept(keptPlan(parts.sql, selfOf(parts.sql))) });
  }

  /** Anything may have changed; inside the transaction. What the file says is compared, so that no act is forgotten. */
  changed(): void {
    const { sql, owe } = this.#parts;
    const keys = keysOf(sql);
    if (keys.length === 0 || (!hasPublished(sql) && !keys.some((key) => this.#deliveries.has(key)))) return;
    const before = this.#deliveries.count();
    const says = bytesToHex(sha256(utf8ToBytes(writeKept(keptPlan(sql, selfOf(sql))))));
    for (const key of keys) this.#deliveries.mustSay(key, says);
    const number = this.#deliveries.count();
    if (number !== before) owe({ to: "annuaire", about: "plan" }, number);
  }

  /** Whether the store took everything. */
  isSent(): boolean {
    return this.#deliveries.isSent();
  }

  /** Brings the files up to date; whoever asked waits a moment at most. See `Deliveries`. */
  deliver(): Promise<void> {
    return inTime(this.#deliveries.deliver(), PATIENCE_MS);
  }
}

/** How many fiches everybody may read. */
export function countPublished(sql: SqlStorage): number {
  return publishedEntries(sql).length;
}

function keptPlan(sql: SqlStorage, { id, slug, facts }: Identite): KeptPlan {
  const published = publishedEntries(sql);
  const axes = branchesOf(readPlan(sql)).map(({ libelle }, index) => ({
    numero: index + 1,
    libelle,
    fiches: published.filter(({ axe }) => axe === index + 1).map(listed),
  }));
  return {
    contrat: { id, slug, nom: facts.nom, periode: facts.periode },
    axes: axes.filter(({ fiches }) => fiches.length > 0),
  };
}

type Published = CatalogueEntry & { readonly vie: { readonly publiee: VersionPubliee } };

/** Those that are thrown away are no entries. */
function publishedEntries(sql: SqlStorage): Published[] {
  return listEntries(sql).filter((entry): entry is Published => entry.vie.publiee !== null);
}

function listed({ id, numero, intitulePublie, vie: { publiee } }: Published): ListedFiche {
  const intitule = intitulePublie === null || intitulePublie.trim() === "" ? UNTITLED : intitulePublie;
  return { id, numero, intitule, version: publiee.version, le: publiee.le };
}

/** Whether any fiche, thrown away ones included, has a published version. */
function hasPublished(sql: SqlStorage): boolean {
  return firstRow(sql, "SELECT 1 AS one FROM fiches WHERE intitule_publie IS NOT NULL LIMIT 1") !== null;
}

function keysOf(sql: SqlStorage): PageKey[] {
  return rows<{ slug: string }>(sql, "SELECT slug FROM slugs ORDER BY slug").flatMap(({ slug }) => planKey(slug) ?? []);
}

function selfOf(sql: SqlStorage): Identite {
  const self = readIdentite(sql);
  // Nothing changes in a contrat that was never made.
  if (self === null) throw new Error("no contrat");
  return self;
}
