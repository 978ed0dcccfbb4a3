import "../../../styles/unsent.css";
import { createEffect, createSignal, For, type JSX, on, Show } from "solid-js";
import { type Place, TEXT_SECTIONS, type TextSection } from "../../../../shared/editor/sections.ts";
import type { SessionBody } from "../../../../shared/protocol/http-bodies.ts";
import type { SetAsideDecision, SetAsideWords } from "../../../../shared/protocol/set-aside.ts";
import { PLACE_TITLES } from "../../../labels/sections.ts";
import { SET_ASIDE, showOtherWords, untoldWords, wordsOf, wordsSetAside } from "../../../labels/set-aside.ts";
import type { LiveFiche } from "../../../primitives/create-live-fiche.ts";
import { announce } from "../../../ui/announcer.ts";

/** So many notes are shown in a section at first: hundreds would hide its text. */
const FIRST = 3;
/** And so many more at each press. */
const MORE = 20;
/** Longer words are cut until somebody asks for all, in UTF-16 units. */
const LONG = 400;

export interface SetAsideNotesProps {
  readonly live: LiveFiche;
  /** The place that the words were in; null when nobody knows it any more. */
  readonly place: Place | null;
  /** Those of this place, at least one. */
  readonly words: readonly SetAsideWords[];
  readonly account: SessionBody["account"];
  /** Whether this person may decide. */
  readonly writes: boolean;
}

/** Words of this place whose paragraph somebody joined or deleted meanwhile, with what can be done about each. */
export default function SetAsideNotes(props: SetAsideNotesProps): JSX.Element {
  const [shown, setShown] = createSignal(FIRST);
  const visible = () => props.words.slice(0, shown());
  const others = () => Math.max(0, props.words.length - shown());
  const meansId = () => `ecartes-${props.place ?? "sans-place"}`;
  let list!: HTMLUListElement;

  const nameOf = (words: SetAsideWords): string => nameIn(props, words);
  announceNew(props, nameOf);

  const showMore = () => {
    const first = shown();
    setShown(first + MORE);
    // The button may be gone: the first of what it showed takes the focus.
    list.querySelectorAll<HTMLElement>(":scope > li")[first]?.focus();
  };

  const decide = (words: SetAsideWords, fate: SetAsideDecision["fate"], place: Place | null) => {
    if (!props.live.decide(words, fate, place)) {
      announce(SET_ASIDE.offline);
      return;
    }
    announce(fate === "remis" ? SET_ASIDE.putBackSaid : SET_ASIDE.leftOutSaid);
    // The note goes when the server has decided: the focus must not go with it.
    const notes = [...list.querySelectorAll<HTMLElement>(":scope > li")];
    const here = notes.findIndex((note) => note.contains(document.activeElement));
    const title = props.place === null ? "texte" : `${props.place}-titre`;
    (notes[here + 1] ?? notes[here - 1] ?? document.getElementById(title) ?? document.getElementById("texte"))?.focus();
  };

  return (
    <section class="set-aside" aria-label={SET_ASIDE.list}>
      <ul ref={list}>
        <For each={visible()}>
          {(words) => (
            <li tabindex="-1">
              <p>
                <strong>{words.author === props.account.id ? SET_ASIDE.mine : wordsOf(nameOf(words))}</strong>
              </p>
              <Words words={words} />
              <Show when={props.writes}>
                <Acts
                  place={props.place}
                  means={meansId()}
                  isOnline={props.live.status().kind === "online"}
                  onPutBack={(place) => decide(words, "remis", place)}
                  onLeaveOut={() => decide(words, "ecarte", null)}
                />
              </Show>
            </li>
          )}
        </For>
      </ul>
      <Show when={others() > 0}>
        <button type="button" class="btn small" onClick={showMore}>
          {showOtherWords(others())}
        </button>
      </Show>
      <Show when={props.words.length > 0 && props.live.untold()}>
        {(count) => <p class="muted">{untoldWords(count())}</p>}
      </Show>
      <Show when={props.writes}>
        <p class="muted" id={meansId()}>
          {props.live.status().kind === "online" ? meansOf(props.place) : SET_ASIDE.offline}
        </p>
      </Show>
    </section>
  );
}

