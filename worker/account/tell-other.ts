import type { AccountId, ContratId, DocumentId, SessionId } from "../../shared/ids.ts";
import { ADRESSES, ANNUAIRE } from "../durable/names.ts";
import type { Telling } from "../durable/tellings.ts";
import type { Env } from "../env.ts";
import { contratOf } from "./contrat-of-account.ts";
import type { Profile } from "./profile.ts";

/** Whom an account owes a word, and about what. */
export type Owed = Telling<
  DocumentId | `contrat:${ContratId}` | `adresse:${string}` | `compte:${AccountId}` | "annuaire:",
  SessionId | "nom" | `joint:${AccountId}` | "rend" | "ferme" | `prend:${AccountId}` | "oublie"
>;

/** Tells it; rejects when whoever must hear it does not answer. */
export async function tellOther(env: Env, { target, subject, number }: Owed, profile: Profile): Promise<void> {
  const standing = profile.standing();
  const self = standing.id;
  const nom = standing.etat === "ouvert" ? standing.nom : null;
  const [kind, name] = partsOf(target);
  const [about, other] = partsOf(subject);
  // Each was written by `owe` with the id that its kind says.
  switch (kind) {
    case "adresse": {
      const register = env.ADRESSES.getByName(ADRESSES);
      return about === "prend" ? register.move(name, other as AccountId, self) : register.release(name, self);
    }
    case "contrat": {
      const contrat = contratOf(env, name as ContratId);
      if (about === "joint") return nom === null ? undefined : contrat.joinAccounts(other as AccountId, self, nom);
      return contrat.hearAccount(self, number, nom);
    }
    case "annuaire": {
      const annuaire = env.ANNUAIRE.getByName(ANNUAIRE);
      return about === "joint" ? annuaire.joinAccounts(other as AccountId, self) : annuaire.forgetAccount(self);
    }
    case "compte":
      return env.ACCOUNT.getByName(name).forgetJoined();
    default:
      return env.DOCUMENT.getByName(target).sessionEnded(subject as SessionId);
  }
}

function partsOf(text: string): [kind: string, rest: string] {
  const colon = text.indexOf(":");
  return colon === -1 ? [text, ""] : [text.slice(0, colon), text.slice(colon + 1)];
}
