import "../styles/forms.css";
import { createMemo, createSignal, createUniqueId, type JSX, Show } from "solid-js";
import { FORMS, showMore, shownOf } from "../labels/forms.ts";
import { announce } from "./announcer.ts";
import { matchesWords } from "./matches-words.ts";

/** From so many rows on, a list is searched rather than looked through. */
const SEARCH_FROM = 8;
/** So many rows are drawn at first, and each time that one asks for more. */
const AT_ONCE = 50;

export interface LongListProps<Row> {
  readonly rows: readonly Row[];
  /** The words in which a row is looked for. */
  readonly words: (row: Row) => string;
  /** What one looks for: « Chercher un contrat ». */
  readonly search: string;
  /** Draws these rows; the elements that name them have the class `row-name`, or are the table's row headers. */
  readonly children: (rows: readonly Row[]) => JSX.Element;
}

/** A list that may have hundreds of rows: searched whatever the accents and the case, drawn fifty at a time. */
export function LongList<Row>(props: LongListProps<Row>): JSX.Element {
  const [search, setSearch] = createSignal("");
  const [limit, setLimit] = createSignal(AT_ONCE);
  const found = createMemo(() => props.rows.filter((row) => matchesWords(props.words(row), search())));
  const shown = createMemo(() => found().slice(0, limit()));
  const input = createUniqueId();
  let list!: HTMLDivElement;

  const look = (words: string) => {
    setLimit(AT_ONCE);
    setSearch(words);
    announce(found().length === 0 ? FORMS.noneFound : shownOf(found().length, props.rows.length));
  };
  const more = () => {
    const before = limit();
    setLimit(before + AT_ONCE);
    // The button may be gone: the first row that it brought takes the focus.
    const first = list.querySelectorAll<HTMLElement>("tbody th, .row-name")[before];
    const target = first?.querySelector<HTMLElement>("a, button") ?? first;
    if (target === first) first?.setAttribute("tabindex", "-1");
    target?.focus();
  };

  return (
    <>
      <Show when={props.rows.length >= SEARCH_FROM}>
        <div class="field list-search">
          <label for={input}>{props.search}</label>
          <input
            id={input}
            class="input medium"
            type="search"
            autocomplete="off"
            value={search()}
            onInput={(event) => look(event.currentTarget.value)}
          />
          <p class="muted">{shownOf(shown().length, props.rows.length)}</p>
        </div>
      </Show>
      <Show
        when={found().length > 0}
        fallback={
          <p class="empty">
            {FORMS.noneFound}{" "}
            <button type="button" class="link" onClick={() => look("")}>
              {FORMS.clearSearch}
            </button>
          </p>
        }
      >
        <div ref={list}>{props.children(shown())}</div>
        <Show when={found().length > shown().length}>
          <button type="button" class="btn more" onClick={more}>
            {showMore(Math.min(AT_ONCE, found().length - shown().length))}
          </button>
        </Show>
      </Show>
    </>
  );
}
