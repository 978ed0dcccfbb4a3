import type { Command, EditorState } from "prosemirror-state";
import { type Genre, genresOf } from "../../shared/editor/genres.ts";
import { type BlockSection, isTextSection } from "../../shared/editor/sections.ts";
import { GENRE_LABELS, TOOLBAR } from "../labels/toolbar.ts";
import { WHO_WROTE } from "../labels/who-wrote.ts";
import { askWho } from "./ask-who.ts";
import {
  changeRetrait,
  insertHardBreak,
  isGenreActive,
  isMarkActive,
  setGenre,
  toggleEm,
  toggleStrong,
} from "./commands.ts";
import type { UndoHistory } from "./undo-history.ts";

export type ItemIcon =
  | Exclude<Genre, "texte">
  | "strong"
  | "em"
  | "link"
  | "hardBreak"
  | "moveIn"
  | "moveOut"
  | "who"
  | "undo"
  | "redo";

/** One button: asked with the present state whether it applies and whether it is on. */
export interface ToolbarItem {
  readonly icon: ItemIcon;
  readonly label: string;
  /** As said on a keyboard with « Ctrl », or null. */
  readonly keys: string | null;
  readonly command: Command;
  /** Null for what is done once and is never on or off. */
  readonly isActive: ((state: EditorState) => boolean) | null;
}

const GENRE_KEYS: Readonly<Record<Exclude<Genre, "texte">, string>> = {
  titre: "Ctrl+Alt+1",
  sous_titre: "Ctrl+Alt+2",
  puce: "Ctrl+Maj+8",
  numero: "Ctrl+Maj+7",
  citation: "Ctrl+Maj+9",
};

/** The buttons of a section, in groups. A section of plain sentences has none for titles and lists. */
export function toolbarGroups(options: {
  readonly section: BlockSection;
  readonly history: UndoHistory;
  readonly askLink: () => void;
}): readonly (readonly ToolbarItem[])[] {
  const { history, askLink } = options;
  const genres = genresOf(options.section).filter((genre) => genre !== "texte");
  const shapes = genres.map<ToolbarItem>((genre) => ({
    icon: genre,
    label: GENRE_LABELS[genre],
    keys: GENRE_KEYS[genre],
    command: setGenre(genre),
    isActive: (state) => isGenreActive(state, genre),
  }));
  const moves: readonly ToolbarItem[] = [
    act("moveOut", TOOLBAR.moveOut, "Alt+Maj+←", changeRetrait(-1)),
    act("moveIn", TOOLBAR.moveIn, "Alt+Maj+→", changeRetrait(1)),
  ];
  const marks: readonly ToolbarItem[] = [
    {
      icon: "strong",
      label: TOOLBAR.strong,
      keys: "Ctrl+B",
      command: toggleStrong,
      isActive: (state) => isMarkActive(state, "strong"),
    },
    {
      icon: "em",
      label: TOOLBAR.em,
      keys: "Ctrl+I",
      command: toggleEm,
      isActive: (state) => isMarkActive(state, "em"),
    },
    {
      icon: "link",
      label: TOOLBAR.link,
      keys: "Ctrl+K",
      command: (_state, dispatch) => {
        if (dispatch !== undefined) askLink();
        return true;
      },
      isActive: (state) => isMarkActive(state, "link"),
    },
    act("hardBreak", TOOLBAR.hardBreak, "Maj+Entrée", insertHardBreak),
  ];
  const steps: readonly ToolbarItem[] = [
    act("undo", TOOLBAR.undo, "Ctrl+Z", (_state, dispatch) => (dispatch ? history.undo() : history.canUndo())),
    act("redo", TOOLBAR.redo, "Ctrl+Maj+Z", (_state, dispatch) => (dispatch ? history.redo() : history.canRedo())),
  ];
  // Of the notes of a meeting there is no history.
  const questions = isTextSection(options.section)
    ? [
        act("who", WHO_WROTE.title, "Maj+F8", (_state, dispatch) => {
          if (dispatch !== undefined) askWho();
          return true;
        }),
      ]
    : [];
  return [shapes, shapes.length > 0 ? moves : [], marks, steps, questions].filter((group) => group.length > 0);
}

function act(icon: ItemIcon, label: string, keys: string, command: Command): ToolbarItem {
  return { icon, label, keys, command, isActive: null };
}
