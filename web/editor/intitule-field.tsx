import "../styles/editor.css";
import { createEffect, createSignal, createUniqueId, type JSX, onCleanup, onMount, Show } from "solid-js";
import * as Y from "yjs";
import { INTITULE_MAX } from "../../shared/editor/sections.ts";
import { INTITULE, INTITULE_PLACEHOLDER } from "../labels/editor.ts";
import type { LiveFiche } from "../primitives/create-live-fiche.ts";
import { bindSentence, type FieldState, INTITULE_EDIT, oneLine } from "./intitule-binding.ts";

export interface IntituleFieldProps {
  readonly live: LiveFiche;
  readonly label: string;
  readonly readOnly: boolean;
}

/** The intitulé, written together on one line that wraps. */
export function IntituleField(props: IntituleFieldProps): JSX.Element {
  const id = createUniqueId();
  const { doc, presence, history, surfaces, composing } = props.live.text;
  const text = doc.getText("intitule");
  const binding = bindSentence(text);
  const [problem, setProblem] = createSignal<string | null>(null);
  let field!: HTMLTextAreaElement;
  let isComposing = false;

  const read = (): FieldState => ({ value: field.value, start: field.selectionStart, end: field.selectionEnd });
  const show = (next: FieldState | null) => {
    if (next !== null) {
      field.value = next.value;
      if (document.activeElement === field) field.setSelectionRange(next.start, next.end);
    }
    fitHeight(field);
    setProblem(lengthProblem(field.value));
  };
  const typed = () => show(binding.typed(read(), isComposing));

  const onChange = (event: Y.YTextEvent, transaction: Y.Transaction) => {
    if (transaction.origin !== INTITULE_EDIT) show(binding.changed(event.delta, read(), isComposing));
  };
  onMount(() => {
    field.value = text.toString();
    fitHeight(field);
    text.observe(onChange);
    document.addEventListener("selectionchange", tellCaret);
    const remove = surfaces.add("intitule", {
      focus: () => field.focus(),
      paragraph: () => null,
      // A field's caret is where it says, always.
      settle() {},
      goTo(caret) {
        field.focus();
        const at = Y.createAbsolutePositionFromRelativePosition(Y.createRelativePositionFromJSON(caret.head), doc);
        if (at !== null && at.type === text) field.setSelectionRange(at.index, at.index);
      },
      remember() {
        const before = text.toString();
        return () => {
          if (text.toString() === before) return false;
          field.focus();
          return true;
        };
      },
    });
    onCleanup(() => {
      remove();
      text.unobserve(onChange);
      document.removeEventListener("selectionchange", tellCaret);
      presence.leave("intitule");
    });
  });

  function tellCaret(): void {
    if (document.activeElement !== field || props.readOnly) return;
    const at = (index: number) => Y.createRelativePositionFromTypeIndex(text, Math.min(index, text.length));
    const [anchor, head] = [at(field.selectionStart), at(field.selectionEnd)];
    presence.moveTo("intitule", { anchor, head });
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const modified = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    // One line: Enter makes no second one.
    if (event.key === "Enter") event.preventDefault();
    else if (modified && key === "z") takeStep(event, event.shiftKey ? history.redo : history.undo);
    else if (modified && key === "y") takeStep(event, history.redo);
  };
  const onBeforeInput = (event: InputEvent) => {
    if (event.inputType === "historyUndo") takeStep(event, history.undo);
    else if (event.inputType === "historyRedo") takeStep(event, history.redo);
    else if (event.inputType === "insertLineBreak" || event.inputType === "insertParagraph") event.preventDefault();
  };
  const takeStep = (event: Event, step: () => boolean) => {
    event.preventDefault();
    if (!props.readOnly) step();
  };
  const onPaste = (event: ClipboardEvent) => {
    const pasted = oneLine(event.clipboardData?.getData("text/plain") ?? "");
    const excess = field.value.length - (field.selectionEnd - field.selectionStart) + pasted.length - INTITULE_MAX;
    if (excess <= 0) return;
    event.preventDefault();
    setProblem(INTITULE.pasteTooLong(excess));
  };

  createEffect(() => {
    field.readOnly = props.readOnly;
  });

  return (
    <div class="intitule">
      <label for={id}>{props.label}</label>
      <textarea
        ref={field}
        id={id}
        data-partie="intitule"
        rows={1}
        lang="fr"
        spellcheck={true}
        maxlength={INTITULE_MAX}
        placeholder={INTITULE_PLACEHOLDER}
        aria-describedby={problem() === null ? undefined : `${id}-problem`}
        onInput={typed}
        onKeyDown={onKeyDown}
        on:beforeinput={onBeforeInput}
        onPaste={onPaste}
        onCompositionStart={() => {
          isComposing = true;
          composing.begun();
        }}
        onCompositionEnd={() => {
          isComposing = false;
          typed();
          composing.ended();
        }}
        onFocus={history.separate}
        onBlur={() => presence.leave("intitule")}
      />
      <Show when={problem()}>
        {(sentence) => (
          <p id={`${id}-problem`} class="field-problem" role="status">
            {sentence()}
          </p>
        )}
      </Show>
    </div>
  );
}

function lengthProblem(value: string): string | null {
  if (value.length > INTITULE_MAX) return INTITULE.tooLong(value.length - INTITULE_MAX);
  return value.length === INTITULE_MAX ? INTITULE.full : null;
}

/** As high as its lines, where the style sheet's `field-sizing` is not known. */
function fitHeight(field: HTMLTextAreaElement): void {
  if (CSS.supports("field-sizing", "content")) return;
  field.style.blockSize = "auto";
  field.style.blockSize = `${field.scrollHeight}px`;
}
