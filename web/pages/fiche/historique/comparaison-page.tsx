import { Navigate, useSearchParams } from "@solidjs/router";
import { For, type JSX, Show } from "solid-js";
import { type Moment, momentName } from "../../../../shared/domain/version.ts";
import type { ComparaisonBody } from "../../../../shared/protocol/bodies/history.ts";
import { fichePages } from "../../../../shared/protocol/fiche-paths.ts";
import { historyPages } from "../../../../shared/protocol/history-paths.ts";
import { COMPARAISON, changesCounted, comparisonTitle, momentTitle, momentWords } from "../../../labels/comparaison.ts";
import { FINER_REFUSALS, MOMENT } from "../../../labels/historique.ts";
import { createQuestion } from "../../../primitives/create-question.ts";
import { Moment as At } from "../../../ui/moment.tsx";
import { Part } from "../../contrat/part.tsx";
import { useFiche } from "../use-fiche.ts";
import { ViewMain } from "../view-main.tsx";
import type { ComparisonView } from "./compared-part.tsx";
import { Comparison } from "./comparison.tsx";
import { MissingMoment } from "./missing-moment.tsx";
import { useHistory } from "./use-history.ts";

const HEADING = "comparaison-titre";

const VIEWS: readonly { readonly view: ComparisonView; readonly label: string }[] = [
  { view: "texte", label: COMPARAISON.whole },
  { view: "cote_a_cote", label: COMPARAISON.sideBySide },
  { view: "phrases", label: COMPARAISON.sentences },
];

/** What changed between two moments of a fiche, word by word, with who and when. */
export function ComparaisonPage(props: { from: Moment; to: Moment }): JSX.Element {
  const api = useHistory();
  const { slug, body } = useFiche();
  const [search, setSearch] = useSearchParams();
  const question = createQuestion(() => api.comparaison(props.from, props.to));
  const view = () => VIEWS.find((each) => each.view === search["vue"])?.view ?? "texte";
  const words = (moment: Moment, le: number) => momentWords(momentName(moment), le);
  const title = () => {
    const known = question.value();
    if (known === null) return COMPARAISON.title;
    return comparisonTitle(words(props.from, known.de.le), words(props.to, known.a.le));
  };

  return (
    <ViewMain
      view="historique"
      title={title()}
      crumb={{ href: fichePages.historique(slug, body().fiche), label: MOMENT.back }}
      facts={<Show when={question.value()}>{(value) => <Facts {...props} value={value()} />}</Show>}
    >
      <div class="frame">
        <div class="compare" id={HEADING} tabindex="-1">
          <Part
            question={question}
            loading={COMPARAISON.loading}
            heading={HEADING}
            sentences={FINER_REFUSALS}
            missing={() => <MissingMoment sentence={MOMENT.missingOf} />}
          >
            {(value) => (
              // Told backwards, who wrote words would be said to have removed them.
              <Show
                when={value().de.le <= value().a.le}
                fallback={<Navigate href={historyPages.comparaison(slug, body().fiche, props.to, props.from)} />}
              >
                <div class="compare-acts">
                  <fieldset class="segments">
                    <legend class="visually-hidden">{COMPARAISON.view}</legend>
                    <For each={VIEWS}>
                      {(each) => (
                        <button
                          type="button"
                          class="btn small quiet"
                          aria-pressed={view() === each.view}
                          onClick={() =>
                            setSearch({ vue: each.view === "texte" ? null : each.view }, { replace: true })
                          }
                        >
                          {each.label}
                        </button>
                      )}
                    </For>
                  </fieldset>
                  <button type="button" class="btn small quiet" onClick={() => window.print()}>
                    {COMPARAISON.print}
                  </button>
                </div>
                <Comparison body={value()} view={view()} />
              </Show>
            )}
          </Part>
        </div>
      </div>
    </ViewMain>
  );
}

function Facts(props: { from: Moment; to: Moment; value: ComparaisonBody }): JSX.Element {
  const { slug, body } = useFiche();
  const changed = () => props.value.parties.filter(({ identique }) => !identique);
  const count = () => changed().reduce((sum, { changements }) => sum + changements.length, 0);
  const side = (moment: Moment, le: number) => (
    <span>
      <a href={historyPages.moment(slug, body().fiche, moment)}>{momentTitle(momentName(moment), le)}</a>
      <Show when={moment.kind === "version"}>
        , <At at={le} />
      </Show>
    </span>
  );
  return (
    <>
      <Show when={changed().length > 0}>
        <strong>{changesCounted(count(), changed().length)}</strong>
      </Show>
      {side(props.from, props.value.de.le)}
      {side(props.to, props.value.a.le)}
    </>
  );
}
