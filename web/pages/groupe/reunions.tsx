import { createSignal, For, type JSX, Show } from "solid-js";
import type { ReunionInGroupe } from "../../../shared/protocol/bodies/groupe.ts";
import { fullDate } from "../../labels/dates.ts";
import { presenceSentence, REUNIONS } from "../../labels/groupe.ts";
import { fr } from "../../labels/typography.ts";
import { ActButton } from "../../ui/act-button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { Moment } from "../../ui/moment.tsx";
import { createSaid, Said } from "../../ui/said.tsx";
import { createAct, useContrat } from "../contrat/use-contrat.ts";
import { useGroupe } from "./groupe-screen.tsx";
import { NotesLink } from "./notes-link.tsx";
import { PresenceDialog } from "./presence-dialog.tsx";
import { ReunionDialog } from "./reunion-dialog.tsx";
import { ReunionPlace } from "./reunion-place.tsx";

/** So many past meetings are drawn at first. */
const PAST_FIRST = 5;

type Opened =
  | { readonly what: "plan" }
  | { readonly what: "change" | "presence" | "cancel"; readonly reunion: ReunionInGroupe };

/** The meetings of a groupe: to come, then those that were. */
export function Reunions(): JSX.Element {
  const { api } = useContrat();
  const { groupe, refresh, whyNotManage } = useGroupe();
  const [opened, setOpened] = createSignal<Opened | null>(null);
  const [said, say] = createSaid();
  const [all, setAll] = createSignal(false);
  const now = Date.now();
  const toCome = () => groupe().reunions.filter(({ le }) => le >= now);
  const past = () => groupe().reunions.filter(({ le }) => le < now);
  const shownPast = () => (all() ? past() : past().slice(0, PAST_FIRST));
  const done = (sentence: string) => {
    setOpened(null);
    say(sentence);
    refresh();
  };
  const cancelling = createAct(
    (reunion: ReunionInGroupe) => api.cancelReunion(reunion.id),
    () => {
      done(REUNIONS.cancelled);
      document.getElementById("reunions")?.focus();
    },
  );
  const of = (what: "change" | "presence" | "cancel") => {
    const now = opened();
    return now !== null && now.what === what ? now.reunion : null;
  };
  const row = (reunion: ReunionInGroupe, isPast: boolean) => (
    <Reunion
      reunion={reunion}
      isPast={isPast}
      manages={whyNotManage() === null}
      onOpen={(what) => setOpened({ what, reunion })}
    />
  );
  return (
    <section class="block" aria-labelledby="reunions">
      <h2 id="reunions" tabindex="-1">
        {REUNIONS.title}
      </h2>
      <Said text={said()} />
      <Show when={groupe().reunions.length > 0} fallback={<p class="empty">{REUNIONS.none}</p>}>
        <Show when={toCome().length > 0}>
          <h3>{REUNIONS.toCome}</h3>
          <ul class="cards">
            <For each={toCome()}>{(reunion) => row(reunion, false)}</For>
          </ul>
        </Show>
        <Show when={past().length > 0}>
          <h3>{REUNIONS.past}</h3>
          <ul class="cards">
            <For each={shownPast()}>{(reunion) => row(reunion, true)}</For>
          </ul>
          <Show when={past().length > shownPast().length}>
            <button type="button" class="btn" onClick={() => setAll(true)}>
              {REUNIONS.allPast}
            </button>
          </Show>
        </Show>
      </Show>
      <ActButton id="prevoir" whyNot={whyNotManage()} onPress={() => setOpened({ what: "plan" })}>
        {REUNIONS.plan}
      </ActButton>

      <Show when={opened()?.what === "plan"}>
        <ReunionDialog reunion={null} onDone={() => done(REUNIONS.planned)} onClose={() => setOpened(null)} />
      </Show>
      <Show when={of("change")}>
        {(reunion) => (
          <ReunionDialog reunion={reunion()} onDone={() => done(REUNIONS.changed)} onClose={() => setOpened(null)} />
        )}
      </Show>
      <Show when={of("presence")}>
        {(reunion) => (
          <PresenceDialog
            reunion={reunion()}
            onDone={() => done(REUNIONS.presenceNoted)}
            onClose={() => setOpened(null)}
          />
        )}
      </Show>
      <Show when={of("cancel")}>
        {(reunion) => (
          <ConfirmDialog
            title={REUNIONS.cancelTitle}
            act={REUNIONS.cancel}
            busyWords={REUNIONS.cancelling}
            busy={cancelling.busy()}
            refusal={cancelling.refusal()}
            onConfirm={() => void cancelling.run(reunion())}
            onClose={() => setOpened(null)}
          >
            <p>
              <strong>
                <Moment at={reunion().le} />
              </strong>
            </p>
            <p>{REUNIONS.cancelMeans}</p>
          </ConfirmDialog>
        )}
      </Show>
    </section>
  );
}

function Reunion(props: {
  reunion: ReunionInGroupe;
  isPast: boolean;
  manages: boolean;
  onOpen: (what: "change" | "presence" | "cancel") => void;
}): JSX.Element {
  const id = () => props.reunion.id;
  const named = () => <span class="visually-hidden"> {fr(`du ${fullDate(props.reunion.le)}`)}</span>;
  const presence = () => {
    const noted = props.reunion.presence;
    if (noted === null) return props.isPast ? REUNIONS.noPresence : null;
    return presenceSentence(noted.presents.length, noted.excuses.length, noted.autres);
  };
  return (
    <li class="card" id={`reunion-${id()}`} tabindex="-1">
      <h4>
        <Moment at={props.reunion.le} />
      </h4>
      <ReunionPlace reunion={props.reunion} named={named()} />
      <Show when={props.reunion.ordreDuJour.length > 0}>
        <p class="muted">{REUNIONS.agenda}</p>
        <ol>
          <For each={props.reunion.ordreDuJour}>{(point) => <li>{point}</li>}</For>
        </ol>
      </Show>
      <Show when={presence()}>{(sentence) => <p class="muted">{sentence()}</p>}</Show>
      <NotesLink reunion={props.reunion} />
      <Show when={props.manages}>
        <p class="row-acts">
          <button type="button" id={`presence-${id()}`} class="link" onClick={() => props.onOpen("presence")}>
            {REUNIONS.presence}
            {named()}
          </button>
          <button type="button" id={`changer-${id()}`} class="link" onClick={() => props.onOpen("change")}>
            {REUNIONS.change}
            {named()}
          </button>
          <button type="button" id={`annuler-${id()}`} class="link" onClick={() => props.onOpen("cancel")}>
            {REUNIONS.cancel}
            {named()}
          </button>
        </p>
      </Show>
    </li>
  );
}
