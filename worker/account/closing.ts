import { ok, type Result, refuse } from "../../shared/result.ts";
import { migrate } from "../durable/migrate.ts";
import { ANNUAIRE } from "../durable/names.ts";
import { firstRow } from "../durable/sql.ts";
import { contratOf } from "./contrat-of-account.ts";
import { migrations } from "./migrations.ts";
import type { AccountParts } from "./parts.ts";

/** Whether the instance and every contrat of the person go on without them. */
export async function mayClose(
  parts: AccountParts,
): Promise<Result<null, "derniere_administration" | "derniere_coordination">> {
  const owner = parts.owner();
  if (owner === null) return ok(null);
  const { env } = parts;
  const [instance, ...contrats] = await Promise.all([
    env.ANNUAIRE.getByName(ANNUAIRE).mayLeave(owner.id),
    ...parts.memberships.all().map((id) => contratOf(env, id).mayLeave(owner.id)),
  ]);
  if (!instance) return refuse("derniere_administration");
  return contrats.includes(false) ? refuse("derniere_coordination") : ok(null);
}

/**
 * Closes the account for ever. What it was called, how it was reached and where it was open is erased before this
 * answers, or once the last object that must hear of it has.
 */
export async function close(parts: AccountParts): Promise<void> {
  if (parts.owner() === null) return;
  await parts.writeAndTell(() => {
    parts.sessions.endOthers(null);
    for (const { name } of parts.adresses.all()) {
      parts.tellings.owe(`adresse:${name}`, "rend", 1);
      parts.adresses.remove(name);
      parts.signIn.forget(name);
    }
    parts.change.clear();
    parts.profile.close();
    parts.oweName();
    parts.tellings.owe("annuaire:", "ferme", 1);
  });
  await wipe(parts);
}

/**
 * Leaves of an account that is nobody's any more that it was there, and nothing else. False, and nothing done, when
 * others must hear of something first.
 */
export async function wipe(parts: AccountParts): Promise<boolean> {
  const standing = parts.standing();
  if (standing === null || standing.etat === "ouvert") return false;
  if (firstRow(parts.storage.sql, "SELECT target FROM tellings LIMIT 1") !== null) return false;
  // Deleted rows stay readable in the file; a storage that is dropped whole leaves nothing.
  await parts.storage.deleteAll();
  parts.write(() => {
    migrate(parts.storage.sql, migrations);
    parts.profile.create(standing);
  });
  return true;
}
