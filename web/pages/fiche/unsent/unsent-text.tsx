import "../../../styles/unsent.css";
import { createSignal, For, type JSX, onMount, Show } from "solid-js";
import type { AccountId } from "../../../../shared/ids.ts";
import { fullDate } from "../../../labels/dates.ts";
import { reasonLabel } from "../../../labels/reasons.ts";
import { PLACE_TITLES } from "../../../labels/sections.ts";
import { fr } from "../../../labels/typography.ts";
import { UNSENT } from "../../../labels/unsent.ts";
import type { RefusedRow } from "../../../live/device-database.ts";
import { forgetRefused, refusedIn, sendAgain, strandedIn } from "../../../live/device-refused.ts";
import { announce } from "../../../ui/announcer.ts";
import { copyText } from "../../../ui/copy-text.ts";
import { Dialog } from "../../../ui/dialog.tsx";

/** What may be taken when it is sent again: the person has the right again, or the server knows them again. */
const MAY_BE_TAKEN: ReadonlySet<RefusedRow["reason"]> = new Set([
  "lecture_seule",
  "acces_refuse",
  "identifiant_etranger",
  "billet_refuse",
]);

export interface UnsentTextProps {
  readonly account: AccountId;
  /** The fiche's id, or the beginning of it that its address ends with. */
  readonly fiche: string;
  /** Whether the server takes text of this person now; null while it cannot be asked. */
  readonly canSend: boolean | null;
  /** Called when some is to be sent: the fiche must be opened again. */
  readonly onSend: () => void;
  /** Whether the fiche is not open to this person: then what nobody refused is shown too. */
  readonly isClosed?: boolean;
}

/** This person's text that the server refused, found again on the device: nothing happens to it until they say so. */
export default function UnsentText(props: UnsentTextProps): JSX.Element {
  const [entries, setEntries] = createSignal<readonly RefusedRow[]>([]);
  const [asking, setAsking] = createSignal<RefusedRow | null>(null);
  let heading: HTMLHeadingElement | undefined;

  async function look(): Promise<void> {
    const refused = await refusedIn(props.account, props.fiche);
    setEntries(props.isClosed === true ? [...refused, ...(await strandedIn(props.account, props.fiche))] : refused);
  }
  onMount(() => void look());

  async function abandon(entry: RefusedRow): Promise<void> {
    setAsking(null);
    await forgetRefused(entry);
    await look();
    announce(UNSENT.abandoned);
    // What had the focus is gone: to what is left of it, else to the sheet.
    (entries().length > 0 ? heading : document.getElementById("texte"))?.focus();
  }

  async function send(entry: RefusedRow): Promise<void> {
    await sendAgain(entry);
    props.onSend();
  }

  return (
    <Show when={entries().length > 0}>
      <section class="unsent" aria-labelledby="non-envoye">
        <h2 id="non-envoye" ref={heading} tabindex="-1">
          {UNSENT.title}
        </h2>
        <Show when={props.isClosed}>
          <p>{UNSENT.missing}</p>
        </Show>
        <For each={entries()}>
          {(entry) => (
            <div class="unsent-text">
              <p class="muted">
                {UNSENT.of} {fullDate(entry.at)}.{" "}
                <Show when={props.isClosed !== true}>{reasonFor(entry, props.canSend)}</Show>
              </p>
              <For each={entry.passages} fallback={<p>{UNSENT.noWords}</p>}>
                {({ place, words }) => (
                  <>
                    <h3>{place === null ? UNSENT.unplaced : PLACE_TITLES[place]}</h3>
                    <blockquote class="words" tabindex="0">
                      {words}
                    </blockquote>
                  </>
                )}
              </For>
              <p class="muted">{sendingSentence(entry, props.canSend)}</p>
              <div class="notice-act">
                <Show when={entry.passages.length > 0}>
                  <button type="button" class="btn" onClick={() => void copy(entry)}>
                    {UNSENT.copy}
                  </button>
                </Show>
                <Show when={MAY_BE_TAKEN.has(entry.reason) && props.canSend === true}>
                  <button type="button" class="btn" onClick={() => void send(entry)}>
                    {UNSENT.send}
                  </button>
                </Show>
                <button type="button" class="btn bad" onClick={() => setAsking(entry)}>
                  {UNSENT.abandon}
                </button>
              </div>
            </div>
          )}
        </For>
        <Show when={asking()}>
          {(entry) => (
            <Dialog
              title={UNSENT.abandonTitle}
              onClose={() => setAsking(null)}
              acts={
                <>
                  <button type="button" class="btn main" onClick={() => setAsking(null)}>
                    {UNSENT.abandonNo}
                  </button>
                  <button type="button" class="btn bad" onClick={() => void abandon(entry())}>
                    {UNSENT.abandonYes}
                  </button>
                </>
              }
            >
              <p>{UNSENT.abandonMeans}</p>
            </Dialog>
          )}
        </Show>
      </section>
    </Show>
  );
}

/** Why it was not taken; what was true then may no longer be. */
function reasonFor({ reason }: RefusedRow, canSend: boolean | null): string {
  return canSend === true && MAY_BE_TAKEN.has(reason) ? UNSENT.mayBeTaken : reasonLabel(reason);
}

/** Whether it can be sent, and when. Empty when a button says it. */
function sendingSentence({ reason }: RefusedRow, canSend: boolean | null): string {
  if (!MAY_BE_TAKEN.has(reason)) return UNSENT.cannotSend;
  if (canSend === null) return UNSENT.sendOnline;
  return canSend ? "" : UNSENT.sendLater;
}

async function copy(entry: RefusedRow): Promise<void> {
  const texts = entry.passages.map(({ place, words }) =>
    place === null ? words : fr(`${PLACE_TITLES[place]} :\n${words}`),
  );
  announce((await copyText(texts.join("\n\n"))) ? UNSENT.copied : UNSENT.notCopied);
}
