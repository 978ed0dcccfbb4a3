import { expect } from "vitest";
import type { Regle } from "../../shared/domain/instance.ts";
import type { VersionEtat } from "../../shared/domain/version.ts";
import type { AccountId } from "../../shared/ids.ts";
import type { AskedActe, FicheActe } from "../../shared/workflow/acts.ts";
import type { Compte, FicheState, ReserveState } from "../../shared/workflow/state.ts";
import { AT, type Desk, id } from "../shared/workflow/comite.ts";

/*
 * What an approval means, said again person by person and in other words than the code's, for whatever was done: nothing
 * here asks `quorum.ts`, `guards.ts` or the tables of transitions.
 */

/** One act that was done, and the fiche before it. */
interface Done {
  readonly desk: Desk;
  readonly before: FicheState;
  readonly asked: AskedActe;
  /** Which act, for whoever reads that it failed. */
  readonly why: string;
}

/** Holds an act that was done to all of them. */
export function checkRules(desk: Desk, before: FicheState, asked: AskedActe, why: string): void {
  const done = { desk, before, asked, why };
  checkEntry(done);
  checkEtats(done);
  checkSubmission(done);
  checkAvis(done);
  checkLifting(done);
  checkDecision(done);
}

/** Who has a say: the membres, but Paul, who writes the fiche, and those who said that they take no part. */
export function takingPart({ membres }: Desk, { deports }: FicheState): AccountId[] {
  return membres.map(id).filter((membre) => membre !== id("paul") && !deports.includes(membre));
}

/** The journal has it, and names who did it and the very words. */
function checkEntry({ desk, asked, why }: Done): void {
  const entry = desk.journal.at(-1);
  expect(entry?.event.acte, why).toBe(asked.acte);
  if (entry === undefined || !("version" in asked)) return;
  expect(entry.event, why).toMatchObject({ version: asked.version, empreinte: asked.empreinte });
}

/** From where to where a version goes, and by what: by an act on itself, or on a later one that takes its place. */
const BY_ITSELF: Partial<Record<FicheActe, readonly (readonly [VersionEtat, VersionEtat])[]>> = {
  retirer: [
    ["soumise", "retiree"],
    ["ajournee", "retiree"],
  ],
  valider: [
    ["approuvee", "validee"],
    ["approuvee_sous_reserve", "validee"],
  ],
  renvoyer: [
    ["approuvee", "a_amender"],
    ["approuvee_sous_reserve", "a_amender"],
  ],
  lever_reserve: [["approuvee_sous_reserve", "approuvee"]],
};
const BY_A_LATER_ONE: Readonly<Record<string, readonly VersionEtat[]>> = {
  soumettre: ["soumise", "ajournee", "a_amender"],
  approuver: ["approuvee", "approuvee_sous_reserve"],
  valider: ["approuvee", "approuvee_sous_reserve", "validee"],
};

function checkEtats({ desk, before, asked, why }: Done): void {
  const about = asked.acte === "soumettre" ? before.versions.length + 1 : "version" in asked ? asked.version : 0;
  const approves = asked.acte === "relever_decision" && asked.sens.startsWith("approuvee");
  const gives = BY_A_LATER_ONE[approves ? "approuver" : asked.acte] ?? [];
  for (const { numero, etat: was } of before.versions) {
    const now = desk.state.versions[numero - 1]?.etat;
    if (numero < about && gives.includes(was)) expect(now, `${why}: version ${numero}`).toBe("remplacee");
    else if (now === was) continue;
    else if (asked.acte === "relever_decision" && numero === about) {
      expect(["soumise", "ajournee"], why).toContain(was);
      expect(now, why).toBe(asked.sens);
    } else {
      expect(numero, `${why}: version ${numero} was ${was} and is ${now}`).toBe(about);
      expect(BY_ITSELF[asked.acte], why).toContainEqual([was, now]);
    }
  }
}

/** What is submitted is what the screen showed, under the rule of that day, and nothing that was judged already. */
function checkSubmission({ desk, before, asked, why }: Done): void {
  if (asked.acte !== "soumettre") return;
  const made = desk.state.versions.at(-1);
  expect(made, why).toMatchObject({ numero: before.versions.length + 1, etat: "soumise", regle: desk.regle });
  expect(made?.empreintes, why).toEqual(desk.draft);
  expect(asked.empreinte, why).toBe(desk.draft.version);
  expect(before.etat, why).not.toBe("close");
  const last = before.versions.at(-1);
  if (last?.etat !== "retiree") expect(last?.empreintes.version, why).not.toBe(desk.draft.version);
  if (desk.missing.length === 0) return;
  expect([desk.journal.at(-1)?.par, asked.malgre === null], why).toEqual([id("coordination"), false]);
}

