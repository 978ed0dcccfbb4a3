import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, it } from "vitest";
import { colorOf } from "../../../shared/domain/person-color.ts";
import { type AccountId, type ContratId, type DocumentId, makeId, type SessionId } from "../../../shared/ids.ts";
import { withVerdict } from "../../../worker/live/live-request.ts";
import { addParagraph, RawPage, textOf } from "../../harness/raw-page.ts";
import { connect, type Opened } from "../signed-in.ts";

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));

/** A document that nobody wrote in yet: the notes of a meeting, or (`brouillon`) a fiche. */
async function newDocument(etat: "brouillon" | null): Promise<DocumentId> {
  const id = makeId<DocumentId>(random);
  const contrat = makeId<ContratId>(random);
  const kind = etat === null ? "notes" : "fiche";
  await env.DOCUMENT.getByName(id).create({ id, kind, contrat, createdAt: Date.now(), etat, updates: [] });
  return id;
}

const newNotes = () => newDocument(null);

/** A page whose rights the contrat found good, synchronised. */
async function open(id: DocumentId, client: number): Promise<Opened> {
  const account = makeId<AccountId>(random);
  const verdict = {
    account,
    name: "Quelqu’un",
    color: colorOf(account),
    writes: true,
    rights: 1,
    session: makeId<SessionId>(random),
    until: Date.now() + 60_000,
    client,
    ours: true,
  };
  const request = new Request("http://127.0.0.1:8787/", { headers: { upgrade: "websocket" } });
  const opened = connect(await env.DOCUMENT.getByName(id).fetch(withVerdict(request, verdict)), new RawPage(client));
  await opened.page.until("the first synchronisation", () => opened.page.synced);
  return opened;
}

it("the notes of a meeting are written by three people at once, on the same live path", async () => {
  const id = await newNotes();
  const pages = await Promise.all([71, 72, 73].map(async (client) => (await open(id, client)).page));
  for (const [index, page] of pages.entries()) addParagraph(page.doc, "notes", `Point ${index + 1}.`);
  for (const page of pages) {
    await page.until("everybody's words", () => textOf(page.doc, "notes").match(/Point \d/g)?.length === 3);
    expect(page.refusals).toEqual([]);
  }
  const [first] = pages;
  first?.sendCaret("notes", 1);
  await pages[1]?.until("the caret", () => JSON.stringify([...(pages[1]?.present.values() ?? [])]).includes('"notes"'));
  const blocks = await env.DOCUMENT.getByName(id).readNotes();
  expect(
    blocks?.map(({ inlines }) => inlines.map((inline) => (inline.kind === "text" ? inline.text : "")).join("")).sort(),
  ).toEqual(["Point 1.", "Point 2.", "Point 3."]);
  expect(await env.DOCUMENT.getByName(id).exported("brouillon")).toBeNull();
});

it("notes have their own place, and none of a fiche's; no list is told of them", async () => {
  const id = await newNotes();
  const { page } = await open(id, 81);
  addParagraph(page.doc, "constats", "Un constat, au mauvais endroit.");
  await page.until("the refusal", () => page.refusals.length === 1);
  expect(page.refusals[0]?.code).toBe("hors_modele");
  const { page: other } = await open(id, 82);
  other.doc.getText("intitule").insert(0, "Un intitulé");
  await other.until("the refusal", () => other.refusals.length === 1);
  const { page: third } = await open(id, 83);
  addParagraph(third.doc, "notes", "À sa place.");
  await third.until("the acknowledgement", () => third.unacked === 0);
  await runInDurableObject(env.DOCUMENT.getByName(id), (_, { storage: { sql } }) => {
    expect(sql.exec("SELECT * FROM announcement").toArray()).toEqual([]);
    expect(sql.exec("SELECT * FROM alarms WHERE name = 'announce'").toArray()).toEqual([]);
  });
});

it("a fiche has no place for notes", async () => {
  const id = await newDocument("brouillon");
  const { page } = await open(id, 91);
  addParagraph(page.doc, "notes", "Des notes, au mauvais endroit.");
  await page.until("the refusal", () => page.refusals.length === 1);
  expect(page.refusals[0]?.code).toBe("hors_modele");
  expect(await env.DOCUMENT.getByName(id).readNotes()).toBeNull();
});

it("the log of a text is read in stretches, to its end, packed or not", async () => {
  const id = await newNotes();
  const { page } = await open(id, 101);
  const words = "mot ".repeat(20_000);
  for (let i = 0; i < 6; i++) {
    addParagraph(page.doc, "notes", words);
    await page.until("the acknowledgement", () => page.unacked === 0);
  }
  const document = env.DOCUMENT.getByName(id);
  const readAll = async () => {
    const stretches: number[][] = [];
    for (let after = 0; ; ) {
      const stretch = await document.readLog(after);
      if (stretch.length === 0) return stretches;
      stretches.push(stretch.map(({ seq }) => seq));
      after = stretch.at(-1)?.seq ?? 0;
    }
  };
  const before = await readAll();
  expect(before.flat()).toEqual([1, 2, 3, 4, 5, 6]);
  expect(before.length).toBeGreaterThan(1);
  // As the alarm that packs does.
  await runInDurableObject(document, async (instance, { storage: { sql } }) => {
    sql.exec("INSERT INTO alarms VALUES ('pack', 0)");
    await instance.alarm();
    expect(sql.exec("SELECT * FROM updates").toArray()).toEqual([]);
  });
  expect((await readAll()).flat()).toEqual([1, 2, 3, 4, 5, 6]);
  expect((await document.readLog(4)).map(({ seq }) => seq).at(0)).toBe(5);
});
