import { ok, type Result, refuse } from "../result.ts";
import type { AskedActe, Facts, FicheEvent } from "./acts.ts";
import { type ActeRefusal, guard, mayLiftThis, shownVersion } from "./guards.ts";
import { mayDecide, needsReason } from "./outcomes.ts";
import { count, standingReserves, takingPart } from "./quorum.ts";
import type { Passage, VersionState } from "./state.ts";
import { DECISIONS, GIVES_WAY, VERSION_TRANSITIONS } from "./transitions.ts";
import { avisOf, givingWay, isOneOf, openReserves } from "./versions.ts";

type Decided = Result<FicheEvent, ActeRefusal>;
type Asked<Acte extends AskedActe["acte"]> = Extract<AskedActe, { readonly acte: Acte }>;

/** What deciding needs besides the facts. */
export interface Deciding {
  /** Today, where the instance is: « 2026-03-26 ». */
  readonly today: string;
  /** The words of a part of a version, as plain text: what a réserve quotes is looked for in them. */
  readonly words: (version: number, partie: Passage["partie"]) => string;
}

/**
 * What an act does, or why not. Pure: the same facts give the same answer, on the server, whose run counts, and wherever
 * else it is asked. What is approved is what was frozen: the draft is read by `soumettre` alone.
 */
export function decide(facts: Facts, asked: AskedActe, at: Deciding): Decided {
  if ("version" in asked) {
    const version = shownVersion(facts, asked);
    if (!version.ok) {
      // Who may not do such a thing is told so, whatever they named.
      const right = guard(facts, asked.acte, null);
      return right.ok || right.code === "version_inconnue" || right.code === "non_approuvee" ? version : right;
    }
    const guarded = guard(facts, asked.acte, version.value);
    return guarded.ok ? aboutVersion(facts, asked, version.value, at) : guarded;
  }
  const guarded = guard(facts, asked.acte, null);
  if (!guarded.ok) return guarded;
  switch (asked.acte) {
    case "soumettre":
      return submit(facts, asked);
    case "repondre_reserve":
      return answer(facts, asked);
    default:
      return ok({ acte: asked.acte });
  }
}

function aboutVersion(
  facts: Facts,
  asked: Extract<AskedActe, { readonly version: number }>,
  version: VersionState,
  at: Deciding,
): Decided {
  switch (asked.acte) {
    case "retirer":
      return ok(asked);
    case "deporter":
      return ok({ acte: "deporter", version: asked.version, empreinte: asked.empreinte });
    case "rendre_avis":
      return giveAvis(facts, asked, at);
    case "confirmer_avis": {
      const avis = avisOf(facts.state, facts.actor);
      if (avis === null) return refuse("avis_absent");
      const lifted = avis.sens === "favorable_avec_reserves" && !hasOpenReserve(facts);
      const { empreinte } = asked;
      return ok({ acte: "confirmer_avis", version: asked.version, empreinte, sens: lifted ? "favorable" : avis.sens });
    }
    case "lever_reserve":
      return lift(facts, asked, version);
    case "relever_decision":
      return recordDecision(facts, asked, version, at);
    case "valider":
      if (asked.date > at.today) return refuse("date_future");
      return ok({ ...asked, remplace: givingWay(facts.state, version.numero, GIVES_WAY.valider) });
    case "renvoyer":
      return asked.date > at.today ? refuse("date_future") : ok(asked);
  }
}

function submit({ state, draft, rights, comite }: Facts, { empreinte, malgre }: Asked<"soumettre">): Decided {
  if (draft === null) throw new Error("submitting reads the draft");
  if (draft.empreintes.version !== empreinte) return refuse("texte_change");
  const { manquantes, empreintes } = draft;
  if (manquantes.length > 0 && malgre === null) return refuse("sections_manquantes");
  if (manquantes.length > 0 && !rights.contratRoles.includes("coordination")) {
    return refuse("malgre_reserve_a_la_coordination");
  }
  const version = state.versions.length + 1;
  return ok({
    acte: "soumettre",
    version,
    empreintes,
    regle: comite.regle,
    manquantes,
    malgre: manquantes.length > 0 ? malgre : null,
    remplace: givingWay(state, version, GIVES_WAY.soumettre),
  });
}

function giveAvis(facts: Facts, asked: Asked<"rendre_avis">, { words }: Deciding): Decided {
  const { sens, raison, reserves } = asked;
  if (sens === "defavorable" && raison === null) return refuse("raison_attendue");
  if (sens === "favorable_avec_reserves") {
    if (reserves.length === 0 && !hasOpenReserve(facts)) return refuse("reserve_attendue");
  } else if (reserves.length > 0) {
    return refuse("reserve_en_trop");
  }
  if (sens === "favorable" && hasOpenReserve(facts)) return refuse("reserves_non_levees");
  const found = reserves.every(({ sur }) => words(asked.version, sur.partie).includes(sur.citation));
  return found ? ok(asked) : refuse("passage_introuvable");
}

function answer({ state }: Facts, asked: Asked<"repondre_reserve">): Decided {
  const reserve = state.reserves[asked.reserve - 1];
  if (reserve === undefined) return refuse("reserve_inconnue");
  return reserve.levee === null ? ok(asked) : refuse("reserve_levee");
}

function lift(facts: Facts, asked: Asked<"lever_reserve">, version: VersionState): Decided {
  const mine = mayLiftThis(facts, asked.reserve);
  if (!mine.ok) return mine;
  const last = standingReserves(facts).every(({ id }) => id === asked.reserve);
  const { from, to } = VERSION_TRANSITIONS.lever_reserve;
  return ok({ ...asked, leve: last && isOneOf(from, version.etat) ? to : null });
}

function recordDecision(
  facts: Facts,
  asked: Asked<"relever_decision">,
  version: VersionState,
  { today }: Deciding,
): Decided {
  const { sens, mode, date, raison, presents } = asked;
  if (date > today) return refuse("date_future");
  if (mode === "consultation_ecrite" && !version.regle.consultationEcrite) return refuse("pas_de_consultation_ecrite");
  const members = takingPart(facts);
  if (!presents.every((present) => members.includes(present))) return refuse("present_inconnu");
  const compte = count(facts, version, mode, presents);
  const openReserve = standingReserves(facts).length > 0;
  const possible = mayDecide(sens, { regle: version.regle, compte, openReserves: openReserve });
  if (!possible.ok) return possible;
  if (needsReason(sens) && raison === null) return refuse("raison_attendue");
  const approves = DECISIONS[sens].to !== "ajournee" && DECISIONS[sens].to !== "refusee";
  return ok({
    acte: "relever_decision",
    version: asked.version,
    empreinte: asked.empreinte,
    sens,
    date,
    raison,
    compte,
    remplace: approves ? givingWay(facts.state, version.numero, GIVES_WAY.relever_decision) : [],
  });
}

function hasOpenReserve({ state, actor }: Facts): boolean {
  return openReserves(state).some(({ de }) => de === actor);
}
