import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, it } from "vitest";
import { makeId, type SessionId } from "../../../shared/ids.ts";
import { Endings } from "../../../worker/document/endings.ts";
import { migrations } from "../../../worker/document/migrations.ts";
import { migrate } from "../../../worker/durable/migrate.ts";
import { migrateBefore } from "../migrated.ts";

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
const NOW = 1_700_000_000_000;
let names = 0;

function onDocument(test: (sql: SqlStorage) => void): Promise<void> {
  names += 1;
  return runInDurableObject(env.DOCUMENT.getByName(`essai-${names}`), (_, { storage }) => {
    storage.transactionSync(() => migrate(storage.sql, migrations));
    test(storage.sql);
  });
}

it("a verdict from before a change is past, at once and after the object was made anew", () =>
  onDocument((sql) => {
    const [session, other] = [makeId<SessionId>(random), makeId<SessionId>(random)];
    const endings = new Endings(sql);
    expect(endings.isPast({ rights: 3, session })).toBe(false);
    endings.hearRights(4);
    endings.hearSession(session);
    const seen = (each: Endings) => [
      each.isPast({ rights: 3, session: other }),
      each.isPast({ rights: 4, session: other }),
      each.isPast({ rights: 4, session }),
    ];
    expect(seen(endings)).toEqual([true, false, true]);
    endings.keep(NOW);
    expect(seen(endings)).toEqual([true, false, true]);
    expect(seen(new Endings(sql))).toEqual([true, false, true]);
    // Told again, later than something newer.
    const again = new Endings(sql);
    again.hearRights(2);
    again.keep(NOW);
    expect(seen(new Endings(sql))).toEqual([true, false, true]);
  }));

it("sessions that ended long ago are forgotten: whatever was judged then has come", () =>
  onDocument((sql) => {
    const [old, recent] = [makeId<SessionId>(random), makeId<SessionId>(random)];
    const endings = new Endings(sql);
    endings.hearSession(old);
    endings.keep(NOW);
    endings.hearSession(recent);
    endings.keep(NOW + 3_700_000);
    expect(endings.isPast({ rights: 1, session: old })).toBe(false);
    expect(endings.isPast({ rights: 1, session: recent })).toBe(true);
  }));

it("a document of before this knew of sessions takes the step, and keeps its rights", async () => {
  names += 1;
  await runInDurableObject(env.DOCUMENT.getByName(`essai-${names}`), (_, { storage: { sql } }) => {
    migrateBefore(sql, migrations, "sessions that ended");
    sql.exec("INSERT INTO rights VALUES (1, 7)");
    migrate(sql, migrations);
    expect(new Endings(sql).isPast({ rights: 6, session: makeId<SessionId>(random) })).toBe(true);
  });
});
