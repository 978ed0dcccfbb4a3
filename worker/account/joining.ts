import type { AccountId, ContratId } from "../../shared/ids.ts";
import { dropAdresse } from "./changing-adresse.ts";
import type { DatedAdresse } from "./own-adresses.ts";
import type { AccountParts } from "./parts.ts";
import type { InheritedReminders } from "./reminders.ts";

/** After how long a joining that was cut short is taken up again, in milliseconds. */
const AGAIN_MS = 10_000;

/** What an account that is joined to another one leaves to it. */
export interface Inheritance {
  readonly adresses: readonly DatedAdresse[];
  readonly memberships: readonly ContratId[];
  /** The account itself, and those that were joined to it before. */
  readonly accounts: readonly AccountId[];
  readonly rappels: InheritedReminders;
}

/** Joins the account that the confirmed address opens: it becomes another name of this one. False when it cannot be. */
export async function join(parts: AccountParts, now: number): Promise<boolean> {
  const pending = parts.owner() === null ? null : parts.change.pending(now);
  if (pending === null || pending.other === null) return false;
  parts.write(() => {
    parts.change.accept();
    parts.alarms.setAtLatest("join", now + AGAIN_MS);
  });
  return finishJoining(parts, now);
}

/** After a crash in the middle, once more from the beginning: every step does nothing where it was done. */
export async function finishJoining(parts: AccountParts, now: number): Promise<boolean> {
  const owner = parts.owner();
  const pending = owner === null ? null : parts.change.pending(now);
  if (owner === null || pending === null || pending.other === null || !pending.joining) return false;
  const other = pending.other.id;
  parts.write(() => parts.alarms.setAtLatest("join", now + AGAIN_MS));
  const inherited = await parts.env.ACCOUNT.getByName(other).joinInto(owner.id);
  await parts.writeAndTell(() => {
    parts.change.clear();
    parts.alarms.cancel("join");
    if (inherited === null) return;
    for (const adresse of inherited.adresses) {
      parts.adresses.add(adresse, adresse.since);
      parts.tellings.owe(`adresse:${adresse.name}`, `prend:${other}`, 1);
    }
    parts.profile.addJoined(inherited.accounts);
    for (const contrat of inherited.memberships) parts.memberships.add(contrat);
    parts.reminders.inherit(inherited.rappels, now);
    // Also where the other account is no more: what it did there is this person's all the same.
    for (const contrat of parts.memberships.all()) {
      for (const account of inherited.accounts) parts.tellings.owe(`contrat:${contrat}`, `joint:${account}`, 1);
    }
    parts.tellings.owe("annuaire:", `joint:${other}`, 1);
    parts.tellings.owe(`compte:${other}`, "oublie", 1);
    dropAdresse(parts, pending.replaces, now);
  });
  return inherited !== null;
}

/**
 * Becomes another name of that account: nobody enters here any more, and what it had is that one's. Asking twice gives
 * the same. null when it cannot be: closed, joined to another, or joining one itself.
 */
export async function joinInto(parts: AccountParts, account: AccountId, now: number): Promise<Inheritance | null> {
  const standing = parts.standing();
  if (standing === null || standing.id === account || standing.etat === "ferme") return null;
  if (standing.etat === "joint" && standing.into !== account) return null;
  if (parts.change.pending(now)?.joining === true) return null;
  const inheritance: Inheritance = {
    adresses: parts.adresses.all(),
    memberships: parts.memberships.all(),
    accounts: [...parts.profile.joined(), standing.id],
    rappels: parts.reminders.bequeathed(),
  };
  if (standing.etat === "ouvert") {
    await parts.writeAndTell(() => {
      parts.sessions.endOthers(null);
      parts.change.clear();
      parts.profile.joinInto(account);
    });
  }
  return inheritance;
}
