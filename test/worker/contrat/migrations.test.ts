import { expect } from "vitest";
import type { AccountId } from "../../../shared/ids.ts";
import { attentesFor } from "../../../worker/contrat/attentes.ts";
import { listEntries } from "../../../worker/contrat/catalogue.ts";
import { findGroupe } from "../../../worker/contrat/groupes.ts";
import { readIdentite, rightsNumber } from "../../../worker/contrat/identite.ts";
import { listInvitations } from "../../../worker/contrat/invitations.ts";
import { Journal } from "../../../worker/contrat/journal.ts";
import { holdersOf, listMembres, membershipOf, organisationOf } from "../../../worker/contrat/membres.ts";
import { migrations } from "../../../worker/contrat/migrations.ts";
import { Opened } from "../../../worker/contrat/opened.ts";
import { listOrganisations } from "../../../worker/contrat/organisations.ts";
import { readPlan } from "../../../worker/contrat/plan-rows.ts";
import { testSteps } from "../migrated.ts";

const ANNE = "anneannea0000000" as AccountId;
const BOB = "bobbobbob0000000" as AccountId;

const FACTS = { nom: "Ancien", porteur: "P", territoire: "T", ars: [], periode: "", stade: "evaluation", faits: [] };
const IDENTITE = { ...FACTS, objectifsDeMethode: [], epci: [], communes: [] };

const CONTRAT = `INSERT INTO contrat (id, slug, facts) VALUES ('c', 'ancien', '${JSON.stringify(IDENTITE)}')`;
const PEOPLE = [
  "INSERT INTO groupes (id, nom, habitants_ecrivent) VALUES ('g000000000000000', 'Groupe', 0)",
  `INSERT INTO contrat_roles VALUES ('${ANNE}', 'coordination')`,
  `INSERT INTO groupe_roles VALUES ('${ANNE}', 'g000000000000000', 'pilote'), ('${BOB}', 'g000000000000000', 'habitant')`,
];
const MEMBRES = [
  "INSERT INTO organisations VALUES ('o000000000000000', 'CCAS', 'autre', NULL)",
  `INSERT INTO membres (account, nom, organisation, depuis) VALUES
    ('${ANNE}', 'Anne', 'o000000000000000', 5), ('${BOB}', 'Bob', NULL, 6)`,
];

/** What a contrat of the first form held: its bodies were words of its facts, its axes numbers. */
const FIRST_FORM = [
  `INSERT INTO contrat (id, slug, facts) VALUES ('c', 'ancien',
    '${JSON.stringify({ ...FACTS, instances: ["Comité technique"], objectifsDeMethode: [] })}')`,
  "INSERT INTO axes VALUES (2, 'Deux'), (5, 'Cinq')",
  ...PEOPLE,
  `INSERT INTO catalogue VALUES
    ('f100000000000000', 'f1000000', '2.1', 2, 'g000000000000000', 'brouillon', 'Une', '["constats"]', 12, 3),
    ('f200000000000000', 'f2000000', '5.3', 5, 'g000000000000000', 'en_relecture', 'Autre', '[]', NULL, 0)`,
];

/** The same once the plan was a tree. */
const TREE = [
  CONTRAT,
  "INSERT INTO plan VALUES ('a000000000000000', NULL, 0, 'Deux')",
  ...PEOPLE,
  ...MEMBRES,
  `INSERT INTO fiches (id, short_id, numero, axe, groupe, etat, intitule, remplies, told, cree_le) VALUES
    ('f100000000000000', 'f1000000', '1.1', 'a000000000000000', 'g000000000000000', 'brouillon', 'Une', '["constats"]', 3, 1)`,
];

const VIE = {
  etat: "en_relecture",
  soumise: true,
  derniere: { numero: 1, etat: "approuvee", le: 40 },
  approuvee: { version: 1, le: 50, modifieeDepuis: false },
  instruction: null,
  reserves: [],
  aValider: { version: 1, depuis: 50 },
  deports: [],
};
const TOLD = [...TREE, `UPDATE fiches SET etat = 'en_relecture', vie = '${JSON.stringify(VIE)}'`];

function readsFirstForm(sql: SqlStorage): void {
  expect(listMembres(sql).map(({ id, nom }) => [id, nom])).toEqual([
    [ANNE, null],
    [BOB, null],
  ]);
  expect([...membershipOf(sql, BOB).groupeRoles.values()]).toEqual([["habitant"]]);
  expect(rightsNumber(sql)).toBe(1);
  expect(readPlan(sql).map(({ libelle, rang }) => [libelle, rang])).toEqual([
    ["Deux", 0],
    ["Cinq", 1],
  ]);
  expect(findGroupe(sql, "g0000000")).toMatchObject({ habitantsEcrivent: false, appel: { ouvert: false } });
  expect(listEntries(sql)).toMatchObject([
    { numero: "2.1", axe: 1, intitule: "Une", remplies: ["constats"], modifieeLe: 12, vie: { etat: "brouillon" } },
    { numero: "5.3", axe: 2, etat: "en_relecture", vie: { etat: "en_relecture", derniere: null } },
  ]);
  // Bodies are rows of their own now.
  expect(readIdentite(sql)?.facts).toEqual(IDENTITE);
}

