import type { NewContrat } from "../../shared/domain/new-contrat.ts";
import { run } from "../durable/sql.ts";
import { addFiche } from "./catalogue.ts";
import { addGroupe, setAppel } from "./groupes.ts";
import { makeIdentite } from "./identite.ts";
import { setInstance } from "./instances.ts";
import { Journal } from "./journal.ts";
import { addMembre, setOrganisation } from "./membres.ts";
import { setOrganisationFacts } from "./organisations.ts";
import { writePlan } from "./plan-rows.ts";
import { setReunion } from "./reunions.ts";

/** Writes everything that a contrat is made with, in an empty storage and inside a transaction. */
export function foundContrat(sql: SqlStorage, made: NewContrat): void {
  makeIdentite(sql, made, made.le);
  for (const organisation of made.organisations) setOrganisationFacts(sql, organisation);
  for (const { account, nom, organisation } of made.membres) {
    addMembre(sql, account, nom, made.le);
    setOrganisation(sql, account, organisation);
  }
  for (const { account, role } of made.contratRoles) {
    // Whoever has a role is of the contrat, named or not: their account says its name later.
    addMembre(sql, account, null, made.le);
    run(sql, "INSERT INTO contrat_roles VALUES (?, ?)", account, role);
  }
  writePlan(
    sql,
    made.axes.flatMap(({ id, libelle, objectifs }, rang) => [
      { id, parent: null, rang, libelle },
      ...objectifs.map((objectif, place) => ({ ...objectif, parent: id, rang: place })),
    ]),
  );
  for (const groupe of made.groupes) {
    addGroupe(sql, groupe);
    if (groupe.appel !== null) setAppel(sql, groupe.id, { ouvert: true, texte: groupe.appel });
  }
  for (const { account, groupe, role } of made.groupeRoles) {
    addMembre(sql, account, null, made.le);
    run(sql, "INSERT INTO groupe_roles VALUES (?, ?, ?)", account, groupe, role);
  }
  for (const { kind, nom, regle } of made.instances) setInstance(sql, kind, { nom, regle });
  for (const fiche of made.fiches) addFiche(sql, fiche, made.le);
  for (const { id, groupe, le, lieu, ordreDuJour } of made.reunions) {
    setReunion(sql, id, groupe, { le, lieu, lien: null, ordreDuJour });
  }
  new Journal(sql).add({ acte: "creer_contrat", sur: {} }, { par: made.par, le: made.le });
}
