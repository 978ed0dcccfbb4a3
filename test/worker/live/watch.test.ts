import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { expect, it } from "vitest";
import type { AccountId, SessionId } from "../../../shared/ids.ts";
import { CLOSE } from "../../../shared/protocol/close-codes.ts";
import type { FicheInList } from "../../../shared/protocol/http-bodies.ts";
import type { Connection } from "../../../worker/live/connection.ts";
import { ARRIVED } from "../../../worker/live/presence.ts";
import { Watch } from "../../../worker/live/watch.ts";
import { makeDue } from "../ring.ts";
import { documentOf, ficheOf, openPage, signInAs } from "../signed-in.ts";

const SLUG = "challans-gois-ocean-marais-de-monts";

function alarms(fiche: FicheInList): Promise<string[]> {
  return runInDurableObject(documentOf(fiche), (_, state) =>
    state.storage.sql
      .exec<{ name: string }>("SELECT name FROM alarms")
      .toArray()
      .map(({ name }) => name),
  );
}

it("somebody whose network went without a word disappears for everyone, and nobody else does", async () => {
  const fiche = await ficheOf(await signInAs("pilote"), SLUG, "2.1");
  const { page: pilote } = await openPage("pilote", SLUG, "2.1");
  const { page: again } = await openPage("pilote", SLUG, "2.1");
  expect(await alarms(fiche)).not.toContain("watch");
  const { page: partenaire, closed } = await openPage("partenaire", SLUG, "2.1");
  expect(await alarms(fiche)).toContain("watch");
  await pilote.until("everyone", () => pilote.present.size === 3);

  // A minute later, as the object finds it at its alarm: nothing was heard of the partenaire's page meanwhile.
  await runInDurableObject(documentOf(fiche), (_, state) => {
    for (const socket of state.getWebSockets()) {
      const passenger = socket.deserializeAttachment();
      const isHis = passenger.client === partenaire.client;
      socket.serializeAttachment({ ...passenger, heardAt: Date.now() - (isHis ? 46_000 : 1_000) });
    }
  });
  await makeDue(documentOf(fiche), "watch");
  await evictDurableObject(documentOf(fiche));
  await runDurableObjectAlarm(documentOf(fiche));
  await pilote.until("his leaving", () => !pilote.present.has(partenaire.client));
  expect(pilote.present.has(again.client)).toBe(true);
  expect(await closed).toBe(CLOSE.comeBack);
  expect(await alarms(fiche)).not.toContain("watch");
});

it("nobody who lives is sent away, and within a minute of their last word nobody who vanished is left", () => {
  const rings: number[] = [];
  const watch = new Watch(
    (at) => rings.push(at),
    () => {},
  );
  // One says a word every 20 s, the other vanished at 0.
  let now = 0;
  const living = somebody("one", () => Math.floor(now / 20_000) * 20_000);
  const vanished = somebody("other", () => 0);
  watch.heard(() => [living, vanished]);
  while (now < 60_000) {
    now = rings.at(-1) ?? Number.NaN;
    const gone = watch.vanished([living, vanished], now);
    if (gone.includes(vanished)) break;
    expect(gone).toEqual([]);
    watch.looked([living, vanished], now);
  }
  expect(now).toBeLessThanOrEqual(60_000);
});

it("two pages left open cost nothing after a while: nobody is looked after until somebody does something", () => {
  const rings: number[] = [];
  const watch = new Watch(
    (at) => rings.push(at),
    () => {},
  );
  const idle = [somebody("one", () => 3_600_000), somebody("other", () => 3_600_000)];
  watch.looked(idle, 3_600_000);
  expect(rings).toEqual([]);
  watch.heard(() => idle);
  expect(rings.length).toBe(1);
});

/** Of whom the last frame was heard at 0, and pings after that. */
function somebody(account: string, aliveAt: () => number): Connection {
  return {
    passenger: {
      account: account as AccountId,
      session: account as SessionId,
      name: account,
      color: 1,
      writes: true,
      rights: 1,
      until: Number.POSITIVE_INFINITY,
      client: account.length,
      ours: true,
      backlogTaken: true,
      heardAt: 0,
      refusals: 0,
      presence: ARRIVED,
    },
    gone: false,
    get aliveAt() {
      return aliveAt();
    },
    remember() {},
    send() {},
    close() {},
  };
}
