import type { EtatRedaction } from "../domain/contrat.ts";
import type { VersionEtat } from "../domain/version.ts";
import type { Dated, FicheEvent } from "./acts.ts";
import type { AvisState, DecisionState, FicheState, VersionState } from "./state.ts";
import { APPROVED, DECISIONS, DRAFT_TRANSITIONS, VERSION_TRANSITIONS } from "./transitions.ts";
import { currentParts, isOneOf } from "./versions.ts";

/** A fiche of which nothing was asked yet. */
export function newFiche(etat: EtatRedaction): FicheState {
  return { etat, versions: [], avis: [], reserves: [], decisions: [], deports: [], publication: null };
}

/** What a fiche is after an event that was decided. */
export function evolve(state: FicheState, { par, le, event }: Dated): FicheState {
  switch (event.acte) {
    case "mettre_en_relecture":
    case "reprendre_redaction":
    case "clore":
    case "rouvrir":
      return { ...state, etat: DRAFT_TRANSITIONS[event.acte].to };
    case "soumettre": {
      const { version: numero, empreintes, regle } = event;
      const submitted: VersionState = {
        numero,
        empreintes,
        masquees: {},
        regle,
        etat: "soumise",
        soumiseLe: le,
        soumisePar: par,
        approuveeLe: null,
        valideeLe: null,
      };
      return { ...state, versions: [...replaced(state, event.remplace), submitted] };
    }
    case "retirer":
      return changed(state, event.version, { etat: VERSION_TRANSITIONS.retirer.to });
    case "rendre_avis": {
      const reserves = event.reserves.map(({ sur, texte }, index) => ({
        id: state.reserves.length + index + 1,
        de: par,
        version: event.version,
        sur,
        texte,
        le,
        reponses: [],
        levee: null,
      }));
      return { ...withAvis(state, { ...event, de: par, le }), reserves: [...state.reserves, ...reserves] };
    }
    case "confirmer_avis": {
      const given = state.avis.find(({ de }) => de === par)?.raison ?? null;
      const raison = event.raison === undefined ? given : event.raison;
      return withAvis(state, { ...event, raison, de: par, le });
    }
    case "deporter":
      return { ...state, deports: [...state.deports, par] };
    case "repondre_reserve":
      return withReserve(state, event.reserve, ({ reponses }) => ({
        reponses: [...reponses, { de: par, texte: event.texte, le }],
      }));
    case "lever_reserve": {
      const lifted = withReserve(state, event.reserve, () => ({ levee: { version: event.version, le } }));
      return event.leve === null ? lifted : changed(lifted, event.version, { etat: event.leve, approuveeLe: le });
    }
    case "relever_decision": {
      const to = DECISIONS[event.sens].to;
      const approves = isOneOf(APPROVED, to);
      const decided = { ...state, versions: replaced(state, event.remplace) };
      return withDecision(
        changed(decided, event.version, { etat: to, ...(approves && { approuveeLe: momentOf(event.date) }) }),
        {
          ...pick(event, par, le),
          sens: event.sens,
          instance: "comite_technique",
          raison: event.raison,
          compte: event.compte,
        },
      );
    }
    case "valider":
      return withDecision(
        changed({ ...state, versions: replaced(state, event.remplace) }, event.version, {
          etat: VERSION_TRANSITIONS.valider.to,
          valideeLe: momentOf(event.date),
        }),
        { ...pick(event, par, le), sens: "validee", instance: "copil", raison: null, compte: null },
      );
    case "renvoyer":
      return withDecision(changed(state, event.version, { etat: VERSION_TRANSITIONS.renvoyer.to }), {
        ...pick(event, par, le),
        sens: "renvoyee",
        instance: "copil",
        raison: event.raison,
        compte: null,
      });
    case "publier":
      return { ...state, publication: { version: event.version, le, par } };
    case "depublier":
      return { ...state, publication: null };
    case "caviarder":
      return masked(state, event);
  }
}

/** Words that were masked are no change: who saw the part before has seen what is left of it. */
function masked(
  state: FicheState,
  { partie, masquees }: Extract<FicheEvent, { readonly acte: "caviarder" }>,
): FicheState {
  if (partie === "actes") return state;
  const left = new Map(masquees.map(({ version, empreinte }) => [version, empreinte]));
  const versions = state.versions.map((version) => {
    const empreinte = left.get(version.numero);
    return empreinte === undefined ? version : { ...version, masquees: { ...version.masquees, [partie]: empreinte } };
  });
  const avis = state.avis.map((each) => {
    const empreinte = left.get(each.version);
    return empreinte === undefined ? each : { ...each, parts: { ...each.parts, [partie]: empreinte } };
  });
  return { ...state, versions, avis };
}

/** What a fiche is after all that its journal tells. */
export function fold(etat: EtatRedaction, events: Iterable<Dated>): FicheState {
  let state = newFiche(etat);
  for (const event of events) state = evolve(state, event);
  return state;
}

function changed(state: FicheState, numero: number, to: Partial<VersionState>): FicheState {
  const versions = state.versions.map((version) => (version.numero === numero ? { ...version, ...to } : version));
  return { ...state, versions };
}

function replaced({ versions }: FicheState, numbers: readonly number[]): VersionState[] {
  const etat: VersionEtat = "remplacee";
  return versions.map((version) => (numbers.includes(version.numero) ? { ...version, etat } : version));
}

/** A person has one avis: the last, with the words that they saw. */
function withAvis(
  state: FicheState,
  { de, sens, raison, version, le }: Pick<AvisState, "de" | "sens" | "raison" | "version" | "le">,
): FicheState {
  const given = state.versions[version - 1];
  if (given === undefined) throw new Error("an avis on a version that does not exist");
  const others = state.avis.filter((each) => each.de !== de);
  return { ...state, avis: [...others, { de, sens, raison, version, le, parts: currentParts(given) }] };
}

function withReserve(
  state: FicheState,
  id: number,
  change: (reserve: FicheState["reserves"][number]) => Partial<FicheState["reserves"][number]>,
): FicheState {
  return {
    ...state,
    reserves: state.reserves.map((reserve) => (reserve.id === id ? { ...reserve, ...change(reserve) } : reserve)),
  };
}

/** A moment of this day wherever there is a contrat, from Tahiti to Wallis, in milliseconds since 1970. */
function momentOf(day: string): number {
  return Date.parse(`${day}T11:00:00Z`);
}

function withDecision(state: FicheState, decision: DecisionState): FicheState {
  return { ...state, decisions: [...state.decisions, decision] };
}

function pick(
  { version, date }: Extract<FicheEvent, { readonly date: string }>,
  relevePar: DecisionState["relevePar"],
  le: number,
): Pick<DecisionState, "version" | "date" | "relevePar" | "le"> {
  return { version, date, relevePar, le };
}
