import "../../../styles/historique.css";
import "../../../styles/journal.css";
import { For, type JSX, Show } from "solid-js";
import type { FicheJournalBody, FicheJournalEntry } from "../../../../shared/protocol/bodies/fiche-acts.ts";
import type { Names } from "../../../../shared/protocol/bodies/history.ts";
import { fichePages } from "../../../../shared/protocol/fiche-paths.ts";
import type { ActRefusal } from "../../../api/contrat.ts";
import { FICHE_ACT_REFUSAL_LABELS } from "../../../labels/actes.ts";
import { entryEmpreinte, entrySentence, entryWords, FICHE_JOURNAL } from "../../../labels/fiche-journal.ts";
import { MOMENT } from "../../../labels/historique.ts";
import { createQuestion } from "../../../primitives/create-question.ts";
import { createSubmit } from "../../../primitives/create-submit.ts";
import { onReturn } from "../../../primitives/on-return.ts";
import { Moment } from "../../../ui/moment.tsx";
import { Part } from "../../contrat/part.tsx";
import { createEntries, entryId, MoreEntries } from "../../journal/older-entries.tsx";
import { Empreinte } from "../actes/empreinte.tsx";
import { useFicheActs } from "../actes/use-fiche-acts.ts";
import { useFiche } from "../use-fiche.ts";
import { ViewMain } from "../view-main.tsx";

const HEADING = "journal-de-la-fiche";

/** Who did what about a fiche, beside writing it: every act, with the version and the words that it was about. */
export default function JournalPage(): JSX.Element {
  const { slug, body } = useFiche();
  const api = useFicheActs(body());
  const question = createQuestion<FicheJournalBody, ActRefusal>(() => api.journal(null));
  onReturn(question.refresh);
  return (
    <ViewMain
      view="historique"
      title={FICHE_JOURNAL.title}
      crumb={{ href: fichePages.historique(slug, body().fiche), label: MOMENT.back }}
    >
      <div class="frame">
        <div class="history">
          <p class="lede" id={HEADING} tabindex="-1">
            {FICHE_JOURNAL.lede}
          </p>
          <Part question={question} loading={FICHE_JOURNAL.loading} heading={HEADING}>
            {(newest) => <Entries newest={newest()} />}
          </Part>
        </div>
      </div>
    </ViewMain>
  );
}

function Entries(props: { newest: FicheJournalBody }): JSX.Element {
  const api = useFicheActs(useFiche().body());
  const shown = createEntries(() => props.newest);
  const more = createSubmit({
    send: (before: number) => api.journal(before),
    sentences: FICHE_ACT_REFUSAL_LABELS,
    done: shown.add,
  });
  return (
    <Show when={props.newest.entrees.length > 0} fallback={<p class="empty">{FICHE_JOURNAL.empty}</p>}>
      <ol class="entries" reversed aria-label={FICHE_JOURNAL.list}>
        <For each={shown.pages()}>
          {(page) => <For each={page.entrees}>{(entry) => <Entry entry={entry} noms={page.noms} />}</For>}
        </For>
      </ol>
      <MoreEntries next={shown.next()} act={more} words={FICHE_JOURNAL} />
    </Show>
  );
}

function Entry(props: { entry: FicheJournalEntry; noms: Names }): JSX.Element {
  return (
    <li id={entryId(props.entry)} tabindex="-1">
      <h2>{entrySentence(props.entry, props.noms)}</h2>
      <p class="muted">
        <Moment at={props.entry.le} />
      </p>
      <For each={entryWords(props.entry.event)}>{(words) => <blockquote>{words}</blockquote>}</For>
      <Show when={entryEmpreinte(props.entry.event)}>{(empreinte) => <Empreinte of={empreinte()} />}</Show>
    </li>
  );
}
