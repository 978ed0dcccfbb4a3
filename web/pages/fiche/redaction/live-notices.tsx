import { createEffect, type JSX, Show } from "solid-js";
import type { AccountId, DocumentId } from "../../../../shared/ids.ts";
import type { LiveFiche } from "../../../primitives/create-live-fiche.ts";
import { createIdlePart } from "../../../ui/late-part.ts";

/**
 * Above a text that is written together: that nothing of it is sent any more, or what an earlier page could not send.
 * Rare, and needed when the network may be gone: brought behind everything else.
 */
export function LiveNotices(props: {
  readonly live: LiveFiche;
  readonly account: AccountId;
  readonly document: DocumentId;
  /** The text must be opened again, so that it is sent. */
  readonly onAgain: () => void;
}): JSX.Element {
  const refusedNotice = createIdlePart(() => import("./refused-notice.tsx"));
  const unsentText = createIdlePart(() => import("../unsent/unsent-text.tsx"));
  const isRefused = () => props.live.status().kind === "refused";
  const isStopped = () => isRefused() || props.live.status().kind === "held";
  createEffect(() => {
    if (isStopped()) void refusedNotice.ask();
  });
  return (
    <>
      <Show when={isStopped() && refusedNotice()} keyed>
        {(RefusedNotice) => <RefusedNotice live={props.live} />}
      </Show>
      <Show when={!isRefused() && unsentText()} keyed>
        {(UnsentText) => (
          <UnsentText
            account={props.account}
            fiche={props.document}
            canSend={props.live.status().kind === "online" ? props.live.canWrite() : null}
            onSend={props.onAgain}
          />
        )}
      </Show>
    </>
  );
}
