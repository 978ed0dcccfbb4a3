import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, expect, it } from "vitest";
import { REQUIRED_SECTIONS } from "../../shared/editor/sections.ts";
import type { DocumentId } from "../../shared/ids.ts";
import type { ActesBody } from "../../shared/protocol/bodies/fiche-acts.ts";
import type { ContratWithFiches, SessionBody } from "../../shared/protocol/http-bodies.ts";
import { apiPaths } from "../../shared/protocol/paths.ts";
import { checkArchive } from "../harness/check-archive.ts";
import { type RunningServer, startServer } from "../harness/dev-server.ts";
import { ask, cookieOf, nobody, openWithContrat, type Person, ESSAI as SLUG } from "../harness/instance.ts";
import { connectPage } from "../harness/live-client.ts";
import { addParagraph } from "../harness/raw-page.ts";
import { untilAsleep } from "../harness/sign-in-stage.ts";
import { fileOf } from "../harness/stored-document.ts";

const AT = `/api/contrats/${SLUG}`;
const NOM = "Gwenaëlle Traoué";

let server: RunningServer;
let aline: Person;
beforeAll(async () => {
  server = await startServer({ demonstration: false });
  aline = await openWithContrat(server);
});
afterAll(() => server.stop());

async function must<Body>(person: Person, method: "GET" | "POST" | "PUT", path: string, body?: unknown): Promise<Body> {
  const answer = await ask(person, method, path, body);
  expect([path, answer.status < 300 ? "done" : answer]).toEqual([path, "done"]);
  // Our own server's answer.
  return answer.body as Body;
}

/** A fiche of a groupe of its own, with words in every section that it needs. */
async function newFiche(nom: string): Promise<{ readonly groupe: string; readonly id: DocumentId }> {
  const { id: groupe } = await must<{ id: string }>(aline, "POST", `${AT}/groupes`, { nom });
  const contrat = await must<ContratWithFiches>(aline, "GET", AT);
  const { id } = await must<{ id: DocumentId }>(aline, "POST", `${AT}/groupes/${groupe}/fiches`, {
    axe: contrat.axes[0]?.id,
  });
  const { fiches } = await must<ContratWithFiches>(aline, "GET", AT);
  const fiche = fiches.find((each) => each.id === id);
  if (fiche === undefined) throw new Error("no fiche");
  const { page } = await connectPage(aline, SLUG, fiche);
  for (const section of REQUIRED_SECTIONS) addParagraph(page.doc, section, "Des mots.");
  await page.until("they are kept", () => page.unacked === 0);
  page.close();
  return { groupe, id };
}

/** Whoever comes with a code of this groupe, and is then its pilote. */
async function pilote(groupe: string, nom: string): Promise<Person & { readonly id: string }> {
  const { code } = await must<{ code: string }>(aline, "POST", `${AT}/groupes/${groupe}/ateliers`, {
    jours: 1,
    usages: 1,
  });
  const { headers } = await ask(nobody(server), "POST", `${AT}/atelier`, { code, nom });
  const person = { url: server.url, cookie: cookieOf(headers) };
  const { account } = await must<SessionBody>(person, "GET", "/api/session");
  await must(aline, "PUT", `${AT}/groupes/${groupe}/membres/${account.id}`, { roles: ["pilote"] });
  return { ...person, id: account.id };
}

async function submit(person: Person, fiche: DocumentId): Promise<{ version: number; empreinte: string }> {
  const at = `${AT}/fiches/${fiche}/actes`;
  const { brouillon } = await must<ActesBody>(person, "GET", at);
  await must(person, "POST", at, { acte: "soumettre", empreinte: brouillon?.empreinte, malgre: null });
  const [version] = (await must<ActesBody>(aline, "GET", at)).versions;
  if (version === undefined) throw new Error("no version");
  return { version: version.numero, empreinte: version.empreinte };
}

/** The files of the objects that hold these words anywhere, rows that were deleted included. */
function holding(words: string): string[] {
  const folder = join(server.dataDir, "objects");
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .filter((file) => readFileSync(join(file.parentPath, file.name)).includes(words))
    .map((file) => `${file.parentPath.split("/").at(-1)}/${file.name}`);
}

it("of who closed their account, the lives of fiches keep the id, the acts and the words, and no name", async () => {
  await must(aline, "POST", `${AT}/axes`, { libelle: "Prévention", parent: null });
  const [own, other] = [await newFiche("Bien vieillir"), await newFiche("Santé mentale")];
  const gwenaelle = await pilote(own.groupe, NOM);
  await must(aline, "PUT", `${AT}/membres/${gwenaelle.id}`, { roles: ["comite_technique"], organisation: null });
  await submit(gwenaelle, own.id);
  const shown = await submit(aline, other.id);
  const raison = "Le budget manque d’un détail.";
  const reserves = [{ sur: { partie: "constats", citation: "mots" }, texte: "Lesquels, au juste ?" }];
  const at = `${AT}/fiches/${other.id}/actes`;
  const sens = "favorable_avec_reserves";
  await must(gwenaelle, "POST", at, { acte: "rendre_avis", ...shown, sens, raison, reserves });
  const decision = {
    acte: "relever_decision",
    ...shown,
    sens: "ajournee",
    date: new Date().toISOString().slice(0, 10),
    raison: "À revoir.",
  };
  await must(aline, "POST", at, { ...decision, mode: "seance", presents: [gwenaelle.id] });
  expect(JSON.stringify(await must(gwenaelle, "GET", "/api/compte/donnees"))).toContain(raison);
  // The search below finds what is there.
  expect(holding(NOM)).not.toEqual([]);

  await must(gwenaelle, "POST", "/api/compte/fermeture", { ferme: true });
  await untilAsleep(join(server.dataDir, "objects"), ["account", "contrat", "document"]);
  expect(holding(NOM)).toEqual([]);
  expect(holding("Traoué")).toEqual([]);

  // What must stay: who did what is still one and the same, and the words that others answered and decided by.
  const database = new DatabaseSync(fileOf(server.dataDir, other.id), { readOnly: true });
  const acts = database.prepare("SELECT acte, par, detail FROM journal ORDER BY numero").all();
  const words = database.prepare("SELECT mots FROM journal_mots ORDER BY entree, champ").all();
  database.close();
  expect(acts[1]).toMatchObject({ acte: "rendre_avis", par: gwenaelle.id });
  expect(acts[2]?.["detail"]).toContain(gwenaelle.id);
  expect(words.map(({ mots }) => mots)).toEqual(expect.arrayContaining([raison, "Lesquels, au juste ?"]));
  const versions = new DatabaseSync(fileOf(server.dataDir, own.id), { readOnly: true });
  expect(versions.prepare("SELECT numero, par FROM versions").all()).toEqual([{ numero: 1, par: gwenaelle.id }]);
  versions.close();

  const response = await fetch(`${server.url}${apiPaths.contratExport(SLUG)}`, { headers: { cookie: aline.cookie } });
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
  expect(checkArchive(files)).toMatchObject({ versions: 2 });
  for (const [path, bytes] of Object.entries(files)) expect(Buffer.from(bytes).includes("Traoué"), path).toBe(false);
  const page = Object.keys(files).find((path) => path.includes(own.id) && path.endsWith("versions/1/texte.html"));
  expect(new TextDecoder().decode(files[page ?? ""])).toContain("par un ancien membre");
  expect(server.output()).not.toContain("Traoué");
});
