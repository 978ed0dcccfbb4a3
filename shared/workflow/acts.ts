import type { Regle } from "../domain/instance.ts";
import type { MaskedPlace, MotifCaviardage, SensAvis, SensDecision } from "../domain/version.ts";
import type { Empreinte, Empreintes } from "../editor/canonical.ts";
import type { TextSection } from "../editor/sections.ts";
import type { AccountId } from "../ids.ts";
import type { FicheFacts } from "../policy/can.ts";
import type { Compte, FicheState, Passage } from "./state.ts";

/** The closed list of what somebody may ask of a fiche's life. */
export const FICHE_ACTES = [
  "mettre_en_relecture",
  "reprendre_redaction",
  "clore",
  "rouvrir",
  "soumettre",
  "retirer",
  "rendre_avis",
  "confirmer_avis",
  "deporter",
  "repondre_reserve",
  "lever_reserve",
  "relever_decision",
  "valider",
  "renvoyer",
  "publier",
  "depublier",
] as const;
export type FicheActe = (typeof FICHE_ACTES)[number];

/** The version that the screen showed, by its number and its words. */
export interface Shown {
  readonly version: number;
  readonly empreinte: Empreinte;
}

/** What is asked. `soumettre` names the fingerprint of the draft that the screen showed: other words are another act. */
export type AskedActe =
  | { readonly acte: "mettre_en_relecture" | "reprendre_redaction" | "clore" | "rouvrir" }
  | { readonly acte: "soumettre"; readonly empreinte: Empreinte; readonly malgre: string | null }
  | ({ readonly acte: "retirer"; readonly raison: string } & Shown)
  | ({
      readonly acte: "rendre_avis";
      readonly sens: SensAvis;
      readonly raison: string | null;
      readonly reserves: readonly { readonly sur: Passage; readonly texte: string }[];
    } & Shown)
  | ({ readonly acte: "confirmer_avis" | "deporter" } & Shown)
  | { readonly acte: "repondre_reserve"; readonly reserve: number; readonly texte: string }
  | ({ readonly acte: "lever_reserve"; readonly reserve: number } & Shown)
  | ({
      readonly acte: "relever_decision";
      readonly sens: SensDecision;
      readonly date: string;
      readonly raison: string | null;
      readonly mode: Compte["mode"];
      /** Present or represented, in a séance; nobody in a written consultation. */
      readonly presents: readonly AccountId[];
    } & Shown)
  | ({ readonly acte: "valider"; readonly date: string } & Shown)
  | ({ readonly acte: "renvoyer"; readonly date: string; readonly raison: string } & Shown)
  /** `malgre`: why, though its summary in plain language is empty. */
  | ({ readonly acte: "publier"; readonly malgre: string | null } & Shown)
  | ({ readonly acte: "depublier"; readonly raison: string } & Shown);

/** Everything that a verdict on an act reads, and nothing more. */
export interface Facts {
  readonly state: FicheState;
  readonly actor: AccountId;
  /** What the actor is; of `can`'s facts, those that the state of the fiche does not say. */
  readonly rights: Pick<FicheFacts, "contratRoles" | "groupeRoles" | "habitantsEcrivent" | "partagee">;
  readonly comite: {
    /** Who sits in the comité technique now. */
    readonly membres: readonly AccountId[];
    /** Those of them who may write this fiche: the machine's own déport. */
    readonly deportes: readonly AccountId[];
    readonly regle: Regle;
  };
  /** The text as it stands, read only to submit it; null when nobody asked to. */
  readonly draft: { readonly empreintes: Empreintes; readonly manquantes: readonly TextSection[] } | null;
}

/** What an act did, as the journal keeps it: every entry names who, when and, for a version, its fingerprint. */
export type FicheEvent =
  | { readonly acte: "mettre_en_relecture" | "reprendre_redaction" | "clore" | "rouvrir" }
  | {
      readonly acte: "soumettre";
      readonly version: number;
      readonly empreintes: Empreintes;
      readonly regle: Regle;
      readonly manquantes: readonly TextSection[];
      readonly malgre: string | null;
      /** Versions that this one takes the place of. */
      readonly remplace: readonly number[];
    }
  | ({ readonly acte: "retirer"; readonly raison: string } & Shown)
  | ({
      readonly acte: "rendre_avis";
      readonly sens: SensAvis;
      readonly raison: string | null;
      readonly reserves: readonly { readonly sur: Passage; readonly texte: string }[];
    } & Shown)
  // `raison`: that of the avis; not said by the first entries of this kind, which go on from the same account's avis.
  | ({ readonly acte: "confirmer_avis"; readonly sens: SensAvis; readonly raison?: string | null } & Shown)
  | ({ readonly acte: "deporter" } & Shown)
  | { readonly acte: "repondre_reserve"; readonly reserve: number; readonly texte: string }
  | ({ readonly acte: "lever_reserve"; readonly reserve: number; readonly leve: "approuvee" | null } & Shown)
  | ({
      readonly acte: "relever_decision";
      readonly sens: SensDecision;
      readonly date: string;
      readonly raison: string | null;
      readonly compte: Compte;
      readonly remplace: readonly number[];
    } & Shown)
  | ({ readonly acte: "valider"; readonly date: string; readonly remplace: readonly number[] } & Shown)
  | ({ readonly acte: "renvoyer"; readonly date: string; readonly raison: string } & Shown)
  | ({ readonly acte: "publier"; readonly malgre: string | null } & Shown)
  | ({ readonly acte: "depublier"; readonly raison: string } & Shown)
  | {
      /** Not among what is asked for here: the coordination masked words, wherever they stood. */
      readonly acte: "caviarder";
      readonly caviardage: number;
      readonly partie: MaskedPlace;
      readonly motif: MotifCaviardage;
      /** SHA-256 of a salt and the words: whoever has both can prove which they were. */
      readonly engagement: string;
      /** Versions that held them, with the fingerprint of what is left of the part. */
      readonly masquees: readonly { readonly version: number; readonly empreinte: Empreinte }[];
    };

/** What the journal of a fiche tells of: what is asked for, and words that were masked. */
export type JournalActe = FicheEvent["acte"];

/** An event with who did it and when. */
export interface Dated<Event = FicheEvent> {
  readonly par: AccountId;
  /** Milliseconds since 1970. */
  readonly le: number;
  readonly event: Event;
}
