import { expect } from "vitest";
import { Memberships } from "../../../worker/account/memberships.ts";
import { migrations } from "../../../worker/account/migrations.ts";
import { OwnAdresses } from "../../../worker/account/own-adresses.ts";
import { Profile } from "../../../worker/account/profile.ts";
import { Reminders } from "../../../worker/account/reminders.ts";
import { Sessions } from "../../../worker/account/sessions.ts";
import { testSteps } from "../migrated.ts";

const ALINE = "INSERT INTO profile (id, nom) VALUES ('aaaabbbbccccdddd', 'Aline')";
const SESSION =
  "INSERT INTO sessions (id, digest, opened_at, expires_at) VALUES ('eeeeffffgggghhhh', 'empreinte', 1000, 9000)";
const MEMBERSHIP = "INSERT INTO memberships VALUES ('c000000000000000')";

const sessionsIn = (sql: SqlStorage) => new Sessions(sql, () => {});
const remindersIn = (sql: SqlStorage) =>
  new Reminders(
    sql,
    () => {},
    () => new Memberships(sql).all(),
  );

testSteps("an account", migrations, {
  "profile, sessions, memberships": {
    held: [],
    reads: (sql) => expect([new Memberships(sql).all(), sessionsIn(sql).list(2000)]).toEqual([[], []]),
  },
  "documents open in a session": {
    held: [ALINE, SESSION, MEMBERSHIP],
    reads: (sql) => {
      expect(new Memberships(sql).all()).toEqual(["c000000000000000"]);
      const sessions = sessionsIn(sql);
      expect(sessions.find("empreinte", 2000)).toBe("eeeeffffgggghhhh");
      expect(sessions.noteOpen("eeeeffffgggghhhh" as never, "f000000000000000" as never, 2000)).toBe(true);
    },
  },
  // Made before addresses and devices were kept: it is open, and its sessions stand.
  "addresses, sign-in by mail, devices, closing and joining": {
    held: [ALINE, SESSION, "INSERT INTO session_documents VALUES ('eeeeffffgggghhhh', 'f000000000000000')"],
    reads: (sql) => {
      expect(new Profile(sql).standing()).toEqual({ etat: "ouvert", id: "aaaabbbbccccdddd", nom: "Aline" });
      expect(new Profile(sql).joined()).toEqual([]);
      expect(sessionsIn(sql).list(2000)).toEqual([
        {
          id: "eeeeffffgggghhhh",
          appareil: { navigateur: "autre", systeme: "autre" },
          ouverteLe: 1000,
          vueLe: 1000,
          expireLe: 9000,
        },
      ]);
      expect(new OwnAdresses(sql).all()).toEqual([]);
    },
  },
  "what waits for the person, reminders": {
    held: [ALINE, "INSERT INTO adresses VALUES ('nom', 'aline@sante.example', 12)", MEMBERSHIP],
    reads: (sql) => {
      expect(new OwnAdresses(sql).shown()).toEqual([{ adresse: "aline@sante.example", depuis: 12 }]);
      expect(remindersIn(sql).kept()).toEqual({ actifs: true, dernierLe: null, attentes: [] });
    },
  },
  // What a mail said is not said again, and who wanted none gets none.
  "reminders that were tried in vain": {
    held: [
      ALINE,
      MEMBERSHIP,
      "UPDATE rappels SET actifs = 0, dernier_le = 5, rappelees = '[\"c000000000000000/f/avis_a_donner/1\"]'",
      `INSERT INTO attentes VALUES ('c000000000000000', 3, '{"contrat":{"id":"c000000000000000","slug":"c","nom":"C"},
        "attentes":[{"quoi":"avis_a_donner","fiche":{"id":"f","numero":"1","intitule":""},"version":1,"depuis":1,"nombre":1}]}')`,
    ],
    reads: (sql) => {
      const reminders = remindersIn(sql);
      expect(reminders.kept()).toMatchObject({ actifs: false, dernierLe: 5, attentes: [{ contrat: { nom: "C" } }] });
      reminders.turn(true, 1e12);
      expect(reminders.begin(1e12)).toBeNull();
      expect(reminders.bequeathed().rappelees).toEqual(["c000000000000000/f/avis_a_donner/1"]);
    },
  },
});
