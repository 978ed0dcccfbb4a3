import type { AccountId } from "../../shared/ids.ts";
import type { SessionBody } from "../../shared/protocol/http-bodies.ts";
import { isSharedComputer } from "./shared-computer.ts";

/** Loaded behind the first answers: a page that is on line draws itself without it. */
const device = () => import("../live/device-answers.ts");

/** What was kept of earlier answers, for when the server does not answer. Nothing here rejects. */
export interface KeptAnswers {
  /** Who was signed in here, or null. */
  session(): Promise<SessionBody | null>;
  /** Who is signed in now: answers are kept for them. */
  here(session: SessionBody | null): void;
  /** The kind of things that one cache holds. */
  of(kind: string): KeptOfKind;
}

export interface KeptOfKind {
  recall(key: string): Promise<unknown>;
  remember(key: string, body: unknown): void;
  forget(key: string): void;
}

/** @param now milliseconds since 1970 */
export function createKeptAnswers(now: () => number = Date.now): KeptAnswers {
  const first = Promise.withResolvers<AccountId | null>();
  let known = first.promise;

  function become(account: AccountId | null, done: Promise<unknown>): void {
    const next = done.then(
      () => account,
      () => account,
    );
    first.resolve(next);
    known = next;
  }

  async function asPerson<Value>(act: (account: AccountId) => Promise<Value>): Promise<Value | undefined> {
    const account = await known;
    // A chunk that cannot be loaded: as if nothing had been kept.
    return account === null ? undefined : act(account).catch(() => undefined);
  }

  return {
    async session() {
      const session = await device().then(
        ({ recallSession }) => recallSession(),
        () => null,
      );
      if (session !== null) become(session.account.id, Promise.resolve());
      return session;
    },
    here(session) {
      const done = device().then((store) => {
        if (session === null) return store.forgetSession();
        return isSharedComputer() ? store.forgetEverybody() : store.rememberSession(session);
      });
      become(session?.account.id ?? null, done);
    },
    of: (kind) => ({
      recall: (key) => asPerson(async (account) => (await device()).recallAnswer(account, `${kind}/${key}`, now())),
      remember: (key, body) =>
        void asPerson(async (account) => (await device()).rememberAnswer(account, `${kind}/${key}`, body, now())),
      forget: (key) => void asPerson(async (account) => (await device()).forgetAnswer(account, `${kind}/${key}`)),
    }),
  };
}
