import Bold from "lucide-solid/icons/bold";
import CornerDownLeft from "lucide-solid/icons/corner-down-left";
import Heading1 from "lucide-solid/icons/heading-1";
import Heading2 from "lucide-solid/icons/heading-2";
import Italic from "lucide-solid/icons/italic";
import Link from "lucide-solid/icons/link";
import List from "lucide-solid/icons/list";
import IndentDecrease from "lucide-solid/icons/list-indent-decrease";
import IndentIncrease from "lucide-solid/icons/list-indent-increase";
import ListOrdered from "lucide-solid/icons/list-ordered";
import Redo from "lucide-solid/icons/redo-2";
import TextQuote from "lucide-solid/icons/text-quote";
import Undo from "lucide-solid/icons/undo-2";
import UserSearch from "lucide-solid/icons/user-search";
import type { EditorState } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { createSignal, For, type JSX, onCleanup, Show } from "solid-js";
import { Dynamic } from "solid-js/web";
import { TOOLBAR, withKeys } from "../labels/toolbar.ts";
import { isInList } from "./commands.ts";
import { IS_MAC } from "./key-names.ts";
import { type ItemIcon, type ToolbarItem, toolbarGroups } from "./toolbar-items.ts";

const ICONS: Readonly<Record<ItemIcon, typeof Bold>> = {
  titre: Heading1,
  sous_titre: Heading2,
  puce: List,
  numero: ListOrdered,
  citation: TextQuote,
  moveIn: IndentIncrease,
  moveOut: IndentDecrease,
  strong: Bold,
  em: Italic,
  link: Link,
  hardBreak: CornerDownLeft,
  undo: Undo,
  redo: Redo,
  who: UserSearch,
};

export interface ToolbarProps {
  readonly view: EditorView;
  readonly state: EditorState;
  /** What the buttons need beyond the text. */
  readonly tools: Parameters<typeof toolbarGroups>[0];
  /** The id of the text that it shapes. */
  readonly controls: string;
}

/**
 * The toolbar of the section that has the caret. One stop of the Tab key; arrows, Home and End move within; Escape goes
 * back to the text. A button that does not apply says so and keeps the focus.
 */
export default function Toolbar(props: ToolbarProps): JSX.Element {
  const groups = toolbarGroups(props.tools);
  const items = groups.flat();
  const buttons: HTMLButtonElement[] = [];
  const [stop, setStop] = createSignal(0);

  const onKeyDown = (event: KeyboardEvent) => {
    const target = nextStop(event.key, stop(), items.length);
    if (target !== null) {
      event.preventDefault();
      setStop(target);
      buttons[target]?.focus();
    } else if (event.key === "Escape") {
      event.preventDefault();
      props.view.focus();
    }
  };

  return (
    <div ref={sayHeight} class="toolbar">
      <div class="toolbar-buttons" role="toolbar" aria-label={TOOLBAR.name} aria-controls={props.controls}>
        <For each={groups}>
          {(group) => (
            <div class="toolbar-group" role="presentation">
              <For each={group}>
                {(item) => {
                  const index = () => items.indexOf(item);
                  return (
                    <Button
                      item={item}
                      view={props.view}
                      state={props.state}
                      isStop={index() === stop()}
                      onFocus={() => setStop(index())}
                      onKeyDown={onKeyDown}
                      ref={(button) => {
                        buttons[index()] = button;
                      }}
                    />
                  );
                }}
              </For>
            </div>
          )}
        </For>
      </div>
      <Show when={isInList(props.state)}>
        <p class="toolbar-hint">{TOOLBAR.tabInList}</p>
      </Show>
    </div>
  );
}

/** Tells the place around the toolbar how high it is, so that all of it stays in sight over a long text. */
function sayHeight(toolbar: HTMLElement): void {
  const observer = new ResizeObserver(() => {
    toolbar.parentElement?.style.setProperty("--toolbar-block-size", `${toolbar.offsetHeight + 6}px`);
  });
  observer.observe(toolbar);
  onCleanup(() => observer.disconnect());
}

interface ButtonProps {
  readonly item: ToolbarItem;
  readonly view: EditorView;
  readonly state: EditorState;
  readonly isStop: boolean;
  readonly onFocus: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly ref: (button: HTMLButtonElement) => void;
}

function Button(props: ButtonProps): JSX.Element {
  const applies = () => props.item.command(props.state, undefined, props.view);
  const act = () => {
    if (applies()) props.item.command(props.view.state, props.view.dispatch, props.view);
  };
  return (
    <button
      ref={props.ref}
      type="button"
      class="toolbar-button"
      tabindex={props.isStop ? 0 : -1}
      aria-label={props.item.label}
      title={withKeys(props.item.label, props.item.keys, IS_MAC)}
      aria-pressed={props.item.isActive?.(props.state)}
      aria-disabled={!applies()}
      onFocus={props.onFocus}
      onKeyDown={props.onKeyDown}
      // A click leaves the caret, and a phone's keyboard, where they are.
      onMouseDown={(event) => event.preventDefault()}
      onClick={act}
    >
      <Dynamic component={ICONS[props.item.icon]} class="icon" />
    </button>
  );
}

function nextStop(key: string, current: number, count: number): number | null {
  switch (key) {
    case "ArrowRight":
      return (current + 1) % count;
    case "ArrowLeft":
      return (current - 1 + count) % count;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}
