import { createSignal, type JSX, Show } from "solid-js";
import { reasonLabel } from "../../../labels/reasons.ts";
import { REFUSED, unsentSentence } from "../../../labels/unsent.ts";
import type { LiveFiche } from "../../../primitives/create-live-fiche.ts";
import { announce } from "../../../ui/announcer.ts";
import { copyText } from "../../../ui/copy-text.ts";
import { Dialog } from "../../../ui/dialog.tsx";
import { Notice } from "../../../ui/notice.tsx";

/** The server takes no text from this page, or not now: why, and how to save what is on the screen. */
export default function RefusedNotice(props: { live: LiveFiche }): JSX.Element {
  const [asking, setAsking] = createSignal(false);
  const reason = () => {
    const status = props.live.status();
    return status.kind === "refused" || status.kind === "held" ? reasonLabel(status.reason) : "";
  };

  async function abandon(): Promise<void> {
    await props.live.abandonUnsent();
    window.location.reload();
  }

  return (
    <Show
      when={props.live.status().kind === "refused"}
      fallback={
        <Notice tone="warn" urgent>
          {reason()}
        </Notice>
      }
    >
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
        {reason()}
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
    </Show>
  );
}

async function copySheet(): Promise<void> {
  const sheet = document.getElementById("texte");
  // Not textContent: the text is to be pasted, with its lines.
  const text = sheet?.innerText ?? "";
  announce((await copyText(text)) ? REFUSED.copied : REFUSED.notCopied);
}
