import type { Adresse } from "../../shared/domain/adresse.ts";
import type { AccountId } from "../../shared/ids.ts";
import type { AccountBody, AdresseChangeBody } from "../../shared/protocol/bodies/account.ts";
import { SIGN_IN_MS } from "../../shared/protocol/limits.ts";
import { ok, type Result, refuse } from "../../shared/result.ts";
import { ADRESSES } from "../durable/names.ts";
import { currentAdresseMail, newAdresseMail, removedAdresseMail } from "../mail/words.ts";
import type { PendingChange } from "./adresse-change.ts";
import type { NamedAdresse } from "./own-adresses.ts";
import type { AccountParts } from "./parts.ts";
import { codeDigest, randomCode } from "./secrets.ts";

/**
 * Begins a change of address: a code goes to the new one, and one to the address that it replaces, or to the oldest.
 * `replaces` is an address of the account, or null.
 */
export function beginAdresse(
  parts: AccountParts,
  added: NamedAdresse,
  replaces: Adresse | null,
  now: number,
): Result<null, "adresse_deja_la" | "introuvable" | "trop_d_essais"> {
  const owner = parts.owner();
  const own = owner === null ? [] : parts.adresses.all();
  const current = own.find(({ adresse }) => replaces === null || adresse === replaces);
  if (owner === null || current === undefined) return refuse("introuvable");
  if (own.some(({ name }) => name === added.name)) return refuse("adresse_deja_la");
  const [newCode, currentCode] = [randomCode(), randomCode()];
  return parts.write(() => {
    const begun = parts.change.begin(
      { added, replaces: replaces === null ? null : current.name },
      digestFor(parts, owner.id, "new", newCode),
      digestFor(parts, owner.id, "current", currentCode),
      now,
    );
    if (!begun) return refuse("trop_d_essais");
    const until = now + SIGN_IN_MS;
    parts.mails.add("adresse", newAdresseMail(added.adresse, newCode), now, until);
    parts.mails.add("adresse", currentAdresseMail(current.adresse, added.adresse, currentCode), now, until);
    return ok(null);
  });
}

/** One of the two codes; with both, the address is the account's, unless it opens another account of this person. */
export async function confirmAdresse(
  parts: AccountParts,
  code: string,
  now: number,
): Promise<Result<AdresseChangeBody, "code_refuse">> {
  const owner = parts.owner();
  if (owner === null) return refuse("code_refuse");
  const asNew = digestFor(parts, owner.id, "new", code);
  const asCurrent = digestFor(parts, owner.id, "current", code);
  if (!parts.write(() => parts.change.give(asNew, asCurrent, now))) return refuse("code_refuse");
  const pending = parts.change.pending(now);
  if (pending === null) return refuse("code_refuse");
  if (!pending.newGiven) return ok({ etat: "attend_nouvelle" });
  if (!pending.currentGiven) return ok({ etat: "attend_actuelle" });
  return ok(await takeAdresse(parts, owner.id, pending, now));
}

/** An address less, never the last one; whoever reads it is told. */
export async function removeAdresse(
  parts: AccountParts,
  adresse: Adresse,
  now: number,
): Promise<Result<null, "derniere_adresse" | "introuvable">> {
  const own = parts.owner() === null ? [] : parts.adresses.all();
  const gone = own.find((each) => each.adresse === adresse);
  if (gone === undefined) return refuse("introuvable");
  if (own.length === 1) return refuse("derniere_adresse");
  await parts.writeAndTell(() => dropAdresse(parts, gone.name, now));
  return ok(null);
}

/** The change under way, as its owner sees it. */
export function shownChange(parts: AccountParts, now: number): AccountBody["changement"] {
  const pending = parts.change.pending(now);
  if (pending === null) return null;
  return {
    adresse: pending.added.adresse,
    remplace: pending.replaces === null ? null : parts.adresses.find(pending.replaces),
    nouvelleConfirmee: pending.newGiven,
    actuelleConfirmee: pending.currentGiven,
    jonction: pending.other?.nom ?? null,
    expireLe: pending.expiresAt,
  };
}

/** Inside a transaction: the account is no longer reached at this address, and whoever reads it is told. */
export function dropAdresse(parts: AccountParts, name: string | null, now: number): void {
  const adresse = name === null ? null : parts.adresses.find(name);
  if (name === null || adresse === null) return;
  parts.adresses.remove(name);
  parts.signIn.forget(name);
  parts.tellings.owe(`adresse:${name}`, "rend", 1);
  parts.mails.add("information", removedAdresseMail(adresse), now);
}

async function takeAdresse(
  parts: AccountParts,
  id: AccountId,
  pending: PendingChange,
  now: number,
): Promise<AdresseChangeBody> {
  const holder = await parts.env.ADRESSES.getByName(ADRESSES).claim(pending.added.name, id);
  if (holder !== id) {
    const other = await parts.env.ACCOUNT.getByName(holder).standing();
    const nom = other?.etat === "ouvert" ? other.nom : "";
    parts.write(() => parts.change.propose(holder, nom));
    return { etat: "jonction_proposee", nom };
  }
  await parts.writeAndTell(() => {
    parts.adresses.add(pending.added, now);
    dropAdresse(parts, pending.replaces, now);
    parts.change.clear();
  });
  return { etat: "faite" };
}

function digestFor(parts: AccountParts, id: AccountId, which: "new" | "current", code: string): string {
  return codeDigest(parts.env.SESSION_KEY, id, `changement/${which}`, code);
}
