import { MailError } from "../mail/mail.ts";
import { reminderMail } from "../mail/reminder-words.ts";
import { sendMail } from "../mail/way-out.ts";
import type { AccountParts } from "./parts.ts";
import type { ReminderFate } from "./reminders.ts";
import { stopLink } from "./stop-link.ts";

/**
 * What waits becomes a mail, to the address that the person has had for longest. It goes by no queue: it says what waits
 * when it leaves, and one that fails is made again.
 */
export async function remind(parts: AccountParts, now: () => number): Promise<void> {
  const { env, adresses, mails, reminders, storage } = parts;
  const owner = parts.owner();
  const [first] = owner === null ? [] : adresses.all();
  if (owner === null || first === undefined) return;
  const reminder = parts.write(() => reminders.begin(now()));
  if (reminder === null) return;
  // That its day is taken is kept before anything leaves.
  await storage.sync();
  const stop = stopLink(env, owner.id);
  const fate = await sent(() =>
    sendMail(env, reminderMail(first.adresse, { ...reminder, publicUrl: env.PUBLIC_URL, stop })),
  );
  // The account may have been closed meanwhile.
  if (parts.owner() === null) return;
  parts.write(() => {
    reminders.end(reminder, fate instanceof MailError ? "finie" : fate, now());
    if (fate instanceof MailError) mails.addFailed("information", first.adresse, fate.failure, now());
  });
}

/** What came of a mail; the error, when nobody will ever get it. */
async function sent(send: () => Promise<void>): Promise<ReminderFate | MailError> {
  try {
    await send();
    return "finie";
  } catch (error) {
    const known = error instanceof MailError ? error : new MailError("injoignable", true, "unexpected", true);
    console.error(known.message);
    if (known.failure === "sans_courriel") return "sans_courriel";
    if (known.maybeSent) return "douteuse";
    return known.passing ? "a_refaire" : known;
  }
}
