import { createSignal, type JSX, Show } from "solid-js";
import { REFUSED } from "../../../labels/fiche.ts";
import { statusLabel } from "../../../labels/live.ts";
import { unsentSentence } from "../../../labels/shell.ts";
import type { LiveFiche } from "../../../primitives/create-live-fiche.ts";
import { announce } from "../../../ui/announcer.ts";
import { Dialog } from "../../../ui/dialog.tsx";
import { Notice } from "../../../ui/notice.tsx";

/** The server takes no more text from this page: why, and how to save what is on the screen. */
export function RefusedNotice(props: { live: LiveFiche }): JSX.Element {
  const [asking, setAsking] = createSignal(false);

  async function abandon(): Promise<void> {
    await props.live.abandonUnsent();
    window.location.reload();
  }

  return (
    <>
      <Notice
        tone="warn"
        title={REFUSED.title}
        urgent
        act={
          <>
            <button type="button" class="btn" onClick={() => void copySheet()}>
              {REFUSED.copy}
            </button>
            <button type="button" class="btn quiet" onClick={() => window.location.reload()}>
              {REFUSED.reload}
            </button>
            <Show when={props.live.pending() > 0}>
              <button type="button" class="btn bad" onClick={() => setAsking(true)}>
                {REFUSED.abandon}
              </button>
            </Show>
          </>
        }
      >
        {statusLabel(props.live.status(), props.live.pending())}
      </Notice>
      <Show when={asking()}>
        <Dialog
          title={REFUSED.abandonTitle}
          onClose={() => setAsking(false)}
          acts={
            <>
              <button type="button" class="btn main" onClick={() => setAsking(false)}>
                {REFUSED.abandonNo}
              </button>
              <button type="button" class="btn bad" onClick={() => void abandon()}>
                {REFUSED.abandonYes}
              </button>
            </>
          }
        >
          <p>
            <strong>{unsentSentence(props.live.pending())}</strong>
          </p>
          <p>{REFUSED.abandonMeans}</p>
        </Dialog>
      </Show>
    </>
  );
}

async function copySheet(): Promise<void> {
  const sheet = document.getElementById("texte");
  // Not textContent: the text is to be pasted, with its lines.
  const text = sheet?.innerText ?? "";
  const copied = await navigator.clipboard.writeText(text).then(
    () => true,
    // The browser may refuse, or the page not have the focus.
    () => false,
  );
  announce(copied ? REFUSED.copied : REFUSED.notCopied);
}
