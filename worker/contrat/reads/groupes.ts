import { can } from "../../../shared/policy/can.ts";
import type { GroupeBody, GroupeInList, GroupesBody } from "../../../shared/protocol/bodies/groupe.ts";
import { ok, refuse } from "../../../shared/result.ts";
import { THE_CONTRAT } from "../act.ts";
import { listAteliers } from "../ateliers.ts";
import { countEntries, listEntries } from "../catalogue.ts";
import { hasDemande, listDemandes } from "../demandes.ts";
import { findGroupe, type Groupe, listGroupes } from "../groupes.ts";
import { nameOf, organisationOf, peopleOf } from "../membres.ts";
import { selectionFor } from "../partage.ts";
import { type Reader, read } from "../read.ts";
import { listReunions } from "../reunions.ts";
import { droit, groupeFacts, seesGroupe } from "../scope.ts";
import { visibleFiche } from "../visible-fiche.ts";

/** One's own groupes, those that call, and for the coordination all of them. */
export const readGroupes = read({
  capability: "etre_membre",
  scope: () => THE_CONTRAT,
  run: (reader, _: Record<never, never>) => {
    const groupes = listGroupes(reader.sql)
      .filter((groupe) => groupe.appel.ouvert || seesGroupe(groupe, reader.membership))
      .map((groupe) => inList(reader, groupe));
    const body: GroupesBody = {
      groupes: [
        ...groupes.filter(({ roles }) => roles.length > 0),
        ...groupes.filter(({ roles }) => roles.length === 0),
      ],
    };
    return ok(body);
  },
});

/** The page of a groupe. `groupe`: an id or a short one. */
export const readGroupe = read({
  capability: "lire_brouillon",
  scope: ({ groupe }: { groupe: string }, sql) => ({ of: "groupe", groupe: findGroupe(sql, groupe)?.id ?? null }),
  run: ({ sql, membership, now }, { groupe }) => {
    const found = findGroupe(sql, groupe);
    if (found === null) return refuse("introuvable");
    const facts = groupeFacts(found, membership);
    const manages = can("gerer_groupe", facts);
    const shared = selectionFor(sql, "lecteurs");
    const body: GroupeBody = {
      ...found,
      roles: facts.groupeRoles,
      droits: { gerer_groupe: droit(manages), ecrire: droit(can("ecrire", facts)) },
      fiches: listEntries(sql)
        .filter((entry) => entry.groupe.id === found.id)
        .map((entry) => visibleFiche(entry, membership, shared))
        .filter((fiche) => fiche !== null),
      membres: membresOf(sql, found),
      reunions: listReunions(sql, found.id, now),
      demandes: manages.ok
        ? listDemandes(sql, found.id).map(({ account, le }) => ({ id: account, nom: nameOf(sql, account), le }))
        : null,
      ateliers: manages.ok ? listAteliers(sql, found.id, now) : null,
    };
    return ok(body);
  },
});

function inList({ sql, by, membership, now }: Reader, groupe: Groupe): GroupeInList {
  const sees = seesGroupe(groupe, membership);
  const manages = can("gerer_groupe", groupeFacts(groupe, membership)).ok;
  return {
    id: groupe.id,
    nom: groupe.nom,
    roles: membership.groupeRoles.get(groupe.id) ?? [],
    appel: groupe.appel.ouvert ? groupe.appel.texte : null,
    demande: hasDemande(sql, groupe.id, by),
    fiches: sees ? countEntries(sql, groupe.id) : null,
    membres: sees ? membresOf(sql, groupe).length : null,
    prochaine: sees ? (listReunions(sql, groupe.id, now).find(({ le }) => le >= now) ?? null) : null,
    demandes: manages ? listDemandes(sql, groupe.id).length : null,
  };
}

/** The pilotes first, then in the order of the roles and of the names. */
function membresOf(sql: SqlStorage, groupe: Groupe): GroupeBody["membres"] {
  const byAccount = Map.groupBy(peopleOf(sql, groupe.id), ({ account }) => account);
  const order = ["pilote", "copilote", "partenaire", "habitant", "habitant_atelier"];
  const byName = new Intl.Collator("fr");
  return [...byAccount]
    .map(([id, held]) => ({
      id,
      nom: nameOf(sql, id),
      organisation: organisationOf(sql, id),
      roles: held.map(({ role }) => role).sort((a, b) => order.indexOf(a) - order.indexOf(b)),
    }))
    .sort(
      (a, b) =>
        order.indexOf(a.roles[0] ?? "") - order.indexOf(b.roles[0] ?? "") || byName.compare(a.nom ?? "", b.nom ?? ""),
    );
}
