import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { inflateRawSync } from "node:zlib";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type ChainedEntry, firstBroken } from "../../shared/domain/journal.ts";
import { type Empreintes, type EngagementPart, fingerprintVersion } from "../../shared/editor/canonical.ts";
import { REQUIRED_SECTIONS } from "../../shared/editor/sections.ts";
import type { AttentesBody } from "../../shared/protocol/bodies/attentes.ts";
import type { ActesBody } from "../../shared/protocol/bodies/fiche-acts.ts";
import type { CaviardageApercuBody, HistoriqueBody } from "../../shared/protocol/bodies/history.ts";
import { CLOSE } from "../../shared/protocol/close-codes.ts";
import type { FicheInList } from "../../shared/protocol/http-bodies.ts";
import { apiPaths } from "../../shared/protocol/paths.ts";
import { type RunningServer, startServer } from "../harness/dev-server.ts";
import { freedPages } from "../harness/freed-pages.ts";
import { ask } from "../harness/instance.ts";
import { connectPage, findFiche, type SignedIn, signIn } from "../harness/live-client.ts";
import { addParagraph, textOf, typeAtEnd } from "../harness/raw-page.ts";
import { fileOf } from "../harness/stored-document.ts";

const SLUG = "pays-de-redon";
const WORDS = "Zéphyrine Kervarec";
/** More than a log holds unpacked. */
const KEYS = 1_050;

let server: RunningServer;
let coordinatrice: SignedIn;
let fiche: FicheInList;
beforeAll(async () => {
  server = await startServer({ demonstration: true });
  coordinatrice = await signIn(server.url, "coordinatrice");
  fiche = await findFiche(coordinatrice, SLUG, "1.1");
});
afterAll(() => server.stop());

async function must<Body>(method: "GET" | "POST", path: string, body?: unknown): Promise<Body> {
  const answer = await ask(coordinatrice, method, `/api/contrats/${SLUG}/fiches/${fiche.id}${path}`, body);
  expect([path, answer.status >= 300 ? answer : 200]).toEqual([path, 200]);
  // Our own server's answer.
  return answer.body as Body;
}

/** Every file of the objects, with what is in its packs. */
function files(): { name: string; bytes: Buffer }[] {
  const folder = join(server.dataDir, "objects");
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.sqlite(-wal)?$/.test(name))
    .map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
}

/** The files that hold any of these letters. */
function holding(...words: string[]): string[] {
  return files()
    .filter(({ bytes }) => words.some((word) => bytes.includes(word)))
    .map(({ name }) => name);
}

function packsOf(path: string): Buffer[] {
  const database = new DatabaseSync(path, { readOnly: true });
  const packs = database.prepare("SELECT first, piece, bytes FROM packs ORDER BY first, piece").all();
  database.close();
  return packs.map(({ bytes }) => inflateRawSync(bytes as Uint8Array));
}

