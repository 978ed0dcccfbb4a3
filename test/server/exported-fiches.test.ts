import { unzipSync } from "fflate";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { CaviardageApercuBody } from "../../shared/protocol/bodies/history.ts";
import { apiPaths } from "../../shared/protocol/paths.ts";
import { checkArchive, type Files } from "../harness/check-archive.ts";
import { type RunningServer, startServer } from "../harness/dev-server.ts";
import { ask } from "../harness/instance.ts";
import { findFiche, type SignedIn, signIn } from "../harness/live-client.ts";

const SLUG = "challans-gois-ocean-marais-de-monts";
/** In the second version of a fiche, in a réserve on the first and in its answer. */
const WORDS = "tient le calendrier";

let server: RunningServer;
let coordinatrice: SignedIn;
beforeAll(async () => {
  server = await startServer({ demonstration: true });
  coordinatrice = await signIn(server.url, "coordinatrice");
});
afterAll(() => server.stop());

async function archive(): Promise<Files> {
  const { url, cookie } = coordinatrice;
  const response = await fetch(`${url}${apiPaths.contratExport(SLUG)}`, { headers: { cookie } });
  return unzipSync(new Uint8Array(await response.arrayBuffer()));
}

/** The file of the fiche « aînés » that its path ends with. */
function inFiche(files: Files, end: string): string {
  const [path] = Object.keys(files).filter((each) => each.startsWith("fiches/2-1-") && each.endsWith(end));
  return new TextDecoder().decode(files[path ?? ""]);
}

/** The archive with one letter of one file changed. */
function changed(files: Files, path: string, from: string, to: string): Files {
  const text = new TextDecoder().decode(files[path]);
  if (!text.includes(from)) throw new Error(`${path} has no « ${from} »`);
  return { ...files, [path]: new TextEncoder().encode(text.replace(from, to)) };
}

it("takes every fiche's life along: all of it can be made again by whoever has the archive alone", async () => {
  const files = await archive();
  const checked = checkArchive(files);
  console.log(
    `· archive of ${SLUG}: ${checked.versions} versions, ${checked.parts} parts, ${checked.entries} acts and ${checked.words} words of theirs, every fingerprint equal`,
  );
  expect(checked).toMatchObject({ maskedParts: 0, maskedWords: 0 });
  expect(checked.versions).toBeGreaterThanOrEqual(5);
  expect(checked.parts).toBe(checked.versions * 11);
  expect(checked.words).toBeGreaterThan(5);

  const life = JSON.parse(inFiche(files, "/vie.json"));
  expect(life).toMatchObject({ etat: "en_relecture", masques: [], deports: [], publication: null });
  expect(life.versions.map(({ etat }: { etat: string }) => etat)).toEqual(["remplacee", "soumise"]);
  expect(life.avis).toHaveLength(2);
  expect(life.reserves).toMatchObject([{ version: 1, reponses: [expect.anything()] }]);
  const version = JSON.parse(inFiche(files, "/versions/2/version.json"));
  expect(version).toMatchObject({ numero: 2, etat: "soumise", place: { numero: "2.1" } });
  const html = inFiche(files, "/versions/2/texte.html");
  expect(html).toContain("Version 2 soumise");
  expect(html).toContain("Document de travail\u202f: la version 2 n’est pas approuvée.");
  expect(html).toContain(version.empreintes.version);
  expect(html).toContain(WORDS);
  expect(inFiche(files, "/versions/1/texte.html")).not.toContain(WORDS);
  const text = new TextDecoder().decode(files["LISEZMOI.txt"]);
  for (const name of [
    "SHA256SUMS",
    "empreintes.json",
    "parties/",
    "journal.ndjson",
    "journal-mots.ndjson",
    "vie.json",
  ]) {
    expect(text).toContain(name);
  }
});

it("and whoever changes a letter of it, anywhere, is found out", async () => {
  const files = await archive();
  const path = (end: string) =>
    Object.keys(files).find((each) => each.startsWith("fiches/2-1-") && each.endsWith(end)) ?? end;
  const forgeries: [end: string, from: string, to: string][] = [
    ["/versions/1/parties/description.json", "accorde les calendriers", "accorda les calendriers"],
    ["/versions/1/empreintes.json", '"constats":"', '"constats":"0'],
    ["/versions/2/version.json", '"version": "', '"version": "0'],
    ["/journal.ndjson", "favorable_avec_reserves", "favorable"],
    ["/journal-mots.ndjson", "Préciser qui", "Dire qui"],
    ["/vie.json", '"entrees": ', '"entrees": 1'],
  ];
  for (const [end, from, to] of forgeries)
    expect(() => checkArchive(changed(files, path(end), from, to)), end).toThrow();
  const journal = "donnees/journal.ndjson";
  expect(() => checkArchive(changed(files, journal, '"numero":1,', '"numero":2,'))).toThrow();
});

it("with what is left of words that were masked, and all the rest as it was", async () => {
  const fiche = await findFiche(coordinatrice, SLUG, "2.1");
  const at = `/api/contrats/${SLUG}/fiches/${fiche.id}/caviardages`;
  const asked = { partie: "description", mots: WORDS, motif: "donnee_personnelle" };
  const { apercu, versions } = (await ask(coordinatrice, "POST", `${at}/apercu`, asked)).body as CaviardageApercuBody;
  expect(versions).toEqual([2]);
  const masked = await ask(coordinatrice, "POST", at, { ...asked, apercu });
  expect(masked.status).toBe(201);
  const { engagement } = masked.body as { engagement: string };

  // The object begins again a moment later: an archive that it was being read for breaks.
  let files: Files = {};
  const whole = async () => {
    files = await archive().catch(() => ({}));
    return inFiche(files, "/vie.json");
  };
  await expect.poll(whole, { timeout: 10_000 }).toContain(engagement);
  expect(checkArchive(files)).toMatchObject({ maskedParts: 1 });
  expect(checkArchive(files).maskedWords).toBeGreaterThan(0);
  for (const [name, bytes] of Object.entries(files)) {
    if (name.includes(fiche.id)) expect(Buffer.from(bytes).includes(WORDS), name).toBe(false);
  }
  expect(JSON.parse(inFiche(files, "/vie.json")).masques).toMatchObject([
    { id: 1, partie: "description", motif: "donnee_personnelle", engagement, versions: [{ version: 2 }] },
  ]);
  expect(inFiche(files, "/versions/2/texte.html")).toMatch(/Passage masqué le .* \(donnée personnelle\)/);
});
