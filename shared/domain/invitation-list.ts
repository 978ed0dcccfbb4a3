import { fold } from "../text/fold.ts";
import { type Adresse, parseAdresse } from "./adresse.ts";
import type { ContratRole, GroupeRole } from "./contrat.ts";
import { parsePersonName } from "./person-name.ts";

/** The longest pasted text, in characters, and the most people in one. */
export const LIST_TEXT_MAX = 40_000;
export const LIST_PEOPLE_MAX = 200;

const ORGANISATION_MAX = 200;

/** Why a line of a pasted list was not understood: the closed list. */
export const LIST_ERRORS = [
  "adresse_absente",
  "adresse_invalide",
  /** The same address as in an earlier line. */
  "adresse_en_double",
  /** Somebody was invited there with this address, and the invitation still waits. */
  "deja_invitee",
  "nom_invalide",
  "organisation_invalide",
  "role_inconnu",
  "trop_de_colonnes",
  "liste_vide",
  "trop_de_personnes",
] as const;
export type ListErrorCode = (typeof LIST_ERRORS)[number];

export interface ListError {
  /** The line as people count them, from 1. */
  readonly ligne: number;
  readonly erreur: ListErrorCode;
}

/** Somebody of a list. */
export interface ListedPerson<Role extends ContratRole | GroupeRole> {
  readonly ligne: number;
  readonly adresse: Adresse;
  readonly nom: string | null;
  readonly organisation: string | null;
  readonly role: Role;
}

export type ParsedList<Role extends ContratRole | GroupeRole> =
  | { readonly people: readonly ListedPerson<Role>[]; readonly errors: readonly [] }
  | { readonly people: null; readonly errors: readonly ListError[] };

type Column = "nom" | "adresse" | "organisation" | "role";

/** How the head of a spreadsheet names its columns, without accents or capitals. */
const HEADS: Readonly<Record<Column, readonly string[]>> = {
  nom: ["nom", "prenom nom", "nom prenom", "nom et prenom", "personne", "contact"],
  adresse: ["adresse", "adresse mail", "adresse e-mail", "e-mail", "email", "mail", "courriel", "adresse electronique"],
  organisation: ["organisation", "structure", "organisme", "employeur", "etablissement"],
  role: ["role", "fonction", "qualite"],
};

/** What people write in the column of roles. */
const ROLE_WORDS: ReadonlyMap<string, ContratRole | GroupeRole> = new Map([
  ["pilote", "pilote"],
  ["copilote", "copilote"],
  ["co-pilote", "copilote"],
  ["partenaire", "partenaire"],
  ["habitant", "habitant"],
  ["habitante", "habitant"],
  ["coordination", "coordination"],
  ["coordinateur", "coordination"],
  ["coordinatrice", "coordination"],
  ["comite technique", "comite_technique"],
  ["cotech", "comite_technique"],
  ["comite de pilotage", "copil"],
  ["copil", "copil"],
  ["ars", "ars"],
  ["agence regionale de sante", "ars"],
  ["lecteur", "lecteur"],
  ["lectrice", "lecteur"],
  ["lecture", "lecteur"],
]);

/**
 * Reads a pasted list: one address a line, « Name <address> », or the columns of a spreadsheet (name, address,
 * organisation, role; in the order that the first line says, when it names them). Either everybody, or the errors by
 * line. `allowed` are the roles that may be given there, `role` the one of whoever has none in the list.
 */
