import { SENS_AVIS, SENS_DECISION } from "../../shared/domain/version.ts";
import type { Capability } from "../../shared/policy/capabilities.ts";
import type { AskedActe, Shown } from "../../shared/workflow/acts.ts";
import { NEEDS } from "../../shared/workflow/guards.ts";
import { examined, openReserves } from "../../shared/workflow/versions.ts";
import type { SeededRandom } from "../harness/random.ts";
import { AT, type Desk, id, PEOPLE, type Person, words } from "../shared/workflow/comite.ts";

/** Everybody of the desk. */
export const EVERYBODY = Object.keys(PEOPLE) as Person[];
/** Who sits in the committee, unless they left. */
export const MEMBRES: readonly Person[] = ["marie", "nadia", "omar", "paul"];
/** Who mostly asks for what: so that much is done, and not only refused. */
const WHO: Partial<Record<Capability, readonly Person[]>> = {
  soumettre: ["pilote", "coordination"],
  rendre_avis: ["marie", "nadia", "omar"],
  lever_reserve: ["marie", "nadia", "omar"],
  ecrire: ["pilote", "partenaire"],
  relever_decision: ["omar", "coordination"],
  valider: ["copil"],
  renvoyer: ["copil"],
  publier: ["coordination"],
};
const MAJORITES = ["simple", "des_exprimes", "unanimite"] as const;

/** Somebody who mostly may: of a réserve, who made it. */
export function somebodyFor(desk: Desk, asked: AskedActe, random: SeededRandom): Person {
  const maker = asked.acte === "lever_reserve" ? desk.state.reserves[asked.reserve - 1]?.de : undefined;
  return EVERYBODY.find((person) => id(person) === maker) ?? random.pick(WHO[NEEDS[asked.acte]] ?? EVERYBODY);
}

/** What changes around the fiche: its words, who sits in the committee, its rule. */
export function disturb(desk: Desk, random: SeededRandom): void {
  if (random.chance(0.04)) desk.draft = words(`texte ${random.below(6)}`);
  if (random.chance(0.05)) desk.missing = random.chance(0.3) ? ["constats"] : [];
  if (random.chance(0.03)) desk.membres = MEMBRES.filter(() => random.chance(0.9));
  if (random.chance(0.03)) {
    desk.regle = {
      quorum: random.chance(0.5)
        ? { en: "nombre", nombre: 1 + random.below(3) }
        : { en: "part", pourcent: random.pick([34, 50, 67, 100]) },
      majorite: random.pick(MAJORITES),
      consultationEcrite: random.chance(0.5),
    };
  }
}

/** Anything that anybody might ask, mostly about what stands. */
export function someAct(desk: Desk, random: SeededRandom): AskedActe {
  const known = desk.state.versions;
  const version = random.chance(0.85) ? (examined(desk.state) ?? known.at(-1)) : known[random.below(known.length + 1)];
  const shown = {
    version: version?.numero ?? 1,
    empreinte: random.chance(0.95) ? (version?.empreintes.version ?? desk.draft.version) : words("autre").version,
  };
  const raison = random.chance(0.7) ? "Une raison." : null;
  const open = openReserves(desk.state).map(({ id: number }) => number);
  const reserve = random.chance(0.8) && open.length > 0 ? random.pick(open) : 1 + random.below(open.length + 1);
  // Before it was submitted, and after today.
  const date = random.chance(0.85) ? AT.today : random.pick(["2025-12-31", "2026-01-01", "2026-03-20", "2027-01-01"]);
  const draftActs = ["mettre_en_relecture", "reprendre_redaction", "clore", "rouvrir"] as const;
  const empreinte = random.chance(0.9) ? desk.draft.version : words("autre").version;
  const acts: readonly (() => AskedActe)[] = [
    () => ({ acte: random.chance(0.8) ? "rouvrir" : random.pick(draftActs) }),
    () => ({ acte: "soumettre", empreinte, malgre: raison }),
    () => ({ acte: "rendre_avis", ...shown, ...someAvis(random), raison }),
    () => ({ acte: "rendre_avis", ...shown, sens: "favorable", reserves: [], raison }),
    () => ({ acte: "lever_reserve", ...shown, reserve }),
    () => ({ acte: random.chance(0.99) ? "confirmer_avis" : "deporter", ...shown }),
    () => ({ acte: "repondre_reserve", reserve, texte: "Une réponse." }),
    () => ({ acte: "lever_reserve", ...shown, reserve }),
    () => ({
      acte: "relever_decision",
      ...shown,
      sens: random.pick(SENS_DECISION),
      date,
      raison,
      mode: random.chance(0.7) ? "seance" : "consultation_ecrite",
      presents: MEMBRES.filter(() => random.chance(0.6)).map(id),
    }),
    () => ({ acte: "valider", ...shown, date }),
    () =>
      random.chance(0.2)
        ? { acte: "renvoyer", ...shown, date, raison: "Une raison." }
        : { acte: "valider", ...shown, date },
    () => ({ acte: "publier", ...stands(desk, shown, random), malgre: raison }),
    () =>
      random.chance(0.3)
        ? { acte: "depublier", ...stands(desk, shown, random), raison: "Une erreur." }
        : { acte: "publier", ...stands(desk, shown, random), malgre: raison },
    () =>
      random.chance(0.1) ? { acte: "retirer", ...shown, raison: "Trop tôt." } : { acte: "valider", ...shown, date },
  ];
  return random.pick(acts)();
}

/** Mostly what is validated or published, and sometimes what else is shown. */
function stands({ state }: Desk, shown: Shown, random: SeededRandom): Shown {
  const known = state.versions.filter(
    ({ etat, numero }) => etat === "validee" || numero === state.publication?.version,
  );
  const version = random.chance(0.8) && known.length > 0 ? random.pick(known) : null;
  return version === null ? shown : { version: version.numero, empreinte: version.empreintes.version };
}

function someAvis(random: SeededRandom) {
  const sens = random.pick(SENS_AVIS);
  const citation = random.chance(0.9) ? "calendrier" : "absent";
  const count = sens === "favorable_avec_reserves" || random.chance(0.1) ? random.below(3) : 0;
  const reserves = Array.from({ length: count }, () => ({
    sur: { partie: "description" as const, citation },
    texte: "À préciser.",
  }));
  return { sens, reserves };
}
