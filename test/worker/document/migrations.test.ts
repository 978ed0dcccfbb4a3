import { bytesToHex } from "@noble/hashes/utils.js";
import { expect } from "vitest";
import * as Y from "yjs";
import type { AccountId, DocumentId, SessionId } from "../../../shared/ids.ts";
import { Endings } from "../../../worker/document/endings.ts";
import { migrations } from "../../../worker/document/migrations.ts";
import { maskingRows } from "../../../worker/fiche/caviardage/masques.ts";
import { Comparisons, packComparison } from "../../../worker/fiche/history/comparisons.ts";
import { FicheJournal } from "../../../worker/fiche/journal.ts";
import { Versions } from "../../../worker/fiche/versions.ts";
import { encodeDeed } from "../../../worker/live/deed.ts";
import { atOnce } from "../../../worker/live/in-pieces.ts";
import { Leases } from "../../../worker/live/leases.ts";
import { Origins } from "../../../worker/live/origins.ts";
import { SetAside } from "../../../worker/live/set-aside.ts";
import { Spans } from "../../../worker/live/spans.ts";
import { UpdateLog } from "../../../worker/live/update-log.ts";
import { addParagraph } from "../../harness/raw-page.ts";
import { testSteps } from "../migrated.ts";

const ALINE = "a1ne000000000000" as AccountId;

/** What is stored of one update by the page 7 of Aline's: a paragraph. */
const written = new Y.Doc();
written.clientID = 7;
addParagraph(written, "constats", "Un constat");
const bytes = (value: Uint8Array) => `x'${bytesToHex(value)}'`;
const UPDATE = bytes(Y.encodeStateAsUpdate(written));
const deed = encodeDeed({
  inserted: [{ client: 7, clock: 0, length: 12, place: "constats" }],
  deleted: [],
  reprises: [],
});

const FIRST_FORM = [
  "INSERT INTO document (id, kind, contrat, created_at) VALUES ('d', 'fiche', 'c', 1)",
  `INSERT INTO updates (seq, piece, author, at, bytes) VALUES (1, 0, '${ALINE}', 1000, ${UPDATE})`,
  `INSERT INTO leases (client, account, at) VALUES (7, '${ALINE}', 900)`,
  "INSERT INTO announcement (one, number, changed_at, first_change_at, told) VALUES (1, 3, 12, NULL, 3)",
];
const WITNESSED = [
  ...FIRST_FORM,
  `UPDATE updates SET deed = ${bytes(deed)}`,
  "INSERT INTO spans VALUES (7, 0, 12, 1, 'constats')",
  `INSERT INTO set_aside (author, at, place, words, before, after, client, clock, length)
    VALUES ('${ALINE}', 5, 'freins', 'le transport', '', '', 7, 20, 12)`,
];
const LED = [...WITNESSED, "UPDATE document SET etat = 'en_relecture'"];

const MASKED = `INSERT INTO caviardages (id, partie, motif, le, par, engagement)
  VALUES (1, 'constats', 'donnee_de_sante', 3, 'a', 'e')`;

function readsText(sql: SqlStorage): void {
  const doc = new Y.Doc();
  for (const update of new UpdateLog(sql).readText()) Y.applyUpdate(doc, update.bytes);
  expect(doc.getXmlFragment("constats").toString()).toContain("Un constat");
  expect(new UpdateLog(sql).lastSeq()).toBe(1);
  expect(new Leases(sql).owner(7)).toBe(ALINE);
  expect(sql.exec("SELECT number, changed_at, acted FROM announcement").toArray()).toMatchObject([
    { number: 3, changed_at: 12 },
  ]);
}

function readsWitness(sql: SqlStorage): void {
  readsText(sql);
  expect([...new UpdateLog(sql).read()][0]).toMatchObject({
    author: ALINE,
    deed: { inserted: [{ place: "constats" }] },
  });
  expect(new Spans(sql).placeOf({ client: 7, clock: 4 })).toBe("constats");
  const setAside = new SetAside(sql);
  expect(setAside.undecided()).toMatchObject([{ author: ALINE, words: "le transport" }]);
  // Letters that go on where those stopped lengthen them.
  const more = { author: ALINE, at: 6, words: " et", before: "", after: "", client: 7, clock: 32, length: 3 };
  setAside.add({ ...more, place: "freins" });
  expect(setAside.undecided()).toMatchObject([{ words: "le transport et" }]);
}

function readsLife(sql: SqlStorage): void {
  readsWitness(sql);
  expect(sql.exec("SELECT etat FROM document").toArray()).toEqual([{ etat: "en_relecture" }]);
}

