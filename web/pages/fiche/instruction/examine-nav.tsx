import { useNavigate } from "@solidjs/router";
import { type JSX, onCleanup, onMount, Show } from "solid-js";
import type { DocumentId } from "../../../../shared/ids.ts";
import type { AttenteBody, AttentesBody } from "../../../../shared/protocol/bodies/attentes.ts";
import { paths } from "../../../../shared/protocol/paths.ts";
import { askAttentes } from "../../../api/attentes.ts";
import type { ApiRefusal } from "../../../api/client.ts";
import { ATTENTES_WORDS, examineWords } from "../../../labels/attentes.ts";
import { createQuestion, type Question } from "../../../primitives/create-question.ts";
import { useApp } from "../../../stores/app-context.ts";
import { attentePath, toExamine } from "../../contrats/attente-groups.ts";
import { ficheName } from "../../fiche-name.ts";

/** What waits for this person, asked for as long as the view is open. Within a component. */
export function createAttentes(): Question<AttentesBody, ApiRefusal> {
  const { ask } = useApp();
  return createQuestion<AttentesBody, ApiRefusal>(() => askAttentes(ask));
}

/** Behind one's avis: the next fiche to examine, or that none is left. Nothing while it is not known. */
export function NextToExamine(props: { fiche: DocumentId; question: Question<AttentesBody, ApiRefusal> }): JSX.Element {
  const next = () => toExamine(props.question.value()?.attentes ?? []).find(({ fiche }) => fiche.id !== props.fiche);
  return (
    <Show when={props.question.value()}>
      <Show
        when={next()}
        fallback={
          <p>
            {ATTENTES_WORDS.allExamined} <a href={paths.awaiting}>{ATTENTES_WORDS.back}</a>
          </p>
        }
      >
        {(attente) => (
          <a class="btn quiet to-next" href={attentePath(attente())}>
            {ATTENTES_WORDS.nextToExamine}
            <span class="examine-name">{ficheName(attente().fiche)}</span>
          </a>
        )}
      </Show>
    </Show>
  );
}

/** From one fiche to examine to the next, over all contrats; by Alt and the page keys too. */
export function ExamineNav(props: { fiche: DocumentId; question: Question<AttentesBody, ApiRefusal> }): JSX.Element {
  const navigate = useNavigate();
  const all = () => toExamine(props.question.value()?.attentes ?? []);
  const index = () => all().findIndex(({ fiche }) => fiche.id === props.fiche);
  const previous = (): AttenteBody | null => (index() > 0 ? (all()[index() - 1] ?? null) : null);
  // Once one's avis is given the fiche has left the list: the next is its first.
  const next = (): AttenteBody | null => all()[index() + 1] ?? null;

  onMount(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      // A window is over the page: what is asked in it comes first.
      if (document.querySelector("dialog[open]") !== null) return;
      const to = event.key === "PageDown" ? next() : event.key === "PageUp" ? previous() : null;
      if (to === null) return;
      event.preventDefault();
      navigate(attentePath(to));
    };
    document.addEventListener("keydown", onKey);
    onCleanup(() => document.removeEventListener("keydown", onKey));
  });

  const link = (to: () => AttenteBody | null, words: string) => (
    <Show when={to()}>
      {(attente) => (
        <a class="btn quiet small" href={attentePath(attente())}>
          {words}
          <span class="examine-name">{ficheName(attente().fiche)}</span>
        </a>
      )}
    </Show>
  );
  return (
    <Show when={props.question.value() !== null && (all().length > 0 || index() >= 0)}>
      <nav class="examine-nav" aria-label={ATTENTES_WORDS.nav}>
        <p>
          <strong>{examineWords(index(), all().length)}</strong>{" "}
          <a href={`${paths.awaiting}#a_examiner`}>{ATTENTES_WORDS.back}</a>
        </p>
        <div class="examine-links">
          {link(previous, ATTENTES_WORDS.previous)}
          {link(next, ATTENTES_WORDS.next)}
        </div>
      </nav>
    </Show>
  );
}
