import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";

/** The files of an archive, by their paths. */
export type Files = Readonly<Record<string, Uint8Array>>;

/** How much of an archive was made again and found equal. */
export interface Checked {
  versions: number;
  parts: number;
  /** Parts of which words were masked: what is left of them has its own fingerprint. */
  maskedParts: number;
  entries: number;
  /** Words that people wrote with their acts. */
  words: number;
  maskedWords: number;
}

/** Something of an archive that is not what it says. */
class Broken extends Error {}

/*
 * What the archive's LISEZMOI says, done by hand: nothing of the product is used, so that what it says suffices.
 */

/** Checks every fiche of a contrat's archive and its journal. Throws at the first thing that does not hold. */
export function checkArchive(files: Files): Checked {
  const checked: Checked = { versions: 0, parts: 0, maskedParts: 0, entries: 0, words: 0, maskedWords: 0 };
  for (const folder of foldersOf(files, /^fiches\/[^/]+\//)) checkFiche(files, folder, checked);
  checkContratJournal(files);
  return checked;
}

function checkFiche(files: Files, folder: string, checked: Checked): void {
  const life = parsed(files, `${folder}vie.json`);
  const journal = checkChain(files, folder, life);
  checked.entries += journal.length;
  checkWords(files, folder, journal, checked);
  const changed = journal.findLast(({ acte }) => acte === "publier" || acte === "depublier");
  const published = changed?.acte === "publier" ? changed : null;
  same(
    life.publication,
    published === null ? null : { version: published.detail.version, le: published.le, par: published.par },
    `${folder}vie.json: what everybody may read`,
  );
  const versions = foldersOf(files, new RegExp(`^${escaped(folder)}versions/\\d+/`));
  const submitted = journal.filter(({ acte }) => acte === "soumettre");
  same(versions.length, submitted.length, `${folder}: one folder for each act that submitted`);
  for (const version of versions) {
    const about = parsed(files, `${version}version.json`);
    checkVersion(files, version, about, checked);
    const { detail } = submitted[about.numero - 1] as Json;
    same(detail.empreintes, about.empreintes, `${version}: what the journal says was submitted`);
    for (const { acte, detail: said } of journal) {
      if (said.version === about.numero && said.empreinte !== undefined) {
        same(said.empreinte, about.empreintes.version, `${version}: the version that « ${acte} » names`);
      }
    }
  }
}

/** Each line is what the fingerprint in the next one is made of. */
function checkChain(files: Files, folder: string, life: Json): Json[] {
  const lines = textOf(files, `${folder}journal.ndjson`).split("\n").slice(0, -1);
  let before = "0".repeat(64);
  const entries = lines.map((line, index) => {
    const entry = JSON.parse(line) as Json;
    same(entry.numero, index + 1, `${folder}journal.ndjson: line ${index + 1}`);
    same(entry.precedente, before, `${folder}journal.ndjson: the chain at line ${index + 1}`);
    before = sha256(line);
    return entry;
  });
  const last = lines.length === 0 ? null : before;
  same(life.journal, { entrees: lines.length, empreinte: last }, `${folder}vie.json: the end of the chain`);
  return entries;
}

function checkWords(files: Files, folder: string, journal: readonly Json[], checked: Checked): void {
  const path = `${folder}journal-mots.ndjson`;
  for (const { entree, champ, engagement, sel, mots } of linesOf(files, path)) {
    let said: Json = journal[entree - 1]?.detail;
    for (const key of String(champ).split("/").slice(1)) said = said?.[key];
    same(said, { mots: engagement }, `${path}: what entry ${entree} is committed to at ${champ}`);
    checked.words += 1;
    if (sel === "") checked.maskedWords += 1;
    else
      same(sha256(sorted({ format: "coaction-mots/1", sel, mots })), engagement, `${path}: entry ${entree} ${champ}`);
  }
}

function checkVersion(files: Files, folder: string, about: Json, checked: Checked): void {
  checked.versions += 1;
  same(sha256(fileOf(files, `${folder}empreintes.json`)), about.empreintes.version, `${folder}empreintes.json`);
  const { parties } = parsed(files, `${folder}empreintes.json`);
  same(parties, about.empreintes.parts, `${folder}empreintes.json: of its parts`);
  for (const [part, recorded] of Object.entries(parties as Record<string, string>)) {
    const left = about.masquees[part];
    const path = `${folder}parties/${part}.json`;
    same(sha256(fileOf(files, path)), left ?? recorded, path);
    same(parsed(files, path).partie, part, `${path}: its own name`);
    checked.parts += 1;
    if (left !== undefined) checked.maskedParts += 1;
  }
  for (const line of textOf(files, `${folder}SHA256SUMS`).split("\n").slice(0, -1)) {
    const [sum, name] = line.split("  ");
    same(sha256(fileOf(files, `${folder}${name}`)), sum, `${folder}SHA256SUMS: ${name}`);
  }
}

function checkContratJournal(files: Files): void {
  let before = "0".repeat(64);
  for (const { empreinte, ...entry } of linesOf(files, "donnees/journal.ndjson")) {
    same(entry.precedente, before, `the contrat's journal: the chain at ${entry.numero}`);
    same(
      sha256(sorted({ ...entry, format: "coaction-journal/1" })),
      empreinte,
      `the contrat's journal: ${entry.numero}`,
    );
    before = empreinte;
  }
}

/** What a file holds is looked at key by key, as a stranger would. */
// biome-ignore lint/suspicious/noExplicitAny: a stranger to the product has none of its types.
type Json = any;

function same(found: unknown, expected: unknown, what: string): void {
  if (!isDeepStrictEqual(found, expected)) {
    throw new Broken(`${what}: ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`);
  }
}

/** Every folder that begins so, in the order of their numbers. */
function foldersOf(files: Files, form: RegExp): string[] {
  const found = new Set(Object.keys(files).flatMap((path) => form.exec(path) ?? []));
  return [...found].sort(new Intl.Collator("fr", { numeric: true }).compare);
}

function fileOf(files: Files, path: string): Uint8Array {
  const file = files[path];
  if (file === undefined) throw new Broken(`${path} is missing`);
  return file;
}

function textOf(files: Files, path: string): string {
  return new TextDecoder().decode(fileOf(files, path));
}

function parsed(files: Files, path: string): Json {
  return JSON.parse(textOf(files, path));
}

function linesOf(files: Files, path: string): Json[] {
  const lines = textOf(files, path).split("\n").slice(0, -1);
  return lines.map((line) => JSON.parse(line));
}

function sha256(form: string | Uint8Array): string {
  return createHash("sha256").update(form).digest("hex");
}

/** RFC 8785, for values without fractions: keys in their order, no spaces. */
function sorted(value: Json): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(sorted).join(",")}]`;
  const pairs = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${sorted(value[key])}`);
  return `{${pairs.join(",")}}`;
}

function escaped(text: string): string {
  return text.replace(/[^\w/]/g, "\\$&");
}