export function parseInvitationList<Role extends ContratRole | GroupeRole>(
  text: string,
  { allowed, role }: { readonly allowed: readonly Role[]; readonly role: Role },
): ParsedList<Role> {
  const lines = text.normalize("NFC").split(/\r\n?|\n/u);
  const filled = lines
    .map((line, index) => ({ ligne: index + 1, cells: cellsOf(line) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ""));
  const head = filled[0] === undefined ? null : headOf(filled[0].cells);
  const body = head === null ? filled : filled.slice(1);
  const ligne = body[0]?.ligne ?? 1;
  if (body.length === 0) return { people: null, errors: [{ ligne, erreur: "liste_vide" }] };
  if (body.length > LIST_PEOPLE_MAX) return { people: null, errors: [{ ligne, erreur: "trop_de_personnes" }] };

  const people: ListedPerson<Role>[] = [];
  const errors: ListError[] = [];
  const seen = new Set<string>();
  for (const line of body) {
    const person = readLine(line, head, allowed, role);
    if (typeof person === "string") errors.push({ ligne: line.ligne, erreur: person });
    else if (seen.has(person.adresse)) errors.push({ ligne: line.ligne, erreur: "adresse_en_double" });
    else {
      seen.add(person.adresse);
      people.push(person);
    }
  }
  return errors.length > 0 ? { people: null, errors } : { people, errors: [] };
}

function readLine<Role extends ContratRole | GroupeRole>(
  { ligne, cells }: { readonly ligne: number; readonly cells: readonly string[] },
  head: readonly (Column | null)[] | null,
  allowed: readonly Role[],
  byDefault: Role,
): ListedPerson<Role> | ListErrorCode {
  const columns = head ?? orderOf(cells);
  if (columns === null) return cells.length > 4 ? "trop_de_colonnes" : "adresse_absente";
  const cell = (column: Column): string => cells[columns.indexOf(column)] ?? "";

  const [, bracketName = "", bracketAddress = ""] = /^([^<>]*)<([^<>]+)>$/u.exec(cell("adresse")) ?? [];
  const written = bracketAddress === "" ? cell("adresse") : bracketAddress;
  if (written === "") return "adresse_absente";
  const adresse = parseAdresse(written);
  if (adresse === null) return "adresse_invalide";

  const name = cell("nom") === "" ? unquoted(bracketName) : cell("nom");
  const nom = name === "" ? null : parsePersonName(name);
  if (name !== "" && nom === null) return "nom_invalide";

  const organisation = cell("organisation");
  if (organisation.length > ORGANISATION_MAX || /\p{Cc}/u.test(organisation)) return "organisation_invalide";

  const word = fold(cell("role"));
  const role = word === "" ? byDefault : ROLE_WORDS.get(word);
  const known = allowed.find((each) => each === role);
  if (known === undefined) return "role_inconnu";
  return { ligne, adresse, nom, organisation: organisation === "" ? null : organisation, role: known };
}

/** Spreadsheets paste tabs; files of values have semicolons in France, commas elsewhere; mails write « Name <address> ». */
function cellsOf(line: string): string[] {
  if (/^[^<>\t;]*<[^<>]+>\s*$/u.test(line)) return [line.trim()];
  const separator = ["\t", ";", ","].find((each) => line.includes(each));
  return (separator === undefined ? [line] : line.split(separator)).map((cell) => unquoted(cell));
}

function unquoted(cell: string): string {
  return cell
    .trim()
    .replace(/^"(.*)"$/u, "$1")
    .trim();
}

/** The columns that a first line names, or null when it is no head. */
function headOf(cells: readonly string[]): (Column | null)[] | null {
  if (cells.some((cell) => cell.includes("@"))) return null;
  const columns = cells.map((cell) => {
    const word = fold(cell);
    const found = Object.entries(HEADS).find(([, words]) => words.includes(word));
    // `Object.entries` widens the keys, which are those of the table.
    return found === undefined ? null : (found[0] as Column);
  });
  return columns.includes("adresse") ? columns : null;
}

/** Without a head: the column with an @ is the address, and the others follow in their order. */
function orderOf(cells: readonly string[]): Column[] | null {
  const at = cells.findIndex((cell) => cell.includes("@"));
  if (at === -1 || cells.length > 4) return null;
  const others: Column[] = ["nom", "organisation", "role"];
  // Whoever writes the address first says the name next, or the organisation when there is no name.
  return cells.map((_, index) => (index === at ? "adresse" : (others.shift() ?? "role")));
}