/** An avis is of somebody who takes part, on the version that is examined; confirmed, it says what it said. */
function checkAvis({ desk, before, asked, why }: Done): void {
  if (asked.acte !== "rendre_avis" && asked.acte !== "confirmer_avis") return;
  const de = desk.journal.at(-1)?.par ?? id("lecteur");
  expect(before.deports, why).not.toContain(de);
  expect(de, why).not.toBe(id("paul"));
  expect(["soumise", "ajournee"], why).toContain(before.versions[asked.version - 1]?.etat);
  const said = before.avis.find((avis) => avis.de === de);
  const now = desk.state.avis.find((avis) => avis.de === de);
  expect(now?.version, why).toBe(asked.version);
  const own = before.reserves.filter((reserve) => reserve.de === de && reserve.levee === null);
  if (asked.acte === "rendre_avis") {
    expect(now?.sens, why).toBe(asked.sens);
    if (asked.sens === "favorable") expect(own, why).toEqual([]);
    if (asked.sens === "defavorable") expect(asked.raison, why).not.toBeNull();
  } else {
    expect(said?.version, why).toBeLessThan(asked.version);
    const free = said?.sens === "favorable_avec_reserves" && own.length === 0;
    expect([now?.sens, now?.raison], why).toEqual([free ? "favorable" : said?.sens, said?.raison]);
  }
}

/** A réserve is lifted by who made it, and by nothing else. */
function checkLifting({ desk, before, asked, why }: Done): void {
  for (const { id: numero, levee } of before.reserves) {
    const now = desk.state.reserves[numero - 1]?.levee;
    if (asked.acte !== "lever_reserve" || asked.reserve !== numero) {
      expect(now, why).toEqual(levee);
      continue;
    }
    expect(before.reserves[numero - 1]?.de, why).toBe(desk.journal.at(-1)?.par);
    expect(now?.version, why).toBe(asked.version);
    // Never on words of before, when others are examined.
    const examined = before.versions.findLast(({ etat }) => etat === "soumise" || etat === "ajournee");
    expect(asked.version, why).toBeGreaterThanOrEqual(examined?.numero ?? 0);
  }
}

function checkDecision({ desk, before, asked, why }: Done): void {
  if (asked.acte !== "relever_decision" && asked.acte !== "valider" && asked.acte !== "renvoyer") {
    expect(desk.state.decisions, why).toBe(before.decisions);
    return;
  }
  const decision = desk.state.decisions.at(-1);
  const earlier = before.decisions.filter(({ version }) => version === asked.version);
  expect(decision?.date, why).toBe(asked.date);
  const days = [AT.dayOf(0), ...earlier.map(({ date }) => date), asked.date, AT.today];
  expect(days, `${why}: in the order of their days`).toEqual([...days].sort());
  const regle = before.versions[asked.version - 1]?.regle;
  if (asked.acte !== "relever_decision" || regle === undefined) return;
  const compte = counted(desk, before, asked, regle);
  expect(decision?.compte, why).toEqual(compte);
  expect(compte.comptes.length, why).toBeGreaterThanOrEqual(Math.max(1, compte.quorum));
  const favorable = passes(regle, compte);
  const standing = before.reserves.filter((reserve) => stands(reserve, desk, before));
  switch (asked.sens) {
    case "approuvee":
      expect([favorable, standing], why).toEqual([true, []]);
      break;
    case "approuvee_sous_reserve":
      expect([favorable, standing.length > 0], why).toEqual([true, true]);
      break;
    case "refusee":
      expect([favorable, asked.raison === null], why).toEqual([false, false]);
      break;
    case "ajournee":
      expect(asked.raison, why).not.toBeNull();
  }
  if (asked.mode === "consultation_ecrite") expect(regle.consultationEcrite, why).toBe(true);
}

function stands({ de, levee }: ReserveState, desk: Desk, before: FicheState): boolean {
  return levee === null && takingPart(desk, before).includes(de);
}

/** The count again, of what each person said last. */
function counted(
  desk: Desk,
  before: FicheState,
  { version, mode, presents }: Extract<AskedActe, { readonly acte: "relever_decision" }>,
  { quorum }: Regle,
): Compte {
  const membres = takingPart(desk, before);
  const said = (membre: AccountId) => before.avis.find(({ de }) => de === membre);
  const onThis = (membre: AccountId) => said(membre)?.version === version;
  const comptes = membres.filter((membre) => (mode === "seance" ? presents.includes(membre) : onThis(membre)));
  // Who was against a version before, and said nothing since, still is.
  const against = (mode === "seance" ? comptes : membres).filter((membre) => said(membre)?.sens === "defavorable");
  const of = (...sens: string[]) =>
    comptes.filter((membre) => onThis(membre) && sens.includes(said(membre)?.sens ?? "")).length;
  return {
    mode,
    membres: membres.length,
    quorum: quorum.en === "nombre" ? quorum.nombre : Math.ceil((membres.length * quorum.pourcent) / 100),
    comptes,
    deports: desk.membres.map(id).filter((membre) => !membres.includes(membre)),
    favorables: of("favorable", "favorable_avec_reserves"),
    defavorables: against.length,
    abstentions: of("abstention"),
    sansAvis: comptes.filter((membre) => !onThis(membre) && !against.includes(membre)).length,
  };
}

function passes({ majorite }: Regle, { favorables, defavorables, abstentions, sansAvis }: Compte): boolean {
  switch (majorite) {
    case "simple":
      return favorables > (favorables + defavorables + abstentions + sansAvis) / 2;
    case "des_exprimes":
      return favorables > defavorables;
    case "unanimite":
      return favorables > 0 && defavorables === 0;
  }
}
