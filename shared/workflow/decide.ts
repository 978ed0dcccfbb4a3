import { isVisible } from "../editor/blocks.ts";
import { ok, type Result, refuse } from "../result.ts";
import type { AskedActe, Facts, FicheEvent } from "./acts.ts";
import { type ActeRefusal, guard, isAnswered, mayLiftThis, shownVersion } from "./guards.ts";
import { mayDecide, needsReason } from "./outcomes.ts";
import { count, pendingReserves, standingReserves, takingPart } from "./quorum.ts";
import { isDoneAlready, newReserves } from "./repeats.ts";
import type { Passage, ReserveState, VersionState } from "./state.ts";
import { APPROVED, DECISIONS, GIVES_WAY, VERSION_TRANSITIONS } from "./transitions.ts";
import { avisOf, givingWay, isOneOf, openReserves } from "./versions.ts";

type Decided = Result<FicheEvent, ActeRefusal>;
type Asked<Acte extends AskedActe["acte"]> = Extract<AskedActe, { readonly acte: Acte }>;

/** What a guard says where no version is named: when one is, and it is not there, that comes first. */
const ABOUT_NO_VERSION: readonly ActeRefusal[] = [
  "version_inconnue",
  "non_approuvee",
  "non_validee",
  "aucune_publication",
];

/** Réserves of one person that wait to be lifted, of one fiche: every screen and every act reads all of them. */
const RESERVES_MAX = 100;

/** What deciding needs besides the facts. */
export interface Deciding {
  /** Today, where the instance is: « 2026-03-26 ». */
  readonly today: string;
  /** The day of a moment in milliseconds since 1970, in the same form. */
  readonly dayOf: (moment: number) => string;
  /** The words of a part of a version, as plain text: what a réserve quotes is looked for in them, and the summary. */
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
      return right.ok || ABOUT_NO_VERSION.includes(right.code) ? version : right;
    }
    const guarded = guard(facts, asked.acte, version.value);
    if (guarded.ok) return aboutVersion(facts, asked, version.value, at);
    // Who lifted it has none left: that is why, and not whose it was.
    return guarded.code === "pas_le_sien" && isOwnLifted(facts, asked) ? refuse("reserve_levee") : guarded;
  }
  const guarded = guard(facts, asked.acte, null);
  if (!guarded.ok) return guarded;
  switch (asked.acte) {
    case "soumettre":
      return submit(facts, asked);
    case "repondre_reserve":
      return once(facts, answer(facts, asked));
    case "mettre_en_relecture":
    case "reprendre_redaction":
    case "clore":
    case "rouvrir":
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
      return once(facts, giveAvis(facts, asked, at));
    case "confirmer_avis": {
      const avis = avisOf(facts.state, facts.actor);
      if (avis === null) return refuse("avis_absent");
      const lifted = avis.sens === "favorable_avec_reserves" && !hasOpenReserve(facts);
      const { version: numero, empreinte } = asked;
      const sens = lifted ? "favorable" : avis.sens;
      return ok({ acte: "confirmer_avis", version: numero, empreinte, sens, raison: avis.raison });
    }
    case "lever_reserve":
      return lift(facts, asked, version);
    case "relever_decision":
      return once(facts, recordDecision(facts, asked, version, at));
    case "valider": {
      const dated = afterTheLast(facts, asked.date, version, at);
      if (!dated.ok) return dated;
      return ok({ ...asked, remplace: givingWay(facts.state, version.numero, GIVES_WAY.valider) });
    }
    case "renvoyer": {
      const dated = afterTheLast(facts, asked.date, version, at);
      return dated.ok ? ok(asked) : dated;
    }
    case "publier":
      return publish(asked, at);
    case "depublier":
      return ok(asked);
  }
}

function isOwnLifted({ state, actor }: Facts, asked: AskedActe): boolean {
  const reserve = asked.acte === "lever_reserve" ? state.reserves[asked.reserve - 1] : undefined;
  return reserve?.de === actor && reserve.levee !== null;
}

