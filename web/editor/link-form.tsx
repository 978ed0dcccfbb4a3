import type { EditorView } from "prosemirror-view";
import { createSignal, createUniqueId, type JSX, onMount, Show } from "solid-js";
import { LINK_MAX } from "../../shared/editor/links.ts";
import { LINK } from "../labels/toolbar.ts";
import { Dialog } from "../ui/dialog.tsx";
import { addressFrom } from "./link-address.ts";
import { linkAt, removeLink, setLink } from "./link-commands.ts";

interface LinkFormProps {
  /** The address of the link that is there, or an empty text. */
  readonly href: string;
  /** Whether the words of the link are asked too, because none are selected. */
  readonly asksText: boolean;
  readonly onSave: (href: string, text: string) => void;
  readonly onRemove: (() => void) | null;
  readonly onClose: () => void;
}

/** Asks where a link leads. What cannot be a link is said in a sentence, and the field keeps what was typed. */
function LinkForm(props: LinkFormProps): JSX.Element {
  const id = createUniqueId();
  const [address, setAddress] = createSignal(props.href);
  const [text, setText] = createSignal("");
  const [problem, setProblem] = createSignal<"missing" | "refused" | null>(null);
  let field: HTMLInputElement | undefined;
  onMount(() => field?.select());

  const save = (event: SubmitEvent) => {
    event.preventDefault();
    const read = addressFrom(address());
    if (!read.ok) {
      setProblem(read.code);
      field?.focus();
      return;
    }
    props.onSave(read.value, text().trim() === "" ? address().trim() : text().trim());
  };

  return (
    <Dialog
      title={LINK.title}
      onClose={props.onClose}
      acts={
        <>
          <button type="submit" form={id} class="btn main">
            {LINK.save}
          </button>
          <Show when={props.onRemove}>
            {(remove) => (
              <button type="button" class="btn quiet" onClick={() => remove()()}>
                {LINK.remove}
              </button>
            )}
          </Show>
          <button type="button" class="btn quiet" onClick={() => props.onClose()}>
            {LINK.cancel}
          </button>
        </>
      }
    >
      <form id={id} class="link-form" onSubmit={save} novalidate>
        <label for={`${id}-address`}>{LINK.address}</label>
        <input
          ref={field}
          id={`${id}-address`}
          type="text"
          inputmode="url"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          maxlength={LINK_MAX}
          value={address()}
          aria-invalid={problem() !== null}
          aria-describedby={problem() === null ? undefined : `${id}-problem`}
          onInput={(event) => {
            setAddress(event.currentTarget.value);
            setProblem(null);
          }}
        />
        <Show when={problem()}>
          {(code) => (
            <p id={`${id}-problem`} class="field-problem" role="alert">
              {LINK[code()]}
            </p>
          )}
        </Show>
        <Show when={props.asksText}>
          <label for={`${id}-text`}>{LINK.text}</label>
          <input id={`${id}-text`} type="text" value={text()} onInput={(event) => setText(event.currentTarget.value)} />
        </Show>
      </form>
    </Dialog>
  );
}

/** The form for a link, over the text where the caret is. */
export default function SectionLink(props: { view: EditorView; onClose: () => void }): JSX.Element {
  // Kept: what is done last is done after this is gone from the screen.
  const { view } = props;
  const { state } = view;
  const existing = linkAt(state);
  const close = () => {
    props.onClose();
    // Behind the dialog's own care for the focus.
    setTimeout(() => view.focus());
  };
  return (
    <LinkForm
      href={existing?.href ?? ""}
      asksText={state.selection.empty && existing === null}
      onSave={(href, text) => {
        setLink(href, text)(view.state, view.dispatch);
        close();
      }}
      onRemove={
        existing === null
          ? null
          : () => {
              removeLink(view.state, view.dispatch);
              close();
            }
      }
      onClose={close}
    />
  );
}