function readsTree(sql: SqlStorage): void {
  expect(listMembres(sql).map(({ id, nom }) => [id, nom])).toEqual([
    [ANNE, "Anne"],
    [BOB, "Bob"],
  ]);
  expect(organisationOf(sql, ANNE)?.nom).toBe("CCAS");
  expect(readPlan(sql)).toMatchObject([{ id: "a000000000000000", libelle: "Deux" }]);
  expect(listEntries(sql)).toMatchObject([{ numero: "1.1", axe: 1, etat: "brouillon", groupe: { nom: "Groupe" } }]);
  // Nobody did anything in it yet, and it is awaited like any other.
  expect(attentesFor(sql, ANNE)).toMatchObject([{ quoi: "sections_a_completer" }]);
}

testSteps("a contrat", migrations, {
  "contrat, axes, groupes, roles, catalogue": {
    held: [],
    reads: (sql) => expect([readIdentite(sql), listEntries(sql)]).toEqual([null, []]),
  },
  "the number of rights, open documents": { held: FIRST_FORM, reads: readsFirstForm },
  "membres, organisations, signataires": {
    held: [...FIRST_FORM, `INSERT INTO opened VALUES ('${BOB}', 'f100000000000000', 9000)`],
    reads: (sql) => {
      readsFirstForm(sql);
      expect(new Opened(sql).of(BOB, 1_000)).toEqual(["f100000000000000"]);
    },
  },
  "the plan as a tree, what was thrown away, old slugs, stades": {
    held: [
      ...FIRST_FORM,
      ...MEMBRES,
      "INSERT INTO signataires VALUES (0, 'o000000000000000', NULL, NULL, NULL)",
      `INSERT INTO changements VALUES ('${BOB}', '{"quoi":"parti"}', NULL, 3)`,
    ],
    reads: (sql) => {
      expect(listMembres(sql).map(({ nom }) => nom)).toEqual(["Anne", "Bob"]);
      expect(listOrganisations(sql).map(({ nom }) => nom)).toEqual(["CCAS"]);
      expect(listEntries(sql).map(({ numero, axe }) => [numero, axe])).toEqual([
        ["2.1", 1],
        ["5.3", 2],
      ]);
      expect(sql.exec("SELECT slug FROM slugs").toArray()).toEqual([{ slug: "ancien" }]);
      expect(sql.exec("SELECT organisation FROM signataires").toArray()).toEqual([
        { organisation: "o000000000000000" },
      ]);
    },
  },
  "groupes: calls, meetings, workshops; bodies": {
    held: TREE,
    reads: (sql) => {
      readsTree(sql);
      expect(findGroupe(sql, "g000000000000000")).toMatchObject({ nom: "Groupe", appel: { ouvert: false } });
    },
  },
  "invitations, mails, journal": {
    held: [
      ...TREE,
      `INSERT INTO demandes VALUES ('g000000000000000', '${BOB}', 4)`,
      `INSERT INTO reunions VALUES ('r000000000000000', 'g000000000000000', 4, NULL, NULL, '[]', NULL, NULL)`,
    ],
    reads: (sql) => {
      readsTree(sql);
      expect(sql.exec("SELECT account FROM demandes").toArray()).toEqual([{ account: BOB }]);
      expect(sql.exec("SELECT id FROM reunions").toArray()).toEqual([{ id: "r000000000000000" }]);
      expect(new Journal(sql).all()).toEqual([]);
    },
  },
  // One of before its mail could be seen to have failed goes on waiting.
  "invitations whose mail did not arrive, once that was seen": {
    held: [
      ...TREE,
      `INSERT INTO invitations VALUES
        ('in00000000000000', 'd', 'anne@exemple.fr', NULL, NULL, NULL, 'copil', 'a', 1, 9000000000000000, NULL, NULL)`,
    ],
    reads: (sql) => {
      readsTree(sql);
      expect(listInvitations(sql, "toutes", 2, new Set())).toMatchObject([
        { adresse: "anne@exemple.fr", etat: "envoyee" },
      ]);
    },
  },
  "the life of fiches, as their documents tell it": { held: TREE, reads: readsTree },
  "what waits for people, as their accounts were told it": {
    held: TOLD,
    reads: (sql) => {
      expect(holdersOf(sql, "coordination")).toEqual([ANNE]);
      expect(attentesFor(sql, ANNE)).toMatchObject([{ quoi: "validation", version: 1 }]);
    },
  },
  // What was told before publication was an act says nothing of it.
  "what everybody may read": {
    held: [...TOLD, `INSERT INTO rappels VALUES ('${ANNE}', 4, '[]')`],
    reads: (sql) => {
      expect(listEntries(sql)).toMatchObject([
        { etat: "en_relecture", vie: { ...VIE, approuvee: { ...VIE.approuvee, sousReserve: false }, publiee: null } },
      ]);
      expect(sql.exec("SELECT account, number FROM rappels").toArray()).toEqual([{ account: ANNE, number: 4 }]);
      expect(sql.exec("SELECT intitule_publie FROM fiches").toArray()).toEqual([{ intitule_publie: null }]);
    },
  },
  "how often words of an intitulé were masked": {
    held: [...TOLD, "UPDATE fiches SET intitule_publie = 'Une'"],
    reads: (sql) => {
      expect(listEntries(sql)).toMatchObject([{ intitule: "Une", intitulePublie: "Une" }]);
      expect(sql.exec("SELECT masques FROM fiches").toArray()).toEqual([{ masques: 0 }]);
    },
  },
  "what fiches are called in the versions that bodies read": {
    held: [...TOLD, "UPDATE fiches SET masques = 3"],
    reads: (sql) => {
      expect(listEntries(sql)).toMatchObject([{ intitule: "Une", intituleLu: null }]);
      expect(sql.exec("SELECT masques FROM fiches").toArray()).toEqual([{ masques: 3 }]);
    },
  },
});