/** What was done already is not done twice. */
function once(facts: Facts, decided: Decided): Decided {
  return decided.ok && isDoneAlready(facts, decided.value) ? refuse("deja_fait") : decided;
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
  // Each part is read once, however many réserves quote it.
  const found = [...Map.groupBy(reserves, ({ sur }) => sur.partie)].every(([partie, about]) => {
    const text = words(asked.version, partie);
    return about.every(({ sur }) => text.includes(sur.citation));
  });
  if (!found) return refuse("passage_introuvable");
  const added = newReserves(facts, asked.version, reserves);
  if (added.length > 0 && openReservesOf(facts).length + added.length > RESERVES_MAX) return refuse("trop_de_reserves");
  return ok({ ...asked, reserves: added });
}

function answer({ state }: Facts, asked: Asked<"repondre_reserve">): Decided {
  const reserve = state.reserves[asked.reserve - 1];
  if (reserve === undefined) return refuse("reserve_inconnue");
  return reserve.levee === null || openReserves(state).includes(reserve) ? ok(asked) : refuse("reserve_levee");
}

function lift(facts: Facts, asked: Asked<"lever_reserve">, version: VersionState): Decided {
  const mine = mayLiftThis(facts, asked.reserve);
  if (!mine.ok) return mine;
  const { from, to } = VERSION_TRANSITIONS.lever_reserve;
  const reserve = facts.state.reserves[asked.reserve - 1];
  if (reserve !== undefined && isOneOf(from, version.etat) && !isAnswered(reserve, version)) {
    return refuse("reserve_sans_reponse");
  }
  const last = pendingReserves(facts, version).every(({ id }) => id === asked.reserve);
  return ok({ ...asked, leve: last && isOneOf(from, version.etat) ? to : null });
}

function recordDecision(facts: Facts, asked: Asked<"relever_decision">, version: VersionState, at: Deciding): Decided {
  const { sens, mode, date, raison, presents } = asked;
  const dated = afterTheLast(facts, date, version, at);
  if (!dated.ok) return dated;
  if (mode === "consultation_ecrite" && !version.regle.consultationEcrite) return refuse("pas_de_consultation_ecrite");
  const members = takingPart(facts);
  if (!presents.every((present) => members.includes(present))) return refuse("present_inconnu");
  const compte = count(facts, version, mode, presents);
  const openReserves = standingReserves(facts).length > 0;
  const possible = mayDecide(sens, { regle: version.regle, compte, openReserves });
  if (!possible.ok) return possible;
  if (needsReason(sens) && raison === null) return refuse("raison_attendue");
  const approves = isOneOf(APPROVED, DECISIONS[sens].to);
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

/**
 * A body decides on what was submitted or, as the Copil does, on what was decided before: on that day or after. What was
 * approved sous réserve is plainly approved from the day on which the last one was lifted.
 */
function afterTheLast({ state }: Facts, date: string, version: VersionState, at: Deciding) {
  const decided = state.decisions.findLast((decision) => decision.version === version.numero)?.date ?? "";
  const since = at.dayOf(version.approuveeLe ?? version.soumiseLe);
  return between(decided > since ? decided : since, date, at.today);
}

function between(first: string, date: string, today: string): Result<null, "date_future" | "date_trop_ancienne"> {
  if (date > today) return refuse("date_future");
  return date < first ? refuse("date_trop_ancienne") : ok(null);
}

function publish(asked: Asked<"publier">, { words }: Deciding): Decided {
  if (isVisible(words(asked.version, "resume"))) return ok({ ...asked, malgre: null });
  return asked.malgre === null ? refuse("resume_absent") : ok(asked);
}

function hasOpenReserve(facts: Facts): boolean {
  return openReservesOf(facts).length > 0;
}

function openReservesOf({ state, actor }: Facts): ReserveState[] {
  return openReserves(state).filter(({ de }) => de === actor);
}
