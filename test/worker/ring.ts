import { runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";

/** An object of this process, as `env` gives it. */
export type AnObject = Parameters<typeof runDurableObjectAlarm>[0];

/**
 * Makes an alarm of this name due (null: every one that is set), with whatever else must have happened by then. It is for
 * `runDurableObjectAlarm` to ring: the platform's own is put off, which would else ring before, or at the same time.
 */
export function makeDue(object: AnObject, name: string | null, change?: (sql: SqlStorage) => void): Promise<void> {
  return runInDurableObject(object, (_, { storage }) => {
    change?.(storage.sql);
    if (name === null) storage.sql.exec("UPDATE alarms SET at = 1");
    else storage.sql.exec("INSERT OR REPLACE INTO alarms VALUES (?, 1)", name);
    return storage.setAlarm(Date.now() + 60_000);
  });
}

/** The same, and rings it: what it causes is done when this resolves. */
export async function ring(
  object: AnObject,
  name: string | null = null,
  change?: (sql: SqlStorage) => void,
): Promise<void> {
  await makeDue(object, name, change);
  await runDurableObjectAlarm(object);
}