it("after words were masked, no file holds them, and everything else still verifies", async () => {
  const { page, closed } = await connectPage(coordinatrice, SLUG, fiche);
  for (const section of REQUIRED_SECTIONS) addParagraph(page.doc, section, "Des mots.");
  addParagraph(page.doc, "constats", "Suivi de ");
  for (const letter of WORDS) {
    typeAtEnd(page.doc, "constats", letter);
    await page.until("the key is kept", () => page.unacked === 0);
  }
  for (let key = 0; key < KEYS; key++) {
    typeAtEnd(page.doc, "freins", "x");
    await page.until("the key is kept", () => page.unacked === 0);
  }
  const path = fileOf(server.dataDir, fiche.id);
  await expect.poll(() => packsOf(path).length, { timeout: 20_000, interval: 500 }).toBeGreaterThan(0);
  const { brouillon } = await must<ActesBody>("GET", "/actes");
  await ask(coordinatrice, "POST", `/api/contrats/${SLUG}/fiches/${fiche.id}/actes`, {
    acte: "soumettre",
    empreinte: brouillon?.empreinte,
    malgre: null,
  });
  // Written again, here and there, and taken away.
  for (const turn of [1, 2, 3]) {
    addParagraph(page.doc, "constats", `${turn} : ${WORDS}, encore.`);
    await page.until("kept", () => page.unacked === 0);
    const fragment = page.doc.getXmlFragment("constats");
    fragment.delete(fragment.length - 1, 1);
    await page.until("kept", () => page.unacked === 0);
  }
  expect(holding("Kervarec")).not.toEqual([]);
  const submitted = (await must<ActesBody>("GET", "/actes")).versions;
  expect(submitted).toHaveLength(1);

  const words = { partie: "constats", mots: WORDS, motif: "donnee_de_sante" };
  const { apercu, versions } = await must<CaviardageApercuBody>("POST", "/caviardages/apercu", words);
  expect(versions).toEqual([1]);
  const { sittings } = await must<HistoriqueBody>("GET", "/historique");
  const reading = readOn(`/api/contrats/${SLUG}/fiches/${fiche.id}/comparaisons/m0/m${sittings[0]?.fin}`);
  const began = performance.now();
  const { sel } = await must<{ sel: string }>("POST", "/caviardages", { ...words, apercu });
  console.log(`· masked in ${Math.round(performance.now() - began)} ms`);
  await page.until("the blanks", () => !textOf(page.doc, "constats").includes(WORDS));

  // A moment later SQLite's own journal is written over, and the object begins again: who reads does not see it.
  await expect.poll(() => holding("Kervarec", "Zéphyrine", sel), { timeout: 40_000, interval: 200 }).toEqual([]);
  expect(await reading.stop()).toEqual([200]);
  // A pack is deflated: whatever it was, it is not there any more.
  const freed = freedPages(path);
  expect(freed.length).toBeGreaterThan(100);
  expect(freed.filter(({ bytes }) => hasContent(bytes)).map(({ number }) => number)).toEqual([]);
  for (const pack of packsOf(path)) expect(pack.includes("Kervarec")).toBe(false);

  const archive = await fetch(`${server.url}${apiPaths.contratExport(SLUG)}`, {
    headers: { cookie: coordinatrice.cookie },
  });
  const exported = Object.entries(unzipSync(new Uint8Array(await archive.arrayBuffer())));
  const history = exported.find(([name]) => name.includes(fiche.id) && name.endsWith("historique.ndjson"));
  const rows = new TextDecoder().decode(history?.[1]).trim().split("\n");
  expect(rows.length).toBeGreaterThan(KEYS);
  const updates = rows.map((row) => Buffer.from((JSON.parse(row) as { yjs: string }).yjs, "base64"));
  expect(updates.filter((update) => update.includes("Kervarec"))).toEqual([]);
  for (const [name, bytes] of exported) expect(Buffer.from(bytes).includes("Kervarec"), name).toBe(false);
  const lecture = await fetch(`${server.url}/contrats/${SLUG}/fiches/${fiche.id.slice(0, 8)}/lecture`, {
    headers: { cookie: coordinatrice.cookie },
  });
  expect(await lecture.text()).not.toContain("Kervarec");

  verifies(path);
  expect((await must<ActesBody>("GET", "/actes")).versions).toEqual(submitted);
  // A page that never heard of it comes back, and loses the words too; it goes on writing.
  expect(await closed).toBe(CLOSE.comeBack);
  const { page: back } = await connectPage(coordinatrice, SLUG, fiche, page);
  typeAtEnd(back.doc, "freins", " Suite.");
  await back.until("kept", () => back.unacked === 0);
  expect(back.refusals).toEqual([]);
  expect(textOf(back.doc, "constats")).toContain(`Suivi de ${"█".repeat(WORDS.length)}`);
});

