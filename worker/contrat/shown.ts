import type { LastChange } from "../../shared/domain/changement.ts";
import { INSTANCES } from "../../shared/domain/instance.ts";
import { selects } from "../../shared/domain/partage.ts";
import { branchesOf, type PlanBranch } from "../../shared/domain/plan.ts";
import type { AccountId, RegionId } from "../../shared/ids.ts";
import { can } from "../../shared/policy/can.ts";
import { inContrat } from "../../shared/policy/scopes.ts";
import type { SharedContratBody } from "../../shared/protocol/bodies/contrat.ts";
import type {
  AccessEndedBody,
  AxeBody,
  ChangementBody,
  ContratWithFiches,
  FicheBody,
  ObjectifBody,
} from "../../shared/protocol/http-bodies.ts";
import { firstRow } from "../durable/sql.ts";
import { findEntry, intituleFor, listEntries } from "./catalogue.ts";
import type { Identite } from "./identite.ts";
import { instanceFacts } from "./instances.ts";
import { isMembre, lastChangeOf, membershipOf, nameOf } from "./membres.ts";
import { selectionFor } from "./partage.ts";
import { readPlan } from "./plan-rows.ts";
import { droit } from "./scope.ts";
import { visibleFiche } from "./visible-fiche.ts";

/** The contrat as this person may see it, their own fiches first; null to who is not of it. */
export function contratFor(sql: SqlStorage, self: Identite, account: AccountId): ContratWithFiches | null {
  const membership = membershipOf(sql, account);
  if (!membership.membre) return null;
  const shared = selectionFor(sql, "lecteurs");
  const fiches = listEntries(sql)
    .map((entry) => visibleFiche(entry, membership, shared))
    .filter((fiche) => fiche !== null);
  const facts = inContrat(membership.contratRoles);
  const last = lastChangeOf(sql, account);
  return {
    slug: self.slug,
    ...self.facts,
    axes: axesOf(sql),
    instances: INSTANCES.map((kind) => instanceFacts(sql, kind).nom),
    roles: membership.contratRoles,
    droits: {
      gerer_plan: droit(can("gerer_plan", facts)),
      gerer_membres: droit(can("gerer_membres", facts)),
      lire_journal: droit(can("lire_journal", facts)),
    },
    changement: last === null ? null : changementBody(sql, last),
    fiches: [...fiches.filter((fiche) => fiche.mienne), ...fiches.filter((fiche) => !fiche.mienne)],
  };
}

/** One fiche, by its id or short id, as this person may see it; null when there is none or they may not know of it. */
export function ficheFor(sql: SqlStorage, self: Identite, account: AccountId, idOrShort: string): FicheBody | null {
  const entry = findEntry(sql, idOrShort);
  const fiche = entry === null ? null : visibleFiche(entry, membershipOf(sql, account), selectionFor(sql, "lecteurs"));
  const axe = axesOf(sql).find(({ numero }) => numero === entry?.axe);
  if (fiche === null || axe === undefined) return null;
  const { numero, libelle } = axe;
  const { nom, periode } = self.facts;
  return { fiche, contrat: { slug: self.slug, nom, periode, axe: { numero, libelle } } };
}

/** To who was of the contrat and is no longer: why. null to everybody else. */
export function accessEnded(sql: SqlStorage, self: Identite, account: AccountId): AccessEndedBody | null {
  const last = lastChangeOf(sql, account);
  if (isMembre(sql, account) || last === null) return null;
  return { refus: "acces_retire", contrat: self.facts.nom, changement: changementBody(sql, last) };
}

/** What the contrat shows to the readers of a région; null when it shows nothing. */
export function sharedWith(sql: SqlStorage, self: Identite, region: RegionId): SharedContratBody | null {
  const selection = selectionFor(sql, region);
  if (selection === "aucune") return null;
  const { nom, porteur, territoire, periode, stade } = self.facts;
  return {
    slug: self.slug,
    nom,
    porteur,
    territoire,
    periode,
    stade,
    axes: axesOf(sql).map(({ numero, libelle }) => ({ numero, libelle })),
    fiches: listEntries(sql)
      .filter(({ id }) => selects(selection, id))
      .map((entry) => {
        const { id, numero, axe, groupe } = entry;
        return { id, numero, intitule: intituleFor(entry, false), axe, groupe: groupe.nom };
      }),
  };
}

function axesOf(sql: SqlStorage): AxeBody[] {
  return branchesOf(readPlan(sql)).map((branch, index) => ({ ...objectifOf(branch), numero: index + 1 }));
}

function objectifOf({ id, libelle, branches }: PlanBranch): ObjectifBody {
  return { id, libelle, objectifs: branches.map(objectifOf) };
}

function changementBody(sql: SqlStorage, { change, par, le }: LastChange): ChangementBody {
  const groupe =
    "groupe" in change ? firstRow<{ nom: string }>(sql, "SELECT nom FROM groupes WHERE id = ?", change.groupe) : null;
  return { change, groupe: groupe?.nom ?? null, par: par === null ? null : nameOf(sql, par), le };
}
