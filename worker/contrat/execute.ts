import type { AccountId, DocumentId } from "../../shared/ids.ts";
import { ok, type Result, refuse } from "../../shared/result.ts";
import type { MailQueue } from "../mail/queue.ts";
import type { Act, ActRefusal, Done, RightsChange, World } from "./act.ts";
import { raiseRights } from "./identite.ts";
import type { Journal } from "./journal.ts";
import { keepChange, membershipOf } from "./membres.ts";
import type { Opened } from "./opened.ts";
import { judge } from "./scope.ts";
import type { Owe } from "./tell.ts";

/** Where the consequences of acts are kept. */
export interface Stores {
  readonly journal: Journal;
  readonly opened: Opened;
  readonly mails: MailQueue;
  readonly owe: Owe;
  /** Who is awaited for what may have changed: it is looked at soon. */
  readonly lookAwaited: () => void;
  /** What is left in the storage of what was there before is written over soon. */
  readonly forget: () => void;
  /** All of it is kept, or nothing when it throws. */
  readonly transaction: <Answer>(write: () => Answer) => Answer;
}

/**
 * The one way in which anything changes here: may this person, the act itself, and everything that follows from it, in one
 * transaction. A refusal leaves nothing behind. What others must hear is owed, and told by whoever called.
 */
export function execute<Input, Answer>(
  world: World,
  stores: Stores,
  definition: Act<Input, Answer>,
  input: Input,
): Result<Answer, ActRefusal> {
  const { sql, by } = world;
  const membership = membershipOf(sql, by);
  const capability = typeof definition.capability === "function" ? definition.capability(input) : definition.capability;
  if (capability === "etre_membre") {
    if (!membership.membre) return refuse("introuvable");
  } else {
    const verdict = judge(sql, membership, capability, definition.scope(input, sql));
    if (!verdict.ok) return verdict;
  }
  return carryOut({ sql, now: world.now, par: by }, stores, () => definition.run(world, input));
}

/** In whose name something is done, and when; `par` null: nobody's, a delay passed. */
export interface Doing {
  readonly sql: SqlStorage;
  readonly now: number;
  readonly par: AccountId | null;
}

/** Does something and keeps its consequences; for what nobody's right is asked for: an invitation, a delay. */
export function carryOut<Answer, Code extends string>(
  doing: Doing,
  stores: Stores,
  work: () => Result<Done<Answer>, Code>,
): Result<Answer, Code> {
  try {
    return stores.transaction(() => {
      const result = work();
      if (!result.ok) throw new Undone(result);
      keep(doing, stores, result.value);
      return ok(result.value.answer);
    });
  } catch (error) {
    // Thrown just above, with a refusal of this call.
    if (error instanceof Undone) return error.refusal as Result<never, Code>;
    throw error;
  }
}

/** Takes back what an act wrote before it was refused. */
class Undone extends Error {
  readonly refusal: Result<never, string>;

  constructor(refusal: Result<never, string>) {
    super("refused");
    this.refusal = refusal;
  }
}

function keep(doing: Doing, stores: Stores, done: Done<unknown>): void {
  const { par, now } = doing;
  const { journal, mails, owe } = stores;
  for (const draft of done.journal) journal.add(draft, { par, le: now });
  for (const mail of done.mails ?? []) mails.add("invitation", mail, now);
  for (const id of done.forgotten ?? []) mails.forget(id);
  for (const document of done.made ?? []) owe({ to: "document", id: document, about: "creation" }, 1);
  for (const document of done.purged ?? []) owe({ to: "document", id: document, about: "fin" }, 1);
  if (done.rights !== undefined) {
    const number = changeRights(doing, stores, done.rights);
    stores.lookAwaited();
    for (const fiche of done.corbeille ?? []) owe({ to: "document", id: fiche, about: "corbeille" }, number);
    for (const account of done.movements ?? []) owe({ to: "account", id: account }, number);
  }
  const number = journal.count();
  if (done.announced === true) owe({ to: "annuaire", about: "contrat" }, number);
  for (const region of done.regions ?? []) owe({ to: "annuaire", about: region }, number);
}

/** Rights changed: raises their number, and owes it to the texts that are open for these people. The new number. */
export function changeRights({ sql, par, now }: Doing, { opened, owe }: Stores, rights: RightsChange): number {
  const number = raiseRights(sql);
  const told = (document: DocumentId, account: AccountId) =>
    owe({ to: "document", id: document, about: account }, number);
  for (const { account, change } of rights.people) {
    if (change !== null) keepChange(sql, account, { change, par, le: now });
    for (const document of opened.of(account, now)) told(document, account);
  }
  for (const document of rights.documents) for (const account of opened.in(document, now)) told(document, account);
  return number;
}