it("an intitulé that was masked is in the files of nobody: not of the contrat, nor of who was told of it", async () => {
  const name = "Maëlwenn Kerdoncuff";
  const other = await findFiche(coordinatrice, SLUG, "1.2");
  const at = `/api/contrats/${SLUG}/fiches/${other.id}`;
  const { page } = await connectPage(coordinatrice, SLUG, other);
  for (const section of REQUIRED_SECTIONS) addParagraph(page.doc, section, "Des mots.");
  const sentence = page.doc.getText("intitule");
  sentence.delete(0, sentence.length);
  sentence.insert(0, `Suivi de ${name}`);
  await page.until("kept", () => page.unacked === 0);
  const { brouillon } = (await ask(coordinatrice, "GET", `${at}/actes`)).body as ActesBody;
  const submitted = await ask(coordinatrice, "POST", `${at}/actes`, {
    acte: "soumettre",
    empreinte: brouillon?.empreinte,
    malgre: null,
  });
  expect([submitted.status, submitted.body]).toEqual([204, null]);
  // The comité technique is awaited for it: accounts hear of it too.
  const ofAccounts = () => holding("Kerdoncuff").filter((path) => path.includes("coaction-account"));
  await expect.poll(ofAccounts, { timeout: 20_000, interval: 500 }).not.toEqual([]);
  expect(holding("Kerdoncuff").some((path) => path.includes("coaction-contrat"))).toBe(true);

  const words = { partie: "intitule", mots: name, motif: "donnee_personnelle" };
  const preview = await ask(coordinatrice, "POST", `${at}/caviardages/apercu`, words);
  const { apercu } = preview.body as CaviardageApercuBody;
  const reading = readOn(`/api/contrats/${SLUG}`);
  const masked = await ask(coordinatrice, "POST", `${at}/caviardages`, { ...words, apercu });
  expect(masked.status).toBe(201);
  await expect.poll(() => holding("Kerdoncuff", "Maëlwenn"), { timeout: 40_000, interval: 200 }).toEqual([]);
  expect(await reading.stop()).toEqual([200]);

  // Everybody goes on, with what is left of it.
  const blanks = `Suivi de ${"█".repeat(name.length)}`;
  expect((await findFiche(coordinatrice, SLUG, "1.2")).intitule).toBe(blanks);
  const awaited = await signIn(server.url, "cotech-1");
  const { body } = await ask(awaited, "GET", "/api/attentes");
  const own = (body as AttentesBody).attentes.filter(({ fiche: { id } }) => id === other.id);
  expect(own.map(({ fiche: { intitule } }) => intitule)).toEqual([blanks]);
  page.close();
});

/** The coordinatrice reads a page again and again, four times at once, each three times at least; how she was answered. */
function readOn(path: string): { stop(): Promise<number[]> } {
  const statuses = new Set<number>();
  let isOver = false;
  const readers = Array.from({ length: 4 }, async () => {
    for (let time = 0; time < 3 || !isOver; time++) statuses.add((await ask(coordinatrice, "GET", path)).status);
  });
  return {
    async stop() {
      isOver = true;
      await Promise.all(readers);
      return [...statuses];
    },
  };
}

/** The chain, the version's fingerprint from its parts', and each part's but the one that was masked. */
function verifies(path: string): void {
  const database = new DatabaseSync(path, { readOnly: true });
  const all = (statement: string) => database.prepare(statement).all() as Record<string, string | number>[];
  const journal = all("SELECT * FROM journal ORDER BY numero").map((row) => ({
    ...row,
    sur: JSON.parse(String(row["sur"])),
    detail: JSON.parse(String(row["detail"])),
  })) as unknown as ChainedEntry<string>[];
  const parts = all("SELECT partie, contenu, masque FROM version_parties WHERE version = 1 ORDER BY partie, piece");
  const [version] = all("SELECT empreintes FROM versions WHERE numero = 1");
  const [caviardage] = all("SELECT * FROM caviardages");
  database.close();
  expect(firstBroken(journal)).toBeNull();
  expect(journal.at(-1)).toMatchObject({ acte: "caviarder", detail: { partie: "constats", caviardage: 1 } });
  expect(caviardage).toMatchObject({ id: 1, partie: "constats", motif: "donnee_de_sante" });
  const empreintes = JSON.parse(String(version?.["empreintes"])) as Empreintes;
  expect(fingerprintVersion(empreintes.parts)).toBe(empreintes.version);
  for (const { partie, contenu, masque } of parts) {
    const same = digest(String(contenu)) === empreintes.parts[partie as EngagementPart];
    expect([partie, same, masque]).toEqual(partie === "constats" ? ["constats", false, "1"] : [partie, true, null]);
  }
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** More than SQLite's own numbers, of four bytes each, of which the first is zero in a file so small. */
function hasContent(bytes: Uint8Array): boolean {
  let inARow = 0;
  return bytes.some((byte) => {
    inARow = byte === 0 ? 0 : inARow + 1;
    return inARow > 16;
  });
}