testSteps("a document", migrations, {
  "text, leases, announcement": {
    held: [],
    reads: (sql) => expect(new UpdateLog(sql).lastSeq()).toBe(0),
  },
  "what updates did, words set aside": {
    held: FIRST_FORM,
    reads: (sql) => {
      readsText(sql);
      // Nobody asked what the first rows did.
      expect([...new UpdateLog(sql).read()].map((row) => row.deed.inserted)).toEqual([[]]);
    },
  },
  "packs, state": {
    held: WITNESSED,
    reads: (sql) => {
      readsWitness(sql);
      const log = new UpdateLog(sql);
      log.pack(Y.encodeStateAsUpdate(written));
      expect(log.countUnpacked()).toBe(0);
      readsText(sql);
    },
  },
  "words set aside by their end": { held: WITNESSED, reads: readsWitness },
  "tickets, rights": {
    held: WITNESSED,
    reads: (sql) => {
      readsWitness(sql);
      expect(new Leases(sql).madeHere(ALINE)).toBeNull();
      expect(sql.exec("SELECT length(bytes) AS length FROM ticket_key").toArray()).toEqual([{ length: 32 }]);
    },
  },
  "sessions that ended": {
    held: [...WITNESSED, "INSERT INTO rights VALUES (1, 7)"],
    reads: (sql) => {
      readsWitness(sql);
      expect(new Endings(sql).isPast({ rights: 6, session: "s000000000000000" as SessionId })).toBe(true);
      expect(new Endings(sql).isPast({ rights: 7, session: "s000000000000000" as SessionId })).toBe(false);
    },
  },
  "words set aside that wait for a decision": { held: WITNESSED, reads: readsWitness },
  // Nobody told it yet where its draft stands: its contrat does, with the first act.
  "life: journal, versions": {
    held: WITNESSED,
    reads: (sql) => {
      readsWitness(sql);
      expect(sql.exec("SELECT etat FROM document").toArray()).toEqual([{ etat: null }]);
      expect(sql.exec("SELECT acted FROM announcement").toArray()).toEqual([{ acted: 0 }]);
      expect(new Versions(sql).list()).toEqual([]);
    },
  },
  "history: sittings, comparisons": { held: LED, reads: readsLife },
  caviardages: {
    held: [...LED, "INSERT INTO journal_mots VALUES (1, '/raison', 'sel', 'des mots')"],
    reads: (sql) => {
      readsLife(sql);
      const journal = new FicheJournal(sql, (length) => new Uint8Array(length));
      journal.add("f000000000000000" as DocumentId, { par: ALINE, le: 2, event: { acte: "clore" } });
      expect(journal.all()).toMatchObject([{ numero: 1, event: { acte: "clore" } }]);
      expect(() => sql.exec("UPDATE journal_mots SET mots = ''")).toThrow("append-only");
    },
  },
  publication: {
    held: [...LED, MASKED],
    reads: (sql) => {
      readsLife(sql);
      expect(sql.exec("SELECT partie FROM caviardages").toArray()).toEqual([{ partie: "constats" }]);
      expect(sql.exec("SELECT key FROM deliveries").toArray()).toEqual([]);
    },
  },
  // Letters that were moved before are followed to the first ones as they were.
  "what was moved together": {
    held: [...LED, "INSERT INTO reprises (client, clock, length, from_client, from_clock) VALUES (7, 8, 3, 7, 2)"],
    reads: (sql) => {
      readsLife(sql);
      expect(new Origins(sql).of({ client: 7, clock: 8, length: 3 })).toMatchObject([
        { client: 7, clock: 8, length: 3, first: { client: 7, clock: 2 } },
      ]);
    },
  },
  // Of what was masked before, nobody remembers where the log stood.
  "where in the log passages were masked": {
    held: [...LED, MASKED],
    reads: (sql) => {
      readsLife(sql);
      expect(sql.exec("SELECT partie FROM caviardages").toArray()).toEqual([{ partie: "constats" }]);
      expect([...maskingRows(sql)]).toEqual([]);
    },
  },
  // What was worked out by a method of before is not served.
  "the method of comparisons": {
    held: [...LED, "INSERT INTO comparisons VALUES (1, 2, 0, x'00'), (1, 2, 1, x'00'), (2, 3, 0, x'00')"],
    reads: (sql) => {
      readsLife(sql);
      const comparisons = new Comparisons(sql);
      expect(comparisons.find(1, 2)).toBeNull();
      comparisons.keep(1, 2, atOnce(packComparison([])));
      expect(comparisons.find(1, 2)).toEqual([]);
      expect(sql.exec("SELECT de, a, piece FROM comparisons ORDER BY de").toArray()).toEqual([
        { de: 1, a: 2, piece: 0 },
        { de: 2, a: 3, piece: 0 },
      ]);
    },
  },
});
