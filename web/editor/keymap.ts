import { baseKeymap, chainCommands } from "prosemirror-commands";
import { undoInputRule } from "prosemirror-inputrules";
import { keydownHandler } from "prosemirror-keymap";
import { type Command, type EditorState, Plugin } from "prosemirror-state";
import { type Genre, genresOf } from "../../shared/editor/genres.ts";
import type { TextSection } from "../../shared/editor/sections.ts";
import {
  backspaceAtStart,
  changeListRetrait,
  changeRetrait,
  enter,
  insertHardBreak,
  setGenre,
  toggleEm,
  toggleStrong,
} from "./commands.ts";
import type { UndoHistory } from "./undo-history.ts";

export interface Keys {
  readonly section: TextSection;
  readonly history: UndoHistory;
  /** Opens the form for a link. */
  readonly askLink: () => void;
  /** Whether a list, a title or a quotation was made by what was just typed (« - », « # »…). */
  readonly justShaped: (state: EditorState) => boolean;
}

/**
 * The keys of a section. Tab changes a list item's retrait while it can, and otherwise leaves the text as everywhere on
 * a page; Escape, then Tab, leaves it from a list too. The hint under the toolbar says so.
 */
export function editorKeymap(keys: Keys): Plugin {
  const handle = keydownHandler({ ...baseKeymap, ...bindings(keys) });
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
        return handle(view, event);
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

function bindings({ section, history, askLink, justShaped }: Keys): Record<string, Command> {
  const undo: Command = (state, dispatch) => undoInputRule(state, dispatch) || history.undo();
  const redo: Command = () => history.redo();
  const unshape: Command = (state, dispatch) => justShaped(state) && undoInputRule(state, dispatch);
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
    "Shift-Mod-z": always(redo),
    Enter: enter,
    "Shift-Enter": insertHardBreak,
    Backspace: chain(unshape, backspaceAtStart, baseKeymap["Backspace"]),
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

function chain(...commands: readonly (Command | undefined)[]): Command {
  return chainCommands(...commands.filter((command) => command !== undefined));
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
