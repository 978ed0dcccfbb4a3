import type { EtatRedaction } from "../../shared/domain/contrat.ts";
import type { AccountId, ContratId, DocumentId, RegionId } from "../../shared/ids.ts";
import { ANNUAIRE } from "../durable/names.ts";
import { firstRow } from "../durable/sql.ts";
import type { Telling } from "../durable/tellings.ts";
import type { Env } from "../env.ts";
import { numberTold, toldTo } from "./attentes.ts";
import { findEntry } from "./catalogue.ts";
import { readIdentite } from "./identite.ts";
import { hearName, isMembre, recogniseMembre } from "./membres.ts";
import { isCoordinated } from "./naming.ts";
import { sharedRegions } from "./partage.ts";
import { countPublished } from "./plan-page.ts";

/** Whom the contrat owes a word, and about what. */
export type Owed =
  /** To a text: that it is to be made, to be no more, is thrown away or not any more, or that somebody's rights changed. */
  | { readonly to: "document"; readonly id: DocumentId; readonly about: AccountId | AboutDocument }
  /** To a person: whether they are of the contrat. */
  | { readonly to: "account"; readonly id: AccountId }
  /** To a person: what waits for them. */
  | { readonly to: "awaited"; readonly id: AccountId }
  /** To a person who was told words that were masked since: that they go. */
  | { readonly to: "forgetful"; readonly id: AccountId }
  /** To the annuaire: what the contrat is called, how much of its plan is public, or whether it shares with a region. */
  | { readonly to: "annuaire"; readonly about: "contrat" | "plan" | RegionId };

type AboutDocument = "creation" | "fin" | "corbeille";

/** Keeps what is owed, with its number; inside the transaction that makes it true. */
export type Owe = (owed: Owed, number: number) => void;

/** As `Tellings` keeps it. */
export function targetAndSubject(owed: Owed): [target: string, subject: string] {
  switch (owed.to) {
    case "document":
      return [owed.id, owed.about];
    case "account":
      return [`compte:${owed.id}`, "membre"];
    case "awaited":
      return [`compte:${owed.id}`, "attentes"];
    case "forgetful":
      return [`compte:${owed.id}`, "oubli"];
    case "annuaire":
      return ["annuaire", owed.about];
  }
}

const ABOUT_ACCOUNT: Readonly<Record<string, "awaited" | "forgetful">> = { attentes: "awaited", oubli: "forgetful" };

/** What `Tellings` kept. */
function owedOf({ target, subject }: Telling<string, string>): Owed {
  // Each was written by `targetAndSubject`, with the ids that these are.
  if (target === "annuaire") return { to: "annuaire", about: subject as RegionId | "contrat" | "plan" };
  if (target.startsWith("compte:")) {
    const id = target.slice("compte:".length) as AccountId;
    return { to: ABOUT_ACCOUNT[subject] ?? "account", id };
  }
  return { to: "document", id: target as DocumentId, about: subject as AccountId | AboutDocument };
}

/** Tells it, as things stand now; rejects when whoever must hear it does not answer. */
export async function tell(
  sql: SqlStorage,
  env: Env,
  telling: Telling<string, string>,
  /** Called for somebody whose account is no more. */
  onGone: (account: AccountId) => void,
): Promise<void> {
  const self = readIdentite(sql);
  const owed = owedOf(telling);
  if (self === null) return;
  switch (owed.to) {
    case "document":
      return tellDocument(sql, env, self.id, owed, telling.number);
    case "account": {
      const account = env.ACCOUNT.getByName(owed.id);
      if (!isMembre(sql, owed.id)) return account.removeMembership(self.id);
      const said = await account.addMembership(self.id);
      if (said === null) onGone(owed.id);
      else {
        hearName(sql, owed.id, said.number, said.nom);
        for (const former of said.joints) recogniseMembre(sql, former, owed.id);
      }
      return;
    }
    case "awaited":
      return env.ACCOUNT.getByName(owed.id).hearAttentes(telling.number, toldTo(sql, self, owed.id));
    case "forgetful": {
      const account = env.ACCOUNT.getByName(owed.id);
      await account.hearAttentes(numberTold(sql, owed.id), toldTo(sql, self, owed.id));
      return account.forget();
    }
    case "annuaire": {
      const annuaire = env.ANNUAIRE.getByName(ANNUAIRE);
      if (owed.about === "contrat") {
        const coordonne = isCoordinated(sql);
        return annuaire.tellContrat(self.id, telling.number, { nom: self.facts.nom, slug: self.slug, coordonne });
      }
      if (owed.about === "plan") return annuaire.tellPlan(self.id, telling.number, countPublished(sql));
      await annuaire.shareWithRegion(owed.about, self.id, sharedRegions(sql).includes(owed.about));
    }
  }
}

async function tellDocument(
  sql: SqlStorage,
  env: Env,
  contrat: ContratId,
  { id, about }: Owed & { readonly to: "document" },
  number: number,
): Promise<void> {
  const document = env.DOCUMENT.getByName(id);
  if (about === "fin") return document.destroy();
  if (about === "corbeille") return document.hearCorbeille(number, findEntry(sql, id) === null);
  if (about !== "creation") return document.rightsChanged(number, [about]);
  const fiche = firstRow<{ at: number; etat: EtatRedaction }>(
    sql,
    "SELECT cree_le AS at, etat FROM fiches WHERE id = ?",
    id,
  );
  const notes = firstRow(sql, "SELECT id FROM reunions WHERE notes = ?", id);
  // It may be gone again before it was made.
  if (fiche === null && notes === null) return;
  const createdAt = fiche?.at ?? Date.now();
  const kind = fiche === null ? "notes" : "fiche";
  await document.create({ id, kind, contrat, createdAt, etat: fiche?.etat ?? null, updates: [] });
}
