import { REQUIRED_SECTIONS, type TextSection } from "../editor/sections.ts";
import type { AccountId } from "../ids.ts";
import type { FicheVie } from "./fiche.ts";
import { quorumOf } from "./instance.ts";

/** What a fiche may wait for, from somebody: the closed list, the most pressing first. */
export const ATTENTES = [
  /** An avis on the version that is examined. */
  "avis_a_donner",
  /** An avis given on an earlier version, which counts for nothing until it is confirmed. */
  "avis_a_confirmer",
  /** A réserve of one's own that the groupe answered. */
  "reserve_a_lever",
  /** A réserve that the groupe did not answer yet. */
  "reserve_a_repondre",
  /** Enough avis are there: somebody records what the comité technique decided. */
  "decision_a_relever",
  /** The Copil's word on what was approved. */
  "validation",
  /** Sections that a fiche needs before it can be submitted. */
  "sections_a_completer",
] as const;
export type AttenteKind = (typeof ATTENTES)[number];

/** What waits for somebody's decision or answer, and so may be told by mail; the rest only shows on their page. */
export const REMINDED: ReadonlySet<AttenteKind> = new Set<AttenteKind>(
  ATTENTES.filter((kind) => kind !== "sections_a_completer"),
);

/** One thing that one person is awaited for. */
export interface Attente {
  readonly quoi: AttenteKind;
  readonly personne: AccountId;
  /** The version that it is about; null: the draft. */
  readonly version: number | null;
  /** Since when, in milliseconds since 1970; null: for as long as the draft is. */
  readonly depuis: number | null;
  /** How many réserves, or sections. */
  readonly nombre: number;
}

/** Who may be awaited for a fiche, as its contrat knows them today. */
export interface Awaited {
  /** Who sits in the comité technique, less those who may write the fiche. */
  readonly comite: readonly AccountId[];
  /** Who presides it, and so records its decisions, unless they declared that they take no part. */
  readonly president: readonly AccountId[];
  /** Who writes down what others decided. */
  readonly coordination: readonly AccountId[];
  /** Who speaks for the Copil: its presidency, or the coordination when nobody may who presides. */
  readonly valident: readonly AccountId[];
  /** Who answers for the groupe: its pilotes and copilotes, or the coordination when it has none. */
  readonly pilotes: readonly AccountId[];
  /** Who is awaited in the text: whoever of the groupe writes it for an organisation. */
  readonly redacteurs: readonly AccountId[];
}

/** Everything that a fiche waits for. `remplies`: its sections with at least one word. */
export function attentesOf(vie: FicheVie, remplies: readonly TextSection[], awaited: Awaited): Attente[] {
  return [...aboutInstruction(vie, awaited), ...aboutReserves(vie, awaited), ...aboutDraft(vie, remplies, awaited)];
}

/**
 * Whether somebody is awaited who records what the comité technique decided: enough avis are there, and there is something
 * to decide. `part`: who takes part in it.
 */
export function awaitsDecision(
  { avis, regle, aDecider }: NonNullable<FicheVie["instruction"]>,
  part: readonly AccountId[],
): boolean {
  const current = part.filter((membre) => avis.find(({ de }) => de === membre)?.aJour === true);
  return aDecider && current.length >= Math.max(1, quorumOf(regle, part.length));
}

function aboutInstruction({ instruction, aValider, deports }: FicheVie, awaited: Awaited): Attente[] {
  const waits = aValider === null || aValider.attend.some((personne) => awaited.comite.includes(personne));
  const validations = waits ? [] : forAll(awaited.valident, "validation", aValider);
  if (instruction === null) return validations;
  const part = awaited.comite.filter((membre) => !deports.includes(membre));
  const given = (membre: AccountId) => instruction.avis.find(({ de }) => de === membre);
  const presiding = awaited.president.filter((person) => !deports.includes(person));
  const recording = [...new Set([...presiding, ...awaited.coordination])];
  return [
    ...forAll(
      part.filter((membre) => given(membre) === undefined),
      "avis_a_donner",
      instruction,
    ),
    ...forAll(
      part.filter((membre) => given(membre)?.aJour === false),
      "avis_a_confirmer",
      instruction,
    ),
    ...(awaitsDecision(instruction, part) ? forAll(recording, "decision_a_relever", instruction) : []),
    ...validations,
  ];
}

function aboutReserves(
  { etat, reserves, instruction, derniere, aValider }: FicheVie,
  { comite, pilotes }: Awaited,
): Attente[] {
  const version = instruction?.version ?? derniere?.numero ?? null;
  const answered = Map.groupBy(
    // Who sits no more lifts nothing; and one is lifted on words that are examined, or whose approval hangs on it.
    reserves.filter(
      ({ repondue, de }) =>
        repondue && comite.includes(de) && (instruction !== null || aValider?.attend.includes(de) === true),
    ),
    ({ de }) => de,
  );
  // Who answers writes, and nobody does in a fiche that is close. Who sits no more hears no answer.
  const unanswered = reserves.filter(({ repondue, de }) => !repondue && comite.includes(de) && etat !== "close");
  return [
    ...[...answered].map(
      ([personne, own]): Attente => ({
        quoi: "reserve_a_lever",
        personne,
        version: instruction?.version ?? aValider?.version ?? version,
        depuis: earliest(own),
        nombre: own.length,
      }),
    ),
    ...(unanswered.length === 0
      ? []
      : pilotes.map(
          (personne): Attente => ({
            quoi: "reserve_a_repondre",
            personne,
            version,
            depuis: earliest(unanswered),
            nombre: unanswered.length,
          }),
        )),
  ];
}

function aboutDraft(
  { etat, derniere }: FicheVie,
  remplies: readonly TextSection[],
  { redacteurs }: Awaited,
): Attente[] {
  const missing = [...REQUIRED_SECTIONS].filter((section) => !remplies.includes(section)).length;
  // A proposal is not a draft yet, and what was submitted was found complete enough.
  if (missing === 0 || etat === "close" || etat === "proposition" || derniere !== null) return [];
  return redacteurs.map((personne) => ({
    quoi: "sections_a_completer",
    personne,
    version: null,
    depuis: null,
    nombre: missing,
  }));
}

function forAll(
  people: readonly AccountId[],
  quoi: AttenteKind,
  { version, depuis }: { readonly version: number; readonly depuis: number },
): Attente[] {
  return people.map((personne) => ({ quoi, personne, version, depuis, nombre: 1 }));
}

function earliest(reserves: FicheVie["reserves"]): number {
  return Math.min(...reserves.map(({ depuis }) => depuis));
}
