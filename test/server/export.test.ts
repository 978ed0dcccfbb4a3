import { readFileSync } from "node:fs";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, expect, it } from "vitest";
import * as Y from "yjs";
import { firstBroken, type JournalEntry } from "../../shared/domain/journal.ts";
import { apiPaths } from "../../shared/protocol/paths.ts";
import { type RunningServer, startServer } from "../harness/dev-server.ts";
import { ask, openWithContrat, type Person, ESSAI as SLUG } from "../harness/instance.ts";
import { newClient, openSocket } from "../harness/live-client.ts";
import { addParagraph, RawPage, textOf } from "../harness/raw-page.ts";

const BASE = `/api/contrats/${SLUG}`;
const FICHES = 20;

let server: RunningServer;
let aline: Person;
beforeAll(async () => {
  server = await startServer({ demonstration: false });
  aline = await openWithContrat(server);
});
afterAll(() => server.stop());

async function must(asked: Promise<{ status: number; body: unknown }>, status: number): Promise<unknown> {
  const answer = await asked;
  expect([answer.status, answer.body]).toEqual([status, answer.body]);
  return answer.body;
}

async function made(path: string, body: object): Promise<string> {
  const answer = (await must(ask(aline, "POST", `${BASE}${path}`, body), 201)) as { id: string };
  return answer.id;
}

/** Writes on the live path, as a page does; the words that were kept. */
async function write(path: string, places: Readonly<Record<string, string>>): Promise<void> {
  const page = new RawPage(newClient());
  const socket = openSocket(`${server.url.replace("http", "ws")}${path}/live?client=${page.client}&schema=1`, {
    cookie: aline.cookie,
    origin: server.url,
  });
  socket.on("message", (data: Buffer, isBinary: boolean) => isBinary && page.feed(data));
  await new Promise((resolve, reject) => {
    socket.once("open", resolve);
    socket.once("error", reject);
  });
  page.open({ send: (bytes) => socket.send(bytes), close: () => socket.close() });
  await page.until("the first synchronisation", () => page.synced);
  for (const [place, words] of Object.entries(places)) addParagraph(page.doc, place, words);
  await page.until("the acknowledgement", () => page.unacked === 0);
  socket.close();
}

function residentMemory(): number {
  const { server: pid } = JSON.parse(readFileSync(`${server.dataDir}/serveur.lock`, "utf8")) as { server: number };
  const pages = Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1]);
  return pages * 4_096;
}

it("the coordination takes the whole contrat along, in forms that any software reads", async () => {
  const axe = await made("/axes", { libelle: "Prévention", parent: null });
  const groupe = await made("/groupes", { nom: "Bien vieillir" });
  const long = "Un constat, puis un autre. ".repeat(4_000);
  const fiches: string[] = [];
  for (let i = 0; i < FICHES; i++) {
    const id = await made(`/groupes/${groupe}/fiches`, { axe });
    fiches.push(id);
    await write(`${BASE}/fiches/${id}`, { constats: `<b>Constat</b> ${i + 1}.`, description: long });
  }
  const reunion = await made(`/groupes/${groupe}/reunions`, {
    le: Date.UTC(2026, 10, 3, 13),
    lieu: "Mairie",
    lien: null,
    ordreDuJour: ["Tour de table"],
  });
  const notes = await made(`/reunions/${reunion}/notes`, {});
  await write(`${BASE}/notes/${notes}`, { notes: "Présents : tous." });

  const before = residentMemory();
  const began = performance.now();
  const response = await fetch(`${server.url}${apiPaths.contratExport(SLUG)}`, { headers: { cookie: aline.cookie } });
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("application/zip");
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(response.headers.get("content-disposition")).toMatch(
    /^attachment; filename="pays-d-essai-\d{4}-\d{2}-\d{2}\.zip"$/,
  );
  const parts: Uint8Array[] = [];
  let peak = before;
  // Anybody else is answered meanwhile.
  let slowest = 0;
  for await (const part of response.body ?? []) {
    parts.push(part);
    const asked = performance.now();
    await (await fetch(`${server.url}/api/sante`)).arrayBuffer();
    slowest = Math.max(slowest, performance.now() - asked);
    peak = Math.max(peak, residentMemory());
  }
  const archive = Buffer.concat(parts);
  const files = unzipSync(archive);
  const text = (path: string) => new TextDecoder().decode(files[path]);
  const lines = (path: string) =>
    text(path)
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  const size = Object.values(files).reduce((sum, file) => sum + file.length, 0);
  console.log(
    `· export of ${FICHES} fiches: ${(size / 1e6).toFixed(1)} MB in ${(archive.length / 1e6).toFixed(2)} MB, ${Math.round(performance.now() - began)} ms; others waited ${Math.round(slowest)} ms at most, memory grew by ${((peak - before) / 1e6).toFixed(0)} MB`,
  );

  expect(text("LISEZMOI.txt")).toContain("CLS du Pays d’Essai");
  expect(lines("donnees/contrat.ndjson")[0]).toMatchObject({ slug: SLUG, facts: { nom: "CLS du Pays d’Essai" } });
  expect(lines("donnees/membres.ndjson")).toEqual([expect.objectContaining({ nom: "Aline Le Goff" })]);
  expect(lines("donnees/groupes.ndjson")).toEqual([expect.objectContaining({ id: groupe, nom: "Bien vieillir" })]);
  expect(lines("donnees/reunions.ndjson")).toEqual([
    expect.objectContaining({ ordre_du_jour: ["Tour de table"], notes }),
  ]);
  const journal = lines("donnees/journal.ndjson") as unknown as JournalEntry[];
  expect(firstBroken(journal)).toBeNull();
  expect(journal.at(-1)?.acte).toBe("telecharger_contrat");
  expect(journal.filter(({ acte }) => acte === "creer_fiche")).toHaveLength(FICHES);

  for (const [index, id] of fiches.entries()) {
    const folder =
      Object.keys(files)
        .find((path) => path.includes(id))
        ?.replace(/[^/]*$/, "") ?? "";
    const html = text(`${folder}texte.html`);
    expect(html).toContain(`&lt;b&gt;Constat&lt;/b&gt; ${index + 1}.`);
    expect(html).toContain("Document de travail");
    expect(html).not.toMatch(/<script|<style|src=|href=/);
    expect(JSON.parse(text(`${folder}texte.json`)).sections.constats).toHaveLength(1);
    // The log alone makes the text again.
    const doc = new Y.Doc();
    for (const { yjs } of lines(`${folder}historique.ndjson`)) Y.applyUpdate(doc, Buffer.from(String(yjs), "base64"));
    expect(textOf(doc, "constats")).toBe(`<b>Constat</b> ${index + 1}.`);
    expect(textOf(doc, "description")).toBe(long);
  }
  const [notesPath = ""] = Object.keys(files).filter((path) => path.startsWith("notes/") && path.endsWith(".html"));
  expect(text(notesPath)).toContain("Présents : tous.");
  expect(notesPath).toContain(notes);
});

it("nobody else does", async () => {
  const refused = await ask({ url: server.url, cookie: "" }, "GET", apiPaths.contratExport(SLUG));
  expect([refused.status, refused.body]).toEqual([401, { refus: "session_absente" }]);
  const nothing = await ask(aline, "GET", apiPaths.contratExport("nulle-part"));
  expect([nothing.status, nothing.body]).toEqual([404, { refus: "introuvable" }]);
});
