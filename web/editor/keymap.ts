import { type Command, Plugin } from "prosemirror-state";
import { type Genre, genresOf } from "../../shared/editor/genres.ts";
import type { BlockSection } from "../../shared/editor/sections.ts";
import {
  backspaceAtStart,
  changeListRetrait,
  changeRetrait,
  enter,
  firstOf,
  insertHardBreak,
  setGenre,
  toggleEm,
  toggleStrong,
} from "./commands.ts";
import { deleteBackward, deleteForward } from "./joins.ts";
import { IS_MAC, nameOfKey } from "./key-names.ts";
import type { UndoHistory } from "./undo-history.ts";

export interface Keys {
  readonly section: BlockSection;
  readonly history: UndoHistory;
  /** Opens the form for a link. */
  readonly askLink: () => void;
  /** Gives back « - » or « # » where it just made a list or a title. */
  readonly undoShape: Command;
  /** The same for what typography made of a letter. */
  readonly undoTypography: Command;
}

/**
 * The keys of a section. Tab changes a list item's retrait while it can, and otherwise leaves the text as everywhere on
 * a page; Escape, then Tab, leaves it from a list too. The hint under the toolbar says so.
 */
export function editorKeymap(keys: Keys): Plugin {
  const commands = new Map(Object.entries(bindings(keys)));
  let leaving = false;
  return new Plugin({
    props: {
      handleKeyDown(view, event) {
        if (event.key === "Tab") {
          const leaves = leaving || event.altKey || event.ctrlKey || event.metaKey;
          leaving = false;
          return !leaves && changeListRetrait(event.shiftKey ? -1 : 1)(view.state, view.dispatch, view);
        }
        if (event.key !== "Shift") leaving = event.key === "Escape";
        return commands.get(nameOfKey(event, IS_MAC))?.(view.state, view.dispatch, view) === true;
      },
      handleDOMEvents: {
        blur() {
          leaving = false;
          return false;
        },
        // Menus and gestures of phones, and the browser's own « Annuler ».
        beforeinput(view, event) {
          const command = commandOfInput(event.inputType, keys.history);
          if (command === null) return false;
          event.preventDefault();
          command(view.state, view.dispatch, view);
          return true;
        },
      },
    },
  });
}

function bindings({ section, history, askLink, undoShape, undoTypography }: Keys): Record<string, Command> {
  const undo: Command = firstOf(undoShape, undoTypography, () => history.undo());
  const redo: Command = () => history.redo();
  // Handled even when there is nothing to take back: the browser's own history knows nothing of the others' changes.
  const always =
    (command: Command): Command =>
    (state, dispatch, view) => {
      command(state, dispatch, view);
      return true;
    };
  const offered = genresOf(section);
  const genreKeys: readonly (readonly [string, Genre])[] = [
    ["Mod-Alt-0", "texte"],
    ["Mod-Alt-1", "titre"],
    ["Mod-Alt-2", "sous_titre"],
    ["Mod-Shift-7", "numero"],
    ["Mod-Shift-8", "puce"],
    ["Mod-Shift-9", "citation"],
  ];
  return {
    "Mod-z": always(undo),
    "Mod-y": always(redo),
    "Mod-Shift-z": always(redo),
    Enter: enter,
    "Mod-Enter": enter,
    "Shift-Enter": insertHardBreak,
    ...forKeys(BACKSPACES, firstOf(undoShape, backspaceAtStart, deleteBackward)),
    ...forKeys(DELETES, deleteForward),
    "Mod-b": toggleStrong,
    "Mod-i": toggleEm,
    "Mod-k": () => {
      askLink();
      return true;
    },
    "Mod-]": changeRetrait(1),
    "Mod-[": changeRetrait(-1),
    // As in Word; on a French keyboard brackets need a third key.
    "Alt-Shift-ArrowRight": changeRetrait(1),
    "Alt-Shift-ArrowLeft": changeRetrait(-1),
    ...Object.fromEntries(
      genreKeys.filter(([, genre]) => offered.includes(genre)).map(([key, genre]) => [key, setGenre(genre)]),
    ),
  };
}

// With Ctrl or Alt the browser removes a word; at the edge of a paragraph it is ours, as without.
const BACKSPACES = ["Backspace", "Mod-Backspace", "Shift-Backspace", "Alt-Backspace"];
const DELETES = ["Delete", "Mod-Delete", "Alt-Delete"];

function forKeys(keys: readonly string[], command: Command): Record<string, Command> {
  return Object.fromEntries(keys.map((key) => [key, command]));
}

function commandOfInput(inputType: string, history: UndoHistory): Command | null {
  switch (inputType) {
    case "historyUndo":
      return () => history.undo();
    case "historyRedo":
      return () => history.redo();
    case "formatBold":
      return toggleStrong;
    case "formatItalic":
      return toggleEm;
    default:
      return null;
  }
}
