import "../../../styles/historique.css";
import { createMemo, createSignal, type JSX, onMount, Show } from "solid-js";
import type { HistoriqueBody } from "../../../../shared/protocol/bodies/history.ts";
import { historyPages } from "../../../../shared/protocol/history-paths.ts";
import { FICHE_ACT_REFUSAL_LABELS } from "../../../labels/actes.ts";
import { CAVIARDAGE } from "../../../labels/caviardage.ts";
import { HISTORIQUE, olderShown } from "../../../labels/historique.ts";
import { createQuestion } from "../../../primitives/create-question.ts";
import { createSubmit } from "../../../primitives/create-submit.ts";
import { announce } from "../../../ui/announcer.ts";
import { askToOpen, createLatePart } from "../../../ui/late-part.ts";
import { RefusalNotice } from "../../../ui/refusal-notice.tsx";
import { Part } from "../../contrat/part.tsx";
import { useFiche } from "../use-fiche.ts";
import { ViewMain } from "../view-main.tsx";
import { CompareDialog } from "./compare-dialog.tsx";
import { Comparing } from "./comparing.tsx";
import { focusLink, leftBy, noteLeft } from "./left-by.ts";
import { SinceOwn } from "./since-own.tsx";
import { joinPages, latestText, momentChoices, timelineOf } from "./timeline.ts";
import { Timeline } from "./timeline-entries.tsx";
import { useHistory } from "./use-history.ts";

const HEADING = "historique-titre";

/** Who wrote what and when, and the versions that were submitted. */
export function HistoriquePage(): JSX.Element {
  const api = useHistory();
  const question = createQuestion(() => api.historique(null));
  return (
    <ViewMain view="historique" title={HISTORIQUE.title}>
      <div class="frame">
        <div class="history">
          <Part question={question} loading={HISTORIQUE.loading} heading={HEADING}>
            {(newest) => <History newest={newest()} onChanged={question.refresh} />}
          </Part>
        </div>
      </div>
    </ViewMain>
  );
}

function History(props: { newest: HistoriqueBody; onChanged: () => void }): JSX.Element {
  const api = useHistory();
  const { slug, body } = useFiche();
  const [older, setOlder] = createSignal<readonly HistoriqueBody[]>([]);
  const history = createMemo(() => joinPages([props.newest, ...older()]));
  const entries = createMemo(() => timelineOf(history()));
  const choices = createMemo(() => momentChoices(history(), history().noms));
  const [comparing, setComparing] = createSignal<string | null>(null);
  const canCompare = () => choices().versions.length + choices().sittings.length > 1;
  const onlyVersions = () => !body().fiche.droits.lire.ok;
  let list: HTMLDivElement | undefined;

  const more = createSubmit({
    send: (before: number) => api.historique(before),
    sentences: FICHE_ACT_REFUSAL_LABELS,
    done: (page) => {
      const had = entries().length;
      setOlder((pages) => [...pages, page]);
      announce(olderShown(entries().length - had));
      // The button may be gone: the first thing that it brought takes the focus.
      const first = list?.querySelectorAll<HTMLElement>(".row-name")[had];
      first?.setAttribute("tabindex", "-1");
      first?.focus();
    },
  });
  // Back from what one read: at the same place of the list.
  onMount(async () => {
    const left = leftBy();
    if (left === null || list === undefined) return;
    for (;;) {
      if (focusLink(list, left.href)) return;
      const { suite } = history();
      if (suite === null || older().length >= left.pages || !(await more.run(suite))) return;
    }
  });
  const versionBefore = (numero: number) =>
    history().versions.reduce<number | null>(
      (best, version) => (version.numero < numero && version.numero > (best ?? 0) ? version.numero : best),
      null,
    );

  return (
    <>
      <p class="lede" id={HEADING} tabindex="-1">
        {onlyVersions() ? HISTORIQUE.ledeVersions : HISTORIQUE.lede}
      </p>
      <Show
        when={entries().length > 0}
        fallback={<p class="empty">{onlyVersions() ? HISTORIQUE.emptyVersions : HISTORIQUE.empty}</p>}
      >
        {/* Before the router takes the press. */}
        <div class="history" ref={list} on:click={(event) => noteLeft(event, older().length)}>
          <SinceOwn history={history()} />
          <div class="history-acts">
            <Comparing newest={history()} from={null} label={HISTORIQUE.compare} />
            <a class="btn quiet" href={historyPages.journal(slug, body().fiche)}>
              {HISTORIQUE.journal}
            </a>
            <Masking newest={props.newest} onChanged={props.onChanged} />
          </div>
          <Timeline
            latest={latestText(history())}
            entries={entries()}
            noms={history().noms}
            versionBefore={versionBefore}
            onCompare={canCompare() ? setComparing : null}
          />
        </div>
        <Show when={history().suite}>
          {(suite) => (
            <>
              <RefusalNotice refusal={more.refusal()} />
              <button type="button" class="btn more" aria-disabled={more.busy()} onClick={() => void more.run(suite())}>
                {more.busy() ? HISTORIQUE.moreLoading : HISTORIQUE.more}
              </button>
            </>
          )}
        </Show>
      </Show>
      <Show when={comparing()}>
        {(from) => <CompareDialog {...choices()} from={from()} onClose={() => setComparing(null)} />}
      </Show>
    </>
  );
}

/** For the coordination, how to mask a passage; for the others, who can. */
function Masking(props: { newest: HistoriqueBody; onChanged: () => void }): JSX.Element {
  const dialog = createLatePart(() => import("./caviardage-dialog.tsx"));
  const [open, setOpen] = createSignal(false);
  const show = () => {
    setOpen(true);
    askToOpen(dialog, () => setOpen(false));
  };
  return (
    <Show
      when={props.newest.droits.caviarder}
      fallback={
        <Show when={props.newest.sittings.length > 0}>
          <p class="muted">{HISTORIQUE.maskHint}</p>
        </Show>
      }
    >
      <button type="button" class="btn bad" onClick={show}>
        {CAVIARDAGE.open}
      </button>
      <Show when={open() && dialog()} keyed>
        {(CaviardageDialog) => <CaviardageDialog onClose={() => setOpen(false)} onMasked={props.onChanged} />}
      </Show>
    </Show>
  );
}
