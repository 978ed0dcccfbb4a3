import { type Accessor, createSignal, onCleanup } from "solid-js";
import * as Y from "yjs";
import { hasWords } from "../../shared/editor/read-section.ts";
import { SCHEMA_VERSION } from "../../shared/editor/schema-version.ts";
import {
  NOTES_SECTIONS,
  type Place,
  SENTENCES,
  TEXT_SECTIONS,
  type TextSection,
} from "../../shared/editor/sections.ts";
import type { PresentUser } from "../../shared/protocol/presence.ts";
import type { SetAsideDecision, SetAsideWords } from "../../shared/protocol/set-aside.ts";
import { createSurfaces, type Surfaces } from "../editor/surfaces.ts";
import { createUndoHistory, type UndoHistory } from "../editor/undo-history.ts";
import { realClock } from "../live/clock.ts";
import { openBrowserSocket } from "../live/connection.ts";
import type { DevicePlace } from "../live/device-place.ts";
import { openLiveDocument } from "../live/open-live-document.ts";
import { followPage } from "../live/page-signals.ts";
import type { Caret, Presence } from "../live/presence.ts";
import type { LiveStatus } from "../live/status.ts";

/** Somebody who has the fiche open; one person may be here with several pages. */
export interface PersonHere {
  /** The Yjs id of their page. */
  readonly client: number;
  readonly user: PresentUser;
  /** Where they write, or null while they read. */
  readonly place: Place | null;
  /** Whether it is this page. */
  readonly self: boolean;
}

/** A fiche open on this page: its text for the editors, and what a screen shows of it. */
export interface LiveFiche {
  readonly status: Accessor<LiveStatus>;
  /** How many changes the server has not acknowledged. */
  readonly pending: Accessor<number>;
  /** How many of these are not on the device either, and would be lost with the page. */
  readonly unsafe: Accessor<number>;
  /** Whether this person may write here and nothing was refused; stays true offline. */
  readonly canWrite: Accessor<boolean>;
  /** Whether the text is here: this device had kept it, or the server gave it. */
  readonly loaded: Accessor<boolean>;
  /** Everybody, this page included. */
  readonly people: Accessor<readonly PersonHere[]>;
  /** Text sections with at least one word. */
  readonly filled: Accessor<ReadonlySet<TextSection>>;
  readonly intitule: Accessor<string>;
  /** Whether there is something of this page's own to take back, or to redo. */
  readonly canUndo: Accessor<boolean>;
  readonly canRedo: Accessor<boolean>;
  /** Words whose paragraph is gone, oldest first; the same object for as long as they are the same. */
  readonly setAside: Accessor<readonly SetAsideWords[]>;
  /** How many more there are. */
  readonly untold: Accessor<number>;
  /** How many acts on the fiche the server told of: where it stands is to be asked again. */
  readonly acts: Accessor<number>;
  /** Puts such words back, behind the caret when it was in their section, or leaves them out; false when off line. */
  decide(words: SetAsideWords, fate: SetAsideDecision["fate"], place: Place | null): boolean;
  /** Puts the focus there, when it is on the screen. */
  focus(place: Place): void;
  /** Goes to where that page's person writes. */
  goToPerson(client: number): void;
  /** Forgets the text that was refused or not sent, on the device too. The page must be opened again after. */
  abandonUnsent(): Promise<void>;
  /** For the editors of the sheet. */
  readonly text: LiveText;
}

/** What the editors work on. */
export interface LiveText {
  readonly doc: Y.Doc;
  readonly presence: Presence;
  readonly history: UndoHistory;
  readonly surfaces: Surfaces;
  /** A composition begins or ends: other people's changes wait meanwhile. */
  readonly composing: { readonly begun: () => void; readonly ended: () => void };
}

/**
 * Opens a fiche, or the notes of a meeting, for as long as the owner lives: socket, document, people, one undo history. Call it within a component
 * or a root; everything ends with it.
 *
 * @param options.path of its socket, on this site
 * @param options.device this page's place on the device
 * @param options.mayWrite what the server last said of this person's right to write
 * @param options.outdated called when the fiche must be opened again, of which nothing is lost
 * @param options.ended called at the end with what resolves once the device has what it keeps
 */
