import { createSignal, For, type JSX, Show } from "solid-js";
import type { AttenteBody, AttentesBody } from "../../../shared/protocol/bodies/attentes.ts";
import { askAttentes } from "../../api/attentes.ts";
import type { ActRefusal } from "../../api/contrat.ts";
import { ATTENTES_WORDS, attenteFacts, attenteSentence, awaitedLede, GROUP_TITLES } from "../../labels/attentes.ts";
import { showMore } from "../../labels/forms.ts";
import { createQuestion } from "../../primitives/create-question.ts";
import { onReturn } from "../../primitives/on-return.ts";
import { useApp } from "../../stores/app-context.ts";
import { Part } from "../contrat/part.tsx";
import { attentePath, groupsOf } from "./attente-groups.ts";

/** So many of a group are shown at first. */
const FIRST = 8;

const PLACE = "attentes";

/** What waits for this person's decision, answer or words, over all their contrats, or that nothing does. */
export default function Attentes(): JSX.Element {
  const { ask } = useApp();
  const question = createQuestion<AttentesBody, ActRefusal>(() => askAttentes(ask));
  // What was done elsewhere meanwhile, in another tab or by somebody else, awaits nobody any more.
  onReturn(question.refresh);
  return (
    <div class="attentes" id={PLACE} tabindex="-1">
      <Part
        question={question}
        loading={ATTENTES_WORDS.loading}
        heading={PLACE}
        sentences={{ hors_ligne: ATTENTES_WORDS.unheard }}
      >
        {(known) => <All attentes={known().attentes} />}
      </Part>
    </div>
  );
}

function All(props: { attentes: readonly AttenteBody[] }): JSX.Element {
  return (
    <Show when={props.attentes.length > 0} fallback={<p class="lede">{ATTENTES_WORDS.none}</p>}>
      <p class="lede">{awaitedLede(props.attentes.length)}</p>
      <For each={groupsOf(props.attentes)}>
        {({ group, attentes }) => <Group id={group} title={GROUP_TITLES[group]} attentes={attentes} />}
      </For>
    </Show>
  );
}

function Group(props: { id: string; title: string; attentes: readonly AttenteBody[] }): JSX.Element {
  const [all, setAll] = createSignal(false);
  const shown = () => (all() ? props.attentes : props.attentes.slice(0, FIRST));
  let list!: HTMLUListElement;
  const showAll = () => {
    setAll(true);
    // The button is gone: the first of what it showed takes the focus.
    list.querySelectorAll<HTMLElement>("h3 a")[FIRST]?.focus();
  };
  return (
    <section class="block" aria-labelledby={props.id}>
      <h2 id={props.id}>{props.title}</h2>
      <ul class="await" ref={list}>
        <For each={shown()}>
          {(attente) => (
            <li class="now">
              <h3>
                <a href={attentePath(attente)}>{attenteSentence(attente)}</a>
              </h3>
              <p class="muted">{attenteFacts(attente)}</p>
            </li>
          )}
        </For>
      </ul>
      <Show when={shown().length < props.attentes.length}>
        <button type="button" class="btn" onClick={showAll}>
          {showMore(props.attentes.length - shown().length)}
        </button>
      </Show>
    </section>
  );
}
