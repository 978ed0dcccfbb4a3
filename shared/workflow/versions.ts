import type { VersionEtat } from "../domain/version.ts";
import type { Empreintes } from "../editor/canonical.ts";
import type { AccountId } from "../ids.ts";
import type { FicheEvent } from "./acts.ts";
import type { AvisState, FicheState, ReserveState, VersionState } from "./state.ts";
import { APPROVED, IN_INSTRUCTION } from "./transitions.ts";

/** The version of this number, or null. */
export function versionOf({ versions }: FicheState, numero: number): VersionState | null {
  return versions[numero - 1] ?? null;
}

/** The fingerprints of its parts as they are read today: of what is left, where words were masked. */
export function currentParts({ empreintes, masquees }: VersionState): Empreintes["parts"] {
  return { ...empreintes.parts, ...masquees };
}

/** The version that the comité technique examines; null when it examines none. There is never more than one. */
export function examined({ versions }: FicheState): VersionState | null {
  return versions.findLast(({ etat }) => isOneOf(IN_INSTRUCTION, etat)) ?? null;
}

/** The last version whose words bind; null while nothing was approved. */
export function approved({ versions }: FicheState): VersionState | null {
  return versions.findLast(({ etat }) => isOneOf(APPROVED, etat)) ?? null;
}

/** The version that everybody may read; null: none. */
export function published(state: FicheState): VersionState | null {
  return state.publication === null ? null : versionOf(state, state.publication.version);
}

/** Whether this event changes what everybody reads: which version it is, or its words, some of which are masked. */
export function changesPublic({ publication }: FicheState, event: FicheEvent): boolean {
  if (event.acte === "publier" || event.acte === "depublier") return true;
  return event.acte === "caviarder" && event.masquees.some(({ version }) => version === publication?.version);
}

/** Whether somebody outside the groupe has a version to read. */
export function isSubmitted({ versions }: FicheState): boolean {
  return versions.some(({ etat }) => etat !== "retiree");
}

/**
 * Which words of a fiche somebody reads: the draft, for who may; else the version that is examined, or the last that was
 * approved, or the last submitted; null when there are none for them.
 */
export function wordsRead(
  state: FicheState,
  may: { readonly lireBrouillon: boolean; readonly lireVersions: boolean },
): { readonly of: "brouillon" } | { readonly of: "version"; readonly numero: number } | null {
  if (may.lireBrouillon) return { of: "brouillon" };
  if (!may.lireVersions) return null;
  const version = examined(state) ?? approved(state) ?? state.versions.findLast(({ etat }) => etat !== "retiree");
  return version === undefined ? null : { of: "version", numero: version.numero };
}

/** The last avis of this person, on whatever version; null when they gave none. */
export function avisOf({ avis }: FicheState, account: AccountId): AvisState | null {
  return avis.find(({ de }) => de === account) ?? null;
}

/**
 * Réserves that nobody lifted, but of those who declared that they take no part. While nothing is examined and a version
 * is approved under some, also those that were lifted on later words alone, which were withdrawn or refused since: that
 * approval goes on waiting for them.
 */
export function openReserves(state: FicheState): ReserveState[] {
  const { reserves, deports } = state;
  const waiting = examined(state) === null ? underReserve(state) : null;
  const waits = waiting === null ? [] : reservesOn(state, waiting.numero);
  return reserves.filter((each) => (each.levee === null && !deports.includes(each.de)) || waits.includes(each));
}

/** Réserves made on this version or before and not lifted on its words or earlier, but of those who take no part. */
export function reservesOn({ reserves, deports }: FicheState, numero: number): ReserveState[] {
  return reserves.filter(
    ({ version, levee, de }) =>
      version <= numero && (levee === null || levee.version > numero) && !deports.includes(de),
  );
}

/** The version approved under réserves that the Copil could validate once they are lifted; null: none. */
export function underReserve({ versions }: FicheState): VersionState | null {
  return versions.findLast(({ etat }) => etat === "approuvee_sous_reserve") ?? null;
}

/** The numbers of the versions before this one that give way to it. */
export function givingWay({ versions }: FicheState, before: number, etats: readonly VersionEtat[]): number[] {
  return versions.filter(({ numero, etat }) => numero < before && etats.includes(etat)).map(({ numero }) => numero);
}

/** Whether an etat is one of these. */
export function isOneOf<Etat extends string>(etats: readonly Etat[], etat: string): etat is Etat {
  return (etats as readonly string[]).includes(etat);
}
