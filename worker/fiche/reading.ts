import type { VersionEtat } from "../../shared/domain/version.ts";
import type { SheetContent } from "../../shared/editor/blocks.ts";
import type { Empreinte } from "../../shared/editor/canonical.ts";
import { can } from "../../shared/policy/can.ts";
import type { Masque } from "../../shared/protocol/bodies/history.ts";
import { ok, type Result, refuse } from "../../shared/result.ts";
import type { FicheContext } from "../../shared/workflow/context.ts";
import type { FicheState, VersionState } from "../../shared/workflow/state.ts";
import { toldLife } from "../../shared/workflow/told.ts";
import { versionOf, wordsRead } from "../../shared/workflow/versions.ts";
import type { FicheLife, FicheRefusal } from "./life.ts";

/** Words of a fiche that somebody reads, with all that a sheet of paper must say of them. */
export interface Reading extends ReadWords {
  readonly content: SheetContent;
  /** What was masked in them, or in what they come from. */
  readonly masques: readonly Masque[];
}

/** Which words they are. */
export interface ReadWords {
  /** The version that they are; null: the draft. */
  readonly version: ReadVersion | null;
  /** The version whose words bind; null: none does. */
  readonly approuvee: ApprovedVersion | null;
}

export interface ReadVersion {
  readonly numero: number;
  readonly etat: VersionEtat;
  readonly empreinte: Empreinte;
  /** When it was submitted, in milliseconds since 1970. */
  readonly soumiseLe: number;
  /** When it was approved, whatever became of it since; null: it never was. */
  readonly approuveeLe: number | null;
}

export interface ApprovedVersion extends ReadVersion {
  /** When it was approved, in milliseconds since 1970. */
  readonly le: number;
  /** Whether the draft says something else today. */
  readonly modifieeDepuis: boolean;
}

/** The words that this person reads: the draft, or the version that they may; to who may read none, there is no fiche. */
export function readingFor(
  life: FicheLife,
  masques: readonly Masque[],
  context: FicheContext,
): Result<Reading, FicheRefusal> {
  const standing = life.standing(context);
  if (!standing.ok) return standing;
  const { state, facts } = standing.value;
  const may = {
    lireBrouillon: can("lire_brouillon", facts).ok,
    lireVersions: can("lire_version_soumise", facts).ok,
  };
  const words = wordsRead(state, may);
  if (words === null) return refuse("introuvable");
  const version = words.of === "version" ? versionOf(state, words.numero) : null;
  return ok({
    content: words.of === "version" ? life.versions.content(words.numero) : life.draft.content(),
    version: version === null ? null : readVersion(version),
    approuvee: may.lireVersions ? approvedVersion(life, state) : null,
    masques,
  });
}

/** The version whose words bind, compared with the draft as it stands. */
export function approvedVersion(life: FicheLife, state: FicheState): ApprovedVersion | null {
  const told = toldLife(state, () => life.draft.read().empreintes.parts).approuvee;
  const version = told === null ? null : versionOf(state, told.version);
  if (told === null || version === null) return null;
  return { ...readVersion(version), le: told.le, modifieeDepuis: told.modifieeDepuis };
}

/** What is said of a version beside its words. */
export function readVersion({ numero, etat, empreintes, soumiseLe, approuveeLe }: VersionState): ReadVersion {
  return { numero, etat, empreinte: empreintes.version, soumiseLe, approuveeLe };
}
