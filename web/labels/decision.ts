import { quorumOf, type Regle } from "../../shared/domain/instance.ts";
import type { SensDecision } from "../../shared/domain/version.ts";
import type { Names } from "../../shared/protocol/bodies/history.ts";
import type { Compte, DecisionState } from "../../shared/workflow/state.ts";
import { fullDay } from "./days.ts";
import { namesListed } from "./people-named.ts";
import { counted, fr, frAll } from "./typography.ts";

/** What the comité technique decided. */
export const OUTCOME_LABELS: Readonly<Record<SensDecision, string>> = frAll({
  approuvee: "Approuvée",
  approuvee_sous_reserve: "Approuvée sous réserve",
  ajournee: "Ajournée",
  refusee: "Refusée",
});

/** How a body decides, in sentences, the first after « Règle de décision : ». `membres`: those who take part. */
export function ruleWords(regle: Regle, membres: number): string {
  const quorum = Math.max(1, quorumOf(regle, membres));
  const written = regle.consultationEcrite ? " Le comité peut aussi décider par écrit, entre deux séances." : "";
  return fr(`quorum de ${counted(quorum, "membre")} sur ${membres}. ${MAJORITY[regle.majorite]}${written}`);
}

const MAJORITY: Readonly<Record<Regle["majorite"], string>> = frAll({
  simple: "Il faut que plus de la moitié des membres comptés soient favorables.",
  des_exprimes: "Il faut plus d'avis favorables que défavorables ; les abstentions ne comptent pas.",
  unanimite: "Il faut qu'aucun avis ne soit défavorable.",
});

/** Where quorum and majority stand, by a count. */
export function countWords(compte: Compte, has: { readonly quorum: boolean; readonly majority: boolean }): string {
  const needed = Math.max(1, compte.quorum);
  const here = compte.comptes.length;
  const who =
    compte.mode === "seance"
      ? counted(here, "membre présent ou représenté", "membres présents ou représentés")
      : counted(here, "avis donné sur cette version", "avis donnés sur cette version");
  const quorum = `Quorum de ${needed} ${has.quorum ? "atteint" : "non atteint"} : ${who}.`;
  const majority = has.majority
    ? "Les avis favorables font la majorité."
    : "Les avis favorables ne font pas la majorité.";
  const counts = [
    counted(compte.favorables, "favorable"),
    counted(compte.defavorables, "défavorable"),
    counted(compte.abstentions, "abstention"),
    ...(compte.sansAvis === 0 ? [] : [`${compte.sansAvis} sans avis sur cette version`]),
  ];
  return fr(`${quorum} ${counts.join(", ")}. ${majority}`);
}

/** « Relever la décision : approuvée ». */
export function recordAct(sens: SensDecision | "", numero: number): string {
  return fr(
    sens === ""
      ? `Relever la décision sur la version ${numero}`
      : `Relever la décision : version ${numero} ${OUTCOME_LABELS[sens].toLowerCase()}`,
  );
}

/** « Valider la version 4 au nom du comité de pilotage ». */
export function validateAct(numero: number): string {
  return fr(`Valider la version ${numero} au nom du comité de pilotage`);
}

/** « Renvoyer la version 4 au groupe ». */
export function sendBackAct(numero: number): string {
  return fr(`Renvoyer la version ${numero} au groupe`);
}

/** « Approuvée par le comité technique le 26 mars 2026 (version 4) ». */
export function decisionWords({ sens, instance, date, version }: DecisionState): string {
  const what = sens === "validee" ? "Validée" : sens === "renvoyee" ? "Renvoyée au groupe" : OUTCOME_LABELS[sens];
  const body = instance === "copil" ? "le comité de pilotage" : "le comité technique";
  return fr(`Version ${version} : ${what.toLowerCase()} par ${body} le ${fullDay(date)}.`);
}

/** How it was counted, and with whom. */
export function countedWords(compte: Compte, noms: Names): string {
  const mode = compte.mode === "seance" ? "En séance" : "En consultation écrite";
  const people = compte.comptes.length === 0 ? "" : ` : ${namesListed(noms, compte.comptes)}`;
  const { deports = [] } = compte;
  const apart = deports.length === 0 ? "" : ` Sans part à l'instruction : ${namesListed(noms, deports)}.`;
  return fr(
    `${mode}${people}.${apart} ${counted(compte.favorables, "favorable")}, ${counted(compte.defavorables, "défavorable")}, ${counted(compte.abstentions, "abstention")}. Quorum de ${Math.max(1, compte.quorum)} sur ${compte.membres}.`,
  );
}
