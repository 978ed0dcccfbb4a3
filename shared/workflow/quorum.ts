import { quorumOf, type Regle } from "../domain/instance.ts";
import type { SensAvis } from "../domain/version.ts";
import type { AccountId } from "../ids.ts";
import { unreachable } from "../result.ts";
import type { Facts } from "./acts.ts";
import type { AvisState, Compte, FicheState, ReserveState, VersionState } from "./state.ts";
import { openReserves, reservesOn } from "./versions.ts";

/** What a count reads: on the server the facts of an act, in a page what it was told. */
export interface Counting {
  readonly comite: Pick<Facts["comite"], "membres" | "deportes">;
  readonly state: Pick<FicheState, "deports"> & {
    readonly avis: readonly Pick<AvisState, "de" | "sens" | "version">[];
  };
}

/** Who of the comité technique takes part in the instruction: its membres, less the déports, declared or the machine's. */
export function takingPart({
  comite,
  state,
}: {
  readonly comite: Counting["comite"];
  readonly state: Pick<FicheState, "deports">;
}): AccountId[] {
  return comite.membres.filter((membre) => !comite.deportes.includes(membre) && !state.deports.includes(membre));
}

/**
 * Réserves that stand in the way of a plain approval: those that nobody lifted, of who takes part. One of somebody who
 * left the committee is still shown and answered, but nobody could lift it any more.
 */
export function standingReserves(facts: Pick<Facts, "comite" | "state">): ReserveState[] {
  const membres = takingPart(facts);
  return openReserves(facts.state).filter(({ de }) => membres.includes(de));
}

/**
 * Réserves that the approval of a version with some still waits for: made on it or before, of who takes part, and not lifted
 * on its words. One that was lifted on a later version says nothing of this one, which lacks the change that answers it.
 */
export function pendingReserves(facts: Pick<Facts, "comite" | "state">, { numero }: VersionState): ReserveState[] {
  const membres = takingPart(facts);
  return reservesOn(facts.state, numero).filter(({ de }) => membres.includes(de));
}

/**
 * Counts the avis on a version. In a séance, of those present or represented; in a written consultation, of those who gave
 * one on this very version. A défavorable given on an earlier version and not taken back goes on counting against; every
 * other avis on an earlier version counts for nothing until it is confirmed.
 */
export function count(
  facts: Counting,
  version: Pick<VersionState, "numero" | "regle">,
  mode: Compte["mode"],
  presents: readonly AccountId[],
): Compte {
  const membres = takingPart(facts);
  const avis = facts.state.avis.filter(({ de }) => membres.includes(de));
  const current = avis.filter((each) => each.version === version.numero);
  const comptes =
    mode === "seance"
      ? membres.filter((membre) => presents.includes(membre))
      : membres.filter((membre) => current.some(({ de }) => de === membre));
  const heard = mode === "seance" ? comptes : membres;
  const of = (...sens: SensAvis[]) => current.filter((each) => comptes.includes(each.de) && sens.includes(each.sens));
  const kept = avis.filter(
    (each) => each.version < version.numero && each.sens === "defavorable" && heard.includes(each.de),
  );
  const favorables = of("favorable", "favorable_avec_reserves").length;
  const defavorables = of("defavorable").length + kept.length;
  const abstentions = of("abstention").length;
  return {
    mode,
    membres: membres.length,
    quorum: quorumOf(version.regle, membres.length),
    comptes,
    deports: facts.comite.membres.filter((membre) => !membres.includes(membre)),
    favorables,
    defavorables,
    abstentions,
    sansAvis: comptes.filter((membre) => ![...current, ...kept].some(({ de }) => de === membre)).length,
  };
}

/** Whether enough membres are counted for anything to be decided; never when there is nobody. */
export function hasQuorum({ comptes, quorum }: Compte): boolean {
  return comptes.length >= Math.max(1, quorum);
}

/** Whether the avis counted approve the version under this rule. */
export function hasMajority({ majorite }: Regle, compte: Compte): boolean {
  const { favorables, defavorables, abstentions, sansAvis } = compte;
  switch (majorite) {
    case "simple":
      // In writing, a défavorable that was kept from an earlier version is heard without making the quorum.
      return favorables * 2 > favorables + defavorables + abstentions + sansAvis;
    case "des_exprimes":
      return favorables > defavorables;
    case "unanimite":
      return favorables > 0 && defavorables === 0;
    default:
      return unreachable(majorite);
  }
}
