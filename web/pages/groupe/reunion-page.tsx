import { useParams } from "@solidjs/router";
import { createEffect, For, type JSX, Show } from "solid-js";
import type { ReunionInGroupe } from "../../../shared/protocol/bodies/groupe.ts";
import { contratPages } from "../../../shared/protocol/contrat-paths.ts";
import { fullDate } from "../../labels/dates.ts";
import { NOTES, presenceSentence, REUNIONS } from "../../labels/groupe.ts";
import { fr } from "../../labels/typography.ts";
import { useApp } from "../../stores/app-context.ts";
import { createLatePart } from "../../ui/late-part.ts";
import { RefusalNotice } from "../../ui/refusal-notice.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { createAct, useContrat } from "../contrat/use-contrat.ts";
import { GroupeScreen, useGroupe } from "./groupe-screen.tsx";
import { ReunionPlace } from "./reunion-place.tsx";

/** One meeting: when, where, about what, and its notes. */
export default function ReunionPage(): JSX.Element {
  return (
    <GroupeScreen title={NOTES.title}>
      <Found />
    </GroupeScreen>
  );
}

function Found(): JSX.Element {
  const params = useParams();
  const { slug } = useContrat();
  const { groupe } = useGroupe();
  const reunion = () => groupe().reunions.find(({ id }) => id === (params["rest"] ?? "").split("/")[3]);
  return (
    <Show
      when={reunion()}
      fallback={
        <>
          <p class="empty">{NOTES.noMeeting}</p>
          <p>
            <a href={contratPages.groupe(slug, groupe())}>{NOTES.back}</a>
          </p>
        </>
      }
    >
      {(found) => (
        <>
          <Facts reunion={found()} />
          <Text reunion={found()} />
        </>
      )}
    </Show>
  );
}

function Facts(props: { reunion: ReunionInGroupe }): JSX.Element {
  return (
    <section class="block" aria-labelledby="quand">
      <h2 id="quand">{fr(`Réunion du ${fullDate(props.reunion.le)}`)}</h2>
      <ReunionPlace reunion={props.reunion} />
      <Show when={props.reunion.ordreDuJour.length > 0}>
        <h3>{REUNIONS.agenda}</h3>
        <ol>
          <For each={props.reunion.ordreDuJour}>{(point) => <li>{point}</li>}</For>
        </ol>
      </Show>
      <Show when={props.reunion.presence}>
        {(noted) => (
          <p class="muted">{presenceSentence(noted().presents.length, noted().excuses.length, noted().autres)}</p>
        )}
      </Show>
    </section>
  );
}

function Text(props: { reunion: ReunionInGroupe }): JSX.Element {
  const { session } = useApp();
  const { api, slug } = useContrat();
  const { groupe, refresh } = useGroupe();
  const notes = createLatePart(() => import("./notes/notes.tsx"));
  createEffect(() => {
    if (props.reunion.notes !== null) void notes.ask();
  });
  const opening = createAct(
    (reunion: ReunionInGroupe) => api.openNotes(reunion.id),
    () => refresh(),
  );
  const account = () => {
    const state = session.state();
    return state.kind === "present" ? state.session.account : null;
  };
  return (
    <section class="block" aria-labelledby="notes">
      <h2 id="notes" tabindex="-1">
        {NOTES.title}
      </h2>
      <Show
        when={props.reunion.notes}
        keyed
        fallback={
          <Show when={groupe().droits.ecrire.ok} fallback={<p class="empty">{REUNIONS.noNotes}</p>}>
            <p>
              <button
                type="button"
                class="btn main"
                aria-disabled={opening.busy()}
                onClick={() => void opening.run(props.reunion)}
              >
                {opening.busy() ? REUNIONS.opening : REUNIONS.openNotes}
              </button>
            </p>
            <RefusalNotice refusal={opening.refusal()} />
          </Show>
        }
      >
        {(id) => (
          <Show when={account()} keyed>
            {(here) => (
              <Show when={notes()} keyed fallback={<Skeleton label={NOTES.loading} lines={6} />}>
                {(Notes) => <Notes account={here} slug={slug} notes={id} mayWrite={groupe().droits.ecrire.ok} />}
              </Show>
            )}
          </Show>
        )}
      </Show>
    </section>
  );
}