export function createLiveFiche(options: {
  readonly path: string;
  readonly device: DevicePlace;
  readonly mayWrite: boolean;
  readonly outdated: () => void;
  readonly ended: (kept: Promise<void>) => void;
}): LiveFiche {
  const doc = new Y.Doc();
  doc.clientID = options.device.client;
  // Each root with its own type, before anything arrives for it.
  for (const name of [...TEXT_SECTIONS, ...NOTES_SECTIONS]) doc.getXmlFragment(name);
  for (const name of SENTENCES) doc.getText(name);
  const surfaces = createSurfaces();
  const live = openLiveDocument({
    doc,
    device: options.device,
    address: (client, epoch) => socketAddress(options.path, client, epoch),
    mayWrite: options.mayWrite,
    outdated: options.outdated,
    openSocket: openBrowserSocket,
    clock: realClock,
    random: Math.random,
    beforeRemote: surfaces.settle,
  });
  const history = createUndoHistory(doc, surfaces);

  const [status, setStatus] = createSignal(live.status());
  const [pending, setPending] = createSignal(0);
  const [unsafe, setUnsafe] = createSignal(0);
  const [canWrite, setCanWrite] = createSignal(false);
  const [loaded, setLoaded] = createSignal(false);
  const [setAside, setSetAside] = createSignal<readonly SetAsideWords[]>([]);
  const [untold, setUntold] = createSignal(0);
  const [acts, setActs] = createSignal(0);
  const look = () => {
    setStatus(live.status());
    setPending(live.pending());
    setUnsafe(live.unsafe());
    setCanWrite(live.canWrite());
    setLoaded(live.loaded());
    setSetAside((before) => sameWords(before, live.setAside()));
    setUntold(live.untold());
    setActs(live.acts());
  };
  look();
  live.onChange(look);

  const [people, setPeople] = createSignal<readonly PersonHere[]>([]);
  live.presence.onChange(() => setPeople(peopleOf(live.presence, doc.clientID)));

  const [canUndo, setCanUndo] = createSignal(false);
  const [canRedo, setCanRedo] = createSignal(false);
  history.onChange(() => {
    setCanUndo(history.canUndo());
    setCanRedo(history.canRedo());
  });

  const filled = createFilled(doc);
  const text = doc.getText("intitule");
  const [intitule, setIntitule] = createSignal("");
  text.observe(() => setIntitule(text.toString()));
  setIntitule(text.toString());

  const unfollow = followPage(live);
  onCleanup(() => {
    unfollow();
    options.ended(live.stop());
    history.stop();
    doc.destroy();
  });

  return {
    status,
    pending,
    unsafe,
    canWrite,
    loaded,
    people,
    filled,
    intitule,
    canUndo,
    canRedo,
    setAside,
    untold,
    acts,
    decide(words, fate, place) {
      const where = place ?? words.place;
      const after = where === null ? null : (surfaces.at(where)?.paragraph() ?? null);
      return live.decide({ id: words.id, fate, place: where, after });
    },
    focus: (place) => surfaces.at(place)?.focus(),
    goToPerson(client) {
      const state = live.presence.states().get(client);
      if (state?.place === undefined) return;
      const surface = surfaces.at(state.place);
      const caret: Caret | null = state.cursor ?? null;
      if (caret === null) surface?.focus();
      else surface?.goTo(caret);
    },
    abandonUnsent: live.abandonUnsent,
    text: {
      doc,
      presence: live.presence,
      history,
      surfaces,
      composing: { begun: live.hold, ended: live.release },
    },
  };
}

/** The new list, with the old objects where nothing changed: what has the focus on the screen is not made again. */
function sameWords(before: readonly SetAsideWords[], now: readonly SetAsideWords[]): readonly SetAsideWords[] {
  const known = new Map(before.map((words) => [words.id, words]));
  return now.map((words) => {
    const old = known.get(words.id);
    return old !== undefined && old.words === words.words ? old : words;
  });
}

function socketAddress(path: string, client: number, epoch: string | null): string {
  const address = new URL(path, location.href);
  address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
  const search = new URLSearchParams({ client: `${client}`, schema: `${SCHEMA_VERSION}` });
  if (epoch !== null) search.set("epoch", epoch);
  address.search = search.toString();
  return address.href;
}

function peopleOf(presence: Presence, client: number): readonly PersonHere[] {
  return [...presence.states()].map(([id, { user, place }]) => ({
    client: id,
    user,
    place: place ?? null,
    self: id === client,
  }));
}

/** Looks again only at the sections that a change touched, and in each stops at the first word. */
function createFilled(doc: Y.Doc): Accessor<ReadonlySet<TextSection>> {
  const [filled, setFilled] = createSignal<ReadonlySet<TextSection>>(new Set<TextSection>());
  for (const section of TEXT_SECTIONS) {
    const fragment = doc.getXmlFragment(section);
    const lookAgain = () => {
      const has = hasWords(fragment);
      if (filled().has(section) === has) return;
      const next = new Set(filled());
      if (has) next.add(section);
      else next.delete(section);
      setFilled(next);
    };
    // What the device had kept is here already.
    lookAgain();
    fragment.observeDeep(lookAgain);
  }
  return filled;
}
