import type { EtatRedaction } from "../../../shared/domain/contrat.ts";
import type { Regle } from "../../../shared/domain/instance.ts";
import { type Empreinte, type Empreintes, ENGAGEMENT, fingerprintVersion } from "../../../shared/editor/canonical.ts";
import type { TextSection } from "../../../shared/editor/sections.ts";
import type { AccountId } from "../../../shared/ids.ts";
import type { AskedActe, Dated, Facts } from "../../../shared/workflow/acts.ts";
import { type Deciding, decide } from "../../../shared/workflow/decide.ts";
import { evolve, newFiche } from "../../../shared/workflow/evolve.ts";
import type { FicheState } from "../../../shared/workflow/state.ts";

/** Who acts in these tests, and what each is. */
export const PEOPLE = {
  pilote: { contratRoles: [], groupeRoles: ["pilote"] },
  partenaire: { contratRoles: [], groupeRoles: ["partenaire"] },
  coordination: { contratRoles: ["coordination"], groupeRoles: [] },
  marie: { contratRoles: ["comite_technique"], groupeRoles: [] },
  nadia: { contratRoles: ["comite_technique"], groupeRoles: [] },
  omar: { contratRoles: ["comite_technique", "president_comite_technique"], groupeRoles: [] },
  /** Sits in the committee and writes the fiche. */
  paul: { contratRoles: ["comite_technique"], groupeRoles: ["partenaire"] },
  copil: { contratRoles: ["president_copil"], groupeRoles: [] },
  lecteur: { contratRoles: ["lecteur"], groupeRoles: [] },
} as const satisfies Record<string, Pick<Facts["rights"], "contratRoles" | "groupeRoles">>;
export type Person = keyof typeof PEOPLE;

export const id = (person: Person) => person as string as AccountId;

const REGLE: Regle = { quorum: { en: "nombre", nombre: 2 }, majorite: "simple", consultationEcrite: true };

/** The fingerprints of a text whose description is this word. */
export function words(description: string): Empreintes {
  const parts = Object.fromEntries(
    ENGAGEMENT.map((part) => [part, `${part === "description" ? description : ""}`.padEnd(64, "0") as Empreinte]),
  ) as Empreintes["parts"];
  return { version: fingerprintVersion(parts), parts };
}

export const AT: Deciding = {
  dayOf: () => "2026-01-01",
  today: "2026-03-26",
  words: () => "Le calendrier des ateliers est tenu.",
};

/** A fiche and its committee, at which people act; the draft says `words(draft)`. */
export class Desk {
  state: FicheState;
  draft = words("premier");
  missing: readonly TextSection[] = [];
  regle: Regle = REGLE;
  membres: Person[] = ["marie", "nadia", "omar", "paul"];
  le = 1;
  readonly journal: Dated[] = [];

  constructor(etat: EtatRedaction = "brouillon") {
    this.state = newFiche(etat);
  }

  facts(person: Person): Facts {
    return {
      state: this.state,
      actor: id(person),
      rights: { ...PEOPLE[person], habitantsEcrivent: false, partagee: false },
      comite: { membres: this.membres.map(id), deportes: [id("paul")], regle: this.regle },
      draft: { empreintes: this.draft, manquantes: this.missing },
    };
  }

  /** What this person gets: « ok », or the code of the refusal. */
  ask(person: Person, asked: AskedActe, at: Deciding = AT): string {
    const decided = decide(this.facts(person), asked, at);
    if (!decided.ok) return decided.code;
    const dated = { par: id(person), le: this.le, event: decided.value };
    this.le += 1;
    this.journal.push(dated);
    this.state = evolve(this.state, dated);
    return "ok";
  }

  /** The last version, as the screen shows it. */
  get shown() {
    const version = this.state.versions.at(-1);
    return { version: version?.numero ?? 1, empreinte: version?.empreintes.version ?? this.draft.version };
  }

  submit(person: Person = "pilote"): string {
    return this.ask(person, { acte: "soumettre", empreinte: this.draft.version, malgre: null });
  }

  /** Other words in the draft, and submitted. */
  resubmit(description: string): string {
    this.draft = words(description);
    return this.submit();
  }

  avis(person: Person, sens: "favorable" | "defavorable" | "abstention" = "favorable"): string {
    const raison = sens === "defavorable" ? "Le budget manque." : null;
    return this.ask(person, { acte: "rendre_avis", ...this.shown, sens, raison, reserves: [] });
  }

  reserve(person: Person, citation = "calendrier"): string {
    return this.ask(person, {
      acte: "rendre_avis",
      ...this.shown,
      sens: "favorable_avec_reserves",
      raison: null,
      reserves: [{ sur: { partie: "description", citation }, texte: "Préciser qui tient le calendrier." }],
    });
  }

  decide(sens: "approuvee" | "approuvee_sous_reserve" | "ajournee" | "refusee", presents: readonly Person[]): string {
    return this.ask("omar", {
      acte: "relever_decision",
      ...this.shown,
      sens,
      date: "2026-03-26",
      raison: "Décidé en séance.",
      mode: "seance",
      presents: presents.map(id),
    });
  }

  /** The approval of what was submitted last, counted without a séance. */
  approveInWriting(person: Person): string {
    return this.ask(person, {
      acte: "relever_decision",
      ...this.shown,
      sens: "approuvee",
      date: "2026-03-26",
      raison: null,
      mode: "consultation_ecrite",
      presents: [],
    });
  }

  /** Approved by the comité technique and validated by the Copil, as it was submitted last. */
  approve(): void {
    for (const person of ["marie", "nadia"] as const) this.avis(person);
    this.decide("approuvee", ["marie", "nadia"]);
    this.ask("copil", { acte: "valider", ...this.shown, date: "2026-03-26" });
  }

  publish(shown = this.shown, malgre: string | null = null): string {
    return this.ask("coordination", { acte: "publier", ...shown, malgre });
  }

  unpublish(shown = this.shown): string {
    return this.ask("coordination", { acte: "depublier", ...shown, raison: "Une erreur de lieu." });
  }

  etats(): string[] {
    return this.state.versions.map(({ etat }) => etat);
  }
}
