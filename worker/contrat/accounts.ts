import type { AccountId, DocumentId } from "../../shared/ids.ts";
import type { Result } from "../../shared/result.ts";
import { rows, run } from "../durable/sql.ts";
import { type Done, did, rightsOf, unchanged, type World } from "./act.ts";
import { ficheIds } from "./catalogue.ts";
import { Journal } from "./journal.ts";
import {
  addMembre,
  contratRolesOf,
  forgetName,
  groupeRolesOf,
  hearName,
  isMembre,
  joinedTo,
  joinMembre,
  lastChangeOf,
  listMembres,
  membershipOf,
  organisationOf,
  recogniseMembre,
  removeMembre,
  setContratRoles,
  setGroupeRoles,
  setOrganisation,
  toldOf,
} from "./membres.ts";

/** An account says what its person is called, or (null) that it was closed: then whoever it was is a former membre. */
export function hearAccount({ sql, by, now }: World, number: number, nom: string | null): Result<Done<null>, never> {
  if (number <= toldOf(sql, by)) return unchanged(null);
  if (nom !== null) {
    hearName(sql, by, number, nom);
    return unchanged(null);
  }
  const was = isMembre(sql, by);
  if (was) removeMembre(sql, by, now);
  for (const account of [by, ...joinedTo(sql, by)]) forgetName(sql, account, number);
  return was
    ? did(null, { acte: "fermer_compte", sur: { personne: by } }, { rights: rightsOf(by, null) })
    : unchanged(null);
}

/** Two accounts are one person's: `from` may nothing more, and whoever acts all that it might. Twice is as once. */
export function joinAccounts({ sql, by, now }: World, from: AccountId, nom: string): Result<Done<null>, never> {
  if (!isMembre(sql, from)) {
    // Who is of the contrat under this account, and once was under the other, has what that one did.
    const recognised = isMembre(sql, by) && recogniseMembre(sql, from, by);
    return recognised ? did(null, [], { rights: rightsOf(by, null) }) : unchanged(null);
  }
  const { contratRoles, groupeRoles } = membershipOf(sql, from);
  const organisation = organisationOf(sql, from);
  addMembre(sql, by, nom, now);
  if (organisationOf(sql, by) === null && organisation !== null) setOrganisation(sql, by, organisation.id);
  setContratRoles(sql, by, [...new Set([...contratRolesOf(sql, by), ...contratRoles])]);
  for (const [groupe, roles] of groupeRoles) {
    setGroupeRoles(sql, by, groupe, [...new Set([...groupeRolesOf(sql, by, groupe), ...roles])]);
  }
  run(sql, "UPDATE OR IGNORE demandes SET account = ? WHERE account = ?", by, from);
  joinMembre(sql, from, by, now);
  return did(
    null,
    { acte: "joindre_comptes", sur: { personne: from } },
    {
      rights: {
        people: [
          { account: from, change: null },
          { account: by, change: null },
        ],
        documents: [],
      },
    },
  );
}

/** What the contrat keeps about a person. */
export interface DataInContrat {
  /** Everything that it keeps itself, as JSON. */
  readonly donnees: unknown;
  /** Its fiches, thrown away ones included: each keeps what people did in its life. */
  readonly fiches: readonly DocumentId[];
}

export function dataOf(sql: SqlStorage, account: AccountId): DataInContrat {
  return { donnees: donneesOf(sql, account), fiches: ficheIds(sql) };
}

function donneesOf(sql: SqlStorage, account: AccountId): unknown {
  const ids = [account, ...joinedTo(sql, account)];
  const membre = listMembres(sql).find(({ id }) => id === account) ?? null;
  const { contratRoles, groupeRoles } = membershipOf(sql, account);
  const journal = new Journal(sql).all();
  return {
    nom: membre?.nom ?? null,
    depuis: membre?.depuis ?? null,
    organisation: organisationOf(sql, account),
    rolesDansLeContrat: contratRoles,
    rolesDansLesGroupes: [...groupeRoles].map(([groupe, roles]) => ({ groupe, roles })),
    dernierChangement: lastChangeOf(sql, account),
    demandes: rows(sql, "SELECT groupe, le FROM demandes WHERE account = ?", account),
    reunions: rows<{ id: string; le: number; presence: string }>(
      sql,
      "SELECT id, le, presence FROM reunions WHERE presence IS NOT NULL",
    )
      .filter(({ presence }) => ids.some((id) => presence.includes(id)))
      .map(({ id, le }) => ({ id, le })),
    journal: journal.filter(({ par, sur }) => ids.some((id) => id === par || id === sur.personne)),
  };
}
