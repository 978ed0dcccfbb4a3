import "../styles/editor.css";
import type { EditorState } from "prosemirror-state";
import { createEffect, createSignal, createUniqueId, type JSX, on, onCleanup, onMount, Show } from "solid-js";
import type { BlockSection } from "../../shared/editor/sections.ts";
import { SECTION } from "../labels/editor.ts";
import type { LiveFiche } from "../primitives/create-live-fiche.ts";
import { askToOpen, createLatePart, whenIdle } from "../ui/late-part.ts";
import { mountSection, type SectionView } from "./editor-view.ts";

/** Nobody sees it before the caret is in a text: it comes behind the text itself. */
const toolbar = createLatePart(() => import("./toolbar.tsx"));
const sectionLink = createLatePart(() => import("./link-form.tsx"));

export interface SectionEditorProps {
  readonly live: LiveFiche;
  readonly section: BlockSection;
  readonly title: string;
  readonly help: string;
  readonly readOnly: boolean;
}

/** The text of one section, written together, with its toolbar while the caret is in it. */
export function SectionEditor(props: SectionEditorProps): JSX.Element {
  const id = createUniqueId();
  const [mounted, setMounted] = createSignal<SectionView | null>(null);
  const [state, setState] = createSignal<EditorState | null>(null);
  const [inside, setInside] = createSignal(false);
  const [asking, setAsking] = createSignal(false);
  const askLink = () => {
    setAsking(true);
    askToOpen(sectionLink, () => setAsking(false));
  };
  const tools = { section: props.section, history: props.live.text.history, askLink };
  let whole: HTMLDivElement | undefined;
  let place: HTMLDivElement | undefined;

  onMount(() => whenIdle(() => void toolbar.ask()));
  onMount(() => {
    if (place === undefined) return;
    const { doc, presence, history, surfaces, composing } = props.live.text;
    const section = mountSection(place, {
      doc,
      presence,
      history,
      composing,
      askLink,
      section: props.section,
      names: { id, label: props.title, describedBy: `${id}-help` },
      editable: () => !props.readOnly,
      changed: setState,
    });
    setState(section.view.state);
    setMounted(section);
    const remove = surfaces.add(props.section, section.surface);
    onCleanup(() => {
      remove();
      section.destroy();
    });
  });
  createEffect(
    on(
      () => props.readOnly,
      () => mounted()?.refresh(),
      { defer: true },
    ),
  );

  const holds = (target: EventTarget | null) => target instanceof Node && whole?.contains(target) === true;
  const left = (event: FocusEvent) => {
    if (holds(event.relatedTarget)) return;
    // When the whole window is left the focus stays where it was.
    setTimeout(() => setInside(holds(document.activeElement)));
  };
  const isEmpty = () => {
    const shown = state()?.doc;
    return shown === undefined || (shown.childCount === 1 && shown.firstChild?.content.size === 0);
  };

  return (
    <div
      ref={whole}
      class="section-editor"
      classList={{ inside: inside() && !props.readOnly }}
      onFocusIn={() => {
        setInside(true);
        void toolbar.ask();
      }}
      onFocusOut={left}
    >
      <div class="section-stack">
        <p id={`${id}-help`} class={isEmpty() ? "section-help" : "visually-hidden"}>
          {props.readOnly ? isEmpty() && SECTION.emptyToRead : props.help}
        </p>
        <div ref={place} />
      </div>
      <Show when={inside() && !props.readOnly && mounted()}>
        {(section) => (
          <div class="toolbar-place">
            <Show when={toolbar()} keyed>
              {(Toolbar) => (
                <Show when={state()}>
                  {(current) => <Toolbar view={section().view} state={current()} tools={tools} controls={id} />}
                </Show>
              )}
            </Show>
          </div>
        )}
      </Show>
      <Show when={asking() && mounted()}>
        {(section) => (
          <Show when={sectionLink()} keyed>
            {(SectionLink) => <SectionLink view={section().view} onClose={() => setAsking(false)} />}
          </Show>
        )}
      </Show>
    </div>
  );
}
