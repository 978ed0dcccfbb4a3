import "../../../styles/historique.css";
import { createSignal, type JSX, Show } from "solid-js";
import { type Moment, momentName } from "../../../../shared/domain/version.ts";
import type { EngagementPart } from "../../../../shared/editor/canonical.ts";
import type { MomentBody } from "../../../../shared/protocol/bodies/history.ts";
import { fichePages } from "../../../../shared/protocol/fiche-paths.ts";
import { momentTitle, momentWords } from "../../../labels/comparaison.ts";
import { FINER_REFUSALS, MOMENT, submittedWords, versionTitle } from "../../../labels/historique.ts";
import { nameIn } from "../../../labels/people-named.ts";
import { createQuestion } from "../../../primitives/create-question.ts";
import { announce } from "../../../ui/announcer.ts";
import { Part } from "../../contrat/part.tsx";
import { VersionBadge } from "../../etat-badge.tsx";
import { useFiche } from "../use-fiche.ts";
import { ViewMain } from "../view-main.tsx";
import { MissingMoment } from "./missing-moment.tsx";
import { MomentAside } from "./moment-aside.tsx";
import { MomentSheet } from "./moment-sheet.tsx";
import { RestoreDialog, Restored, type RestoredText } from "./restore.tsx";
import { type Passage, selectedPassage } from "./selected-passage.ts";
import { useHistory } from "./use-history.ts";
import { onWhoAsked } from "./who-key.ts";
import { WhoWrote } from "./who-wrote.tsx";

const HEADING = "moment-texte";

/** The sheet as it was at a moment: to read, to compare, to restore. */
export function MomentPage(props: { moment: Moment }): JSX.Element {
  const api = useHistory();
  const { slug, body } = useFiche();
  const question = createQuestion(() => api.moment(props.moment));
  const nom = () => momentName(props.moment);
  const title = () => {
    if (props.moment.kind === "version") return versionTitle(props.moment.numero);
    const known = question.value();
    return known === null ? MOMENT.title : momentTitle(nom(), known.le);
  };
  const [asking, setAsking] = createSignal<{ readonly passage: Passage | null } | null>(null);
  const [restoring, setRestoring] = createSignal<{ readonly partie: EngagementPart | null } | null>(null);
  const [done, setDone] = createSignal<RestoredText | null>(null);
  const askSelected = () => setAsking({ passage: selectedPassage() });

  onWhoAsked(askSelected);

  return (
    <ViewMain
      view="historique"
      title={title()}
      crumb={{ href: fichePages.historique(slug, body().fiche), label: MOMENT.back }}
      facts={<Show when={question.value()}>{(value) => <Facts value={value()} />}</Show>}
    >
      <div class="frame with-moment">
        <Part
          question={question}
          loading={MOMENT.loading}
          heading={HEADING}
          sentences={FINER_REFUSALS}
          missing={() => <MissingMoment sentence={MOMENT.missing} />}
        >
          {(value) => (
            <>
              <MomentAside
                value={value()}
                moment={props.moment}
                onWho={askSelected}
                onRestore={() => setRestoring({ partie: null })}
              />
              <div class="frame-middle">
                <Show when={done()?.partie === null && done()} keyed>
                  {({ sentence }) => <Restored sentence={sentence} />}
                </Show>
                <MomentSheet
                  id={HEADING}
                  value={value()}
                  restored={done()}
                  onWho={(partie) => setAsking({ passage: { partie, avant: 0, texte: "" } })}
                  onRestore={(partie) => setRestoring({ partie })}
                />
              </div>
              <Show when={restoring()}>
                {(what) => (
                  <RestoreDialog
                    moment={nom()}
                    what={momentWords(nom(), value().le)}
                    partie={what().partie}
                    onClose={() => setRestoring(null)}
                    onDone={(restored) => {
                      setDone(restored);
                      announce(restored.sentence);
                    }}
                  />
                )}
              </Show>
            </>
          )}
        </Part>
      </div>
      <Show when={asking()}>
        {(asked) => (
          <WhoWrote
            slug={slug}
            fiche={body().fiche.id}
            moment={props.moment}
            passage={asked().passage}
            onClose={() => setAsking(null)}
          />
        )}
      </Show>
    </ViewMain>
  );
}

function Facts(props: { value: MomentBody }): JSX.Element {
  return (
    <Show when={props.value.version}>
      {(version) => (
        <>
          <VersionBadge version={version()} />
          <span>{submittedWords(version().soumiseLe, nameIn(props.value.noms, version().soumisePar))}</span>
        </>
      )}
    </Show>
  );
}
