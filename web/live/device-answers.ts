import type { AccountId, DocumentId } from "../../shared/ids.ts";
import type { FicheBody, SessionBody } from "../../shared/protocol/http-bodies.ts";
import { beginningWith, type DeviceDatabase, withDevice } from "./device-database.ts";

/*
 * Who is signed in on this device, and what the server last answered to them, so that screens can be drawn without the
 * network. Nothing of it is kept on a shared computer.
 */

/** Answers older than so long are not shown any more, in milliseconds: they would say nothing of today. */
const ANSWER_AGE_MAX_MS = 60 * 24 * 3_600_000;
/** So many answers are kept for an account, the last ones. */
const ANSWERS_MAX = 60;

/** Who was signed in when the server was last asked, or null. */
export async function recallSession(): Promise<SessionBody | null> {
  const row = await withDevice((db) => db.get("ici", "ici"));
  return row?.session ?? null;
}

/** This person is signed in here, and nobody else any more: what was kept for another goes, but for unsent text. */
export async function rememberSession(session: SessionBody): Promise<void> {
  await withDevice(async (db) => {
    const before = await db.get("ici", "ici");
    if (before !== undefined && before.session.account.id !== session.account.id) {
      await forgetHome(db, before.session.account.id);
    }
    await db.put("ici", { key: "ici", session });
  });
}

/** Nobody is signed in here, as far as anyone knows: nothing more is kept, and nothing is shown. */
export async function forgetSession(): Promise<void> {
  await withDevice((db) => db.delete("ici", "ici"));
}

/** The computer is shared: of nobody anything is kept but unsent text. */
export async function forgetEverybody(): Promise<void> {
  await withDevice(async (db) => {
    for (const store of ["ici", ...HOME] as const) await db.clear(store);
  });
}

/** Takes what is kept of this account off the device: all of it, or all but what the server does not have. */
export async function eraseAccount(account: AccountId, options: { readonly unsentToo: boolean }): Promise<void> {
  await withDevice(async (db) => {
    const here = await db.get("ici", "ici");
    if (here?.session.account.id === account) await db.delete("ici", "ici");
    await forgetHome(db, account);
    if (!options.unsentToo) return;
    await db.delete("non_envoye", beginningWith(account));
    await db.delete("refuse", beginningWith(account));
    await db.delete("saisie", beginningWith(account));
  });
}

/** What the server last answered to this question of this account's, or undefined. `now` in milliseconds since 1970. */
export async function recallAnswer(account: AccountId, question: string, now: number): Promise<unknown> {
  const row = await withDevice((db) => db.get("reponse", [account, question]));
  return row !== undefined && now - row.at < ANSWER_AGE_MAX_MS ? row.body : undefined;
}

/** Keeps an answer, if this account is signed in here. */
export async function rememberAnswer(account: AccountId, question: string, body: unknown, now: number): Promise<void> {
  await withDevice(async (db) => {
    const transaction = db.transaction(["ici", "reponse"], "readwrite");
    const here = await transaction.objectStore("ici").get("ici");
    if (here?.session.account.id !== account) return;
    const answers = transaction.objectStore("reponse");
    await answers.put({ account, question, body, at: now });
    if ((await answers.count(beginningWith(account))) > ANSWERS_MAX) {
      const all = await answers.getAll(beginningWith(account));
      for (const old of all.sort((a, b) => b.at - a.at).slice(ANSWERS_MAX)) {
        await answers.delete([account, old.question]);
      }
    }
    await transaction.done;
  });
}

/** The server says that there is no such thing for this account any more: its text goes with it. */
export async function forgetAnswer(account: AccountId, question: string): Promise<void> {
  await withDevice(async (db) => {
    const row = await db.get("reponse", [account, question]);
    if (row === undefined) return;
    await db.delete("reponse", [account, question]);
    const document = documentOf(row.body);
    if (document === null) return;
    await db.delete("fiche", [account, document]);
    for (const store of ["texte", "billet"] as const) await db.delete(store, beginningWith(account, document));
  });
}

/** The text that an answer is about. */
function documentOf(body: unknown): DocumentId | null {
  // Written by `rememberAnswer` from the server's own answers; only a fiche's has this part.
  return (body as Partial<FicheBody>).fiche?.id ?? null;
}

/** What is kept for who is at home. */
const HOME = ["reponse", "fiche", "texte", "billet"] as const;

async function forgetHome(db: DeviceDatabase, account: AccountId): Promise<void> {
  for (const store of HOME) await db.delete(store, beginningWith(account));
}

/** How many changes of this account, over all documents, are on this device and nowhere else. */
export async function pendingAnywhere(account: AccountId): Promise<number> {
  const count = await withDevice(async (db) => {
    const refused = await db.getAll("refuse", beginningWith(account));
    const kept = refused.reduce((sum, { rows }) => sum + rows.length, 0);
    return kept + (await db.count("non_envoye", beginningWith(account)));
  });
  return count ?? 0;
}
