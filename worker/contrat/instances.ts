import {
  INSTANCES,
  type InstanceKind,
  PRESIDENCE,
  quorumOf,
  REGLE_DEFAULT,
  type Regle,
} from "../../shared/domain/instance.ts";
import type { AccountId } from "../../shared/ids.ts";
import type { InstanceBody } from "../../shared/protocol/bodies/instance.ts";
import { firstRow, run } from "../durable/sql.ts";
import { holdersOf, nameOf, organisationOf } from "./membres.ts";

/** What a body is called until its contrat calls it otherwise. */
const USUAL_NAMES: Readonly<Record<InstanceKind, string>> = {
  comite_technique: "Comité technique",
  copil: "Comité de pilotage",
};

/** Its name and its rule: those that the contrat chose, or the usual ones. */
export function instanceFacts(sql: SqlStorage, kind: InstanceKind): { readonly nom: string; readonly regle: Regle } {
  const row = firstRow<{ nom: string; regle: string }>(sql, "SELECT nom, regle FROM instances WHERE kind = ?", kind);
  if (row === null) return { nom: USUAL_NAMES[kind], regle: REGLE_DEFAULT };
  // Written by `setInstance` alone, whose type this is.
  return { nom: row.nom, regle: JSON.parse(row.regle) as Regle };
}

export function setInstance(
  sql: SqlStorage,
  kind: InstanceKind,
  facts: { readonly nom: string; readonly regle: Regle },
): void {
  run(sql, "INSERT OR REPLACE INTO instances VALUES (?, ?, ?)", kind, facts.nom, JSON.stringify(facts.regle));
}

/** Who presides a body, and who does in their absence. */
export function presidenceOf(
  sql: SqlStorage,
  kind: InstanceKind,
): { president: AccountId | null; remplacant: AccountId | null } {
  return {
    president: holdersOf(sql, PRESIDENCE[kind].president)[0] ?? null,
    remplacant: holdersOf(sql, PRESIDENCE[kind].remplacant)[0] ?? null,
  };
}

/** The bodies, with who sits in them. */
export function listInstances(sql: SqlStorage): InstanceBody[] {
  return INSTANCES.map((kind) => {
    const membres = holdersOf(sql, kind);
    const facts = instanceFacts(sql, kind);
    return {
      kind,
      ...facts,
      quorum: quorumOf(facts.regle, membres.length),
      membres: membres.map((id) => ({ id, nom: nameOf(sql, id), organisation: organisationOf(sql, id) })),
      ...presidenceOf(sql, kind),
    };
  });
}