/** The words, between the letters that they stood between. */
function Words(props: { words: SetAsideWords }): JSX.Element {
  const [whole, setWhole] = createSignal(false);
  const isLong = () => props.words.words.length > LONG;
  return (
    <blockquote class="words">
      <Show when={props.words.before}>{(before) => <span class="muted">…{before()}</span>}</Show>
      <mark>{isLong() && !whole() ? `${props.words.words.slice(0, LONG)}…` : props.words.words}</mark>
      <Show when={props.words.after}>{(after) => <span class="muted">{after()}…</span>}</Show>
      <Show when={isLong() && !whole()}>
        <button type="button" class="link" onClick={() => setWhole(true)}>
          {SET_ASIDE.whole}
        </button>
      </Show>
    </blockquote>
  );
}

interface ActsProps {
  readonly place: Place | null;
  /** The id of the sentence that says what each does. */
  readonly means: string;
  readonly isOnline: boolean;
  readonly onPutBack: (place: Place | null) => void;
  readonly onLeaveOut: () => void;
}

function Acts(props: ActsProps): JSX.Element {
  const [chosen, setChosen] = createSignal<TextSection>(TEXT_SECTIONS[0]);
  const putBack = () => props.onPutBack(props.place ?? chosen());
  const label = () => {
    if (props.place === null) return SET_ASIDE.putBackThere;
    return props.place === "intitule" ? SET_ASIDE.putBackAtEnd : SET_ASIDE.putBack;
  };
  return (
    <div class="notice-act">
      <Show when={props.place === null}>
        <label class="choice">
          {SET_ASIDE.section}{" "}
          <select onChange={(event) => setChosen(sectionNamed(event.currentTarget.value))}>
            <For each={TEXT_SECTIONS}>{(section) => <option value={section}>{PLACE_TITLES[section]}</option>}</For>
          </select>
        </label>
      </Show>
      <button
        type="button"
        class="btn small"
        aria-disabled={!props.isOnline}
        aria-describedby={props.means}
        onClick={putBack}
      >
        {label()}
      </button>
      <button
        type="button"
        class="btn quiet small"
        aria-disabled={!props.isOnline}
        aria-describedby={props.means}
        onClick={() => props.onLeaveOut()}
      >
        {SET_ASIDE.leaveOut}
      </button>
    </div>
  );
}

function sectionNamed(name: string): TextSection {
  return TEXT_SECTIONS.find((section) => section === name) ?? TEXT_SECTIONS[0];
}

function meansOf(place: Place | null): string {
  if (place === null) return SET_ASIDE.meansUnplaced;
  return place === "intitule" ? SET_ASIDE.meansIntitule : SET_ASIDE.means;
}

/** Of this person, or of somebody who is here; nobody else's name is known to the page. */
function nameIn(props: SetAsideNotesProps, { author }: SetAsideWords): string {
  if (author === props.account.id) return props.account.nom;
  const here = props.live.people().find(({ user }) => user.id === author);
  return here?.user.name ?? SET_ASIDE.somebody;
}

/** Says aloud what comes, once: all of it when the notes appear, then each that is added. */
function announceNew(props: SetAsideNotesProps, nameOf: (words: SetAsideWords) => string): void {
  let known: ReadonlySet<number> = new Set();
  createEffect(
    on(
      () => props.words,
      (words) => {
        const fresh = words.filter(({ id }) => !known.has(id));
        known = new Set(words.map(({ id }) => id));
        const [first] = fresh;
        if (first !== undefined) announce(wordsSetAside(fresh.length, nameOf(first), props.place));
      },
    ),
  );
}
