import "../../styles/journal.css";
import { createSignal, For, type JSX, Show } from "solid-js";
import type { JournalActe, JournalEntry } from "../../../shared/domain/journal.ts";
import { type AccountId, type GroupeId, parseId } from "../../../shared/ids.ts";
import type { GroupesBody } from "../../../shared/protocol/bodies/groupe.ts";
import type { JournalBody, JournalQuery } from "../../../shared/protocol/bodies/journal.ts";
import type { MembresBody } from "../../../shared/protocol/bodies/membre.ts";
import type { ActRefusal } from "../../api/contrat.ts";
import { CONTRAT_NAV } from "../../labels/contrat-nav.ts";
import { ACTE_LABELS, JOURNAL, subjectWords } from "../../labels/journal.ts";
import { createQuestion } from "../../primitives/create-question.ts";
import { Moment } from "../../ui/moment.tsx";
import { Part } from "../contrat/part.tsx";
import { ReservedPage } from "../contrat/reserved-page.tsx";
import { createAct, useContrat } from "../contrat/use-contrat.ts";
import { JournalCheck } from "./check.tsx";
import { Filters, type FilterValues, NO_FILTER } from "./filters.tsx";
import { createEntries, entryId, MoreEntries } from "./older-entries.tsx";

/** The journal of a contrat, the newest first. */
export default function JournalPage(): JSX.Element {
  return (
    <ReservedPage droit="lire_journal" title={JOURNAL.title} lede={JOURNAL.lede}>
      <Journal />
    </ReservedPage>
  );
}

function Journal(): JSX.Element {
  const { api } = useContrat();
  const membres = createQuestion<MembresBody, ActRefusal>(() => api.membres());
  const groupes = createQuestion<GroupesBody, ActRefusal>(() => api.groupes());
  const [filter, setFilter] = createSignal<FilterValues>(NO_FILTER);
  return (
    <>
      <section class="block" aria-labelledby="journal">
        <h2 id="journal" tabindex="-1">
          {JOURNAL.list}
        </h2>
        <Filters
          values={filter()}
          membres={membres.value()?.membres ?? []}
          groupes={groupes.value()?.groupes ?? []}
          onChange={setFilter}
        />
        {/* Keyed: other filters are another question. */}
        <Show when={filter()} keyed>
          {(values) => <Entries query={queryOf(values)} filtered={values !== NO_FILTER} />}
        </Show>
      </section>
      <JournalCheck />
    </>
  );
}

function Entries(props: { query: JournalQuery; filtered: boolean }): JSX.Element {
  const { api } = useContrat();
  const question = createQuestion<JournalBody, ActRefusal>(() => api.journal(props.query));
  return (
    <Part question={question} loading={JOURNAL.loading} heading="journal">
      {(newest) => (
        <Show
          when={newest().entrees.length > 0}
          fallback={<p class="empty">{props.filtered ? JOURNAL.none : JOURNAL.empty}</p>}
        >
          <List query={props.query} newest={newest()} />
        </Show>
      )}
    </Part>
  );
}

function List(props: { query: JournalQuery; newest: JournalBody }): JSX.Element {
  const { api } = useContrat();
  const shown = createEntries(() => props.newest);
  const more = createAct((avant: number) => api.journal({ ...props.query, avant }), shown.add);
  return (
    <>
      <ol class="entries" reversed>
        <For each={shown.pages()}>
          {(page) => <For each={page.entrees}>{(entry) => <Entry entry={entry} noms={page.noms} />}</For>}
        </For>
      </ol>
      <MoreEntries next={shown.next()} act={more} words={JOURNAL} />
    </>
  );
}

function Entry(props: { entry: JournalEntry; noms: JournalBody["noms"] }): JSX.Element {
  const by = () => {
    const { par } = props.entry;
    return par === null ? JOURNAL.byItself : (props.noms[par] ?? CONTRAT_NAV.formerMembre);
  };
  return (
    <li id={entryId(props.entry)} tabindex="-1">
      <h3>{ACTE_LABELS[props.entry.acte]}</h3>
      <p>
        {by()}, <Moment at={props.entry.le} />
      </p>
      <For each={subjectWords(props.entry, props.noms)}>{(words) => <p class="muted">{words}</p>}</For>
    </li>
  );
}

function queryOf(values: FilterValues): JournalQuery {
  const { acte, personne, groupe, depuis, jusquau } = values;
  const who = parseId<AccountId>(personne);
  const where = parseId<GroupeId>(groupe);
  return {
    // One of the keys of the table that made the list.
    ...(acte !== "" && { acte: acte as JournalActe }),
    ...(who !== null && { personne: who }),
    ...(where !== null && { groupe: where }),
    ...(depuis !== "" && { depuis: new Date(`${depuis}T00:00:00`).getTime() }),
    ...(jusquau !== "" && { jusquau: new Date(`${jusquau}T23:59:59.999`).getTime() }),
  };
}
