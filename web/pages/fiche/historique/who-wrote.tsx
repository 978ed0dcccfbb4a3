import "../../../styles/historique.css";
import { For, type JSX, Show } from "solid-js";
import type { Moment } from "../../../../shared/domain/version.ts";
import type { DocumentId } from "../../../../shared/ids.ts";
import type { AuteursBody } from "../../../../shared/protocol/bodies/history.ts";
import { createHistoryApi } from "../../../api/history.ts";
import { HISTORIQUE, stretchWords, writtenBy } from "../../../labels/historique.ts";
import { fullNameIn, nameIn } from "../../../labels/people-named.ts";
import { PLACE_TITLES } from "../../../labels/sections.ts";
import { fr } from "../../../labels/typography.ts";
import { WHO_WROTE } from "../../../labels/who-wrote.ts";
import { createQuestion } from "../../../primitives/create-question.ts";
import { useApp } from "../../../stores/app-context.ts";
import { Dialog } from "../../../ui/dialog.tsx";
import { LongList } from "../../../ui/long-list.tsx";
import { Part } from "../../contrat/part.tsx";
import { stretchesOf } from "./passage-authors.ts";
import type { Passage } from "./selected-passage.ts";

export interface WhoWroteProps {
  readonly slug: string;
  readonly fiche: DocumentId;
  /** null: the text as it stands. */
  readonly moment: Moment | null;
  /** What it is asked of; null: nothing that has words. */
  readonly passage: Passage | null;
  readonly onClose: () => void;
}

/** « Qui a écrit ceci ? »: who first wrote each word of a passage, when, and who put it there. */
export function WhoWrote(props: WhoWroteProps): JSX.Element {
  return (
    <Dialog title={WHO_WROTE.title} onClose={props.onClose}>
      <Show when={props.passage} fallback={<p>{WHO_WROTE.nothing}</p>}>
        {(known) => <Answer {...props} passage={known()} />}
      </Show>
    </Dialog>
  );
}

function Answer(props: WhoWroteProps & { passage: Passage }): JSX.Element {
  const { ask } = useApp();
  const api = createHistoryApi(ask, props.slug, props.fiche);
  const question = createQuestion(() => api.auteurs(props.passage.partie, props.moment));
  return (
    <>
      <p class="muted" id="qui-ou" tabindex="-1">
        {fr(`« ${PLACE_TITLES[props.passage.partie]} »`)}
      </p>
      <Part question={question} loading={WHO_WROTE.loading} heading="qui-ou">
        {(body) => <Authors body={body()} passage={props.passage} />}
      </Part>
    </>
  );
}

function Authors(props: { body: AuteursBody; passage: Passage }): JSX.Element {
  const stretches = () => stretchesOf(props.body.paragraphes, props.passage);
  const names = () => [...new Set((stretches() ?? []).map(({ auteur }) => fullNameIn(props.body.noms, auteur)))];
  return (
    <Show when={stretches()} fallback={<p>{WHO_WROTE.changed}</p>}>
      {(known) => (
        <Show when={known().length > 0} fallback={<p>{WHO_WROTE.nothing}</p>}>
          <p class="written-by">{writtenBy(names())}</p>
          <LongList
            rows={known()}
            words={({ texte, auteur }) => `${texte} ${nameIn(props.body.noms, auteur)}`}
            search={HISTORIQUE.searchStretch}
          >
            {(rows) => (
              <ol class="stretches" aria-label={WHO_WROTE.list}>
                <For each={rows}>
                  {(stretch) => (
                    <li>
                      <blockquote class="row-name">{stretch.texte.trim()}</blockquote>
                      <p class="muted">
                        {stretchWords(
                          nameIn(props.body.noms, stretch.auteur),
                          stretch.le,
                          stretch.deplacePar === null ? null : nameIn(props.body.noms, stretch.deplacePar),
                        )}
                      </p>
                    </li>
                  )}
                </For>
              </ol>
            )}
          </LongList>
        </Show>
      )}
    </Show>
  );
}
