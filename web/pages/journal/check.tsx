import { createSignal, type JSX, Show } from "solid-js";
import type { JournalCheckBody } from "../../../shared/protocol/bodies/journal.ts";
import { contratRequests } from "../../../shared/protocol/contrat-paths.ts";
import { checkSentence, JOURNAL } from "../../labels/journal.ts";
import { fr } from "../../labels/typography.ts";
import { announce } from "../../ui/announcer.ts";
import { Notice } from "../../ui/notice.tsx";
import { RefusalNotice } from "../../ui/refusal-notice.tsx";
import { createAct, useContrat } from "../contrat/use-contrat.ts";

/** Whether the journal was changed behind people's backs, and a copy of it to keep elsewhere. */
export function JournalCheck(): JSX.Element {
  const { api, slug } = useContrat();
  const [found, setFound] = createSignal<JournalCheckBody | null>(null);
  const checking = createAct(
    () => api.checkJournal(),
    (body) => {
      setFound(body);
      announce(checkSentence(body.entrees, body.rompueA));
    },
  );
  return (
    <section class="block" aria-labelledby="verifier">
      <h2 id="verifier">{JOURNAL.checkTitle}</h2>
      <p>{JOURNAL.checkMeans}</p>
      <div class="acts">
        <button type="button" class="btn" aria-disabled={checking.busy()} onClick={() => void checking.run(undefined)}>
          {checking.busy() ? JOURNAL.checking : JOURNAL.check}
        </button>
        <a class="btn quiet" href={contratRequests.journalFile(slug)} rel="external" download="">
          {JOURNAL.file}
        </a>
      </div>
      <RefusalNotice refusal={checking.refusal()} />
      <Show when={found()}>
        {(body) => (
          <Notice tone={body().rompueA === null ? "info" : "warn"}>
            <p>{checkSentence(body().entrees, body().rompueA)}</p>
            <p class="fingerprint">
              {fr(`${JOURNAL.last} : `)}
              <code>{body().derniere}</code>
            </p>
          </Notice>
        )}
      </Show>
    </section>
  );
}
