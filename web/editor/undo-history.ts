import { defaultDeleteFilter, defaultProtectedNodes, ySyncPluginKey } from "y-prosemirror";
import * as Y from "yjs";
import { SENTENCES, TEXT_SECTIONS } from "../../shared/editor/sections.ts";
import { createListeners, type Listeners } from "../live/listeners.ts";
import { INTITULE_EDIT } from "./intitule-binding.ts";
import type { Surfaces } from "./surfaces.ts";

/** One history for the whole sheet, of this page's own changes and nobody else's. */
export interface UndoHistory {
  /** Takes back the last change and shows where that was; false when there is none. */
  undo(): boolean;
  redo(): boolean;
  canUndo(): boolean;
  canRedo(): boolean;
  /** What comes next is undone by itself, not with what was typed just before. */
  separate(): void;
  readonly onChange: Listeners<void>["add"];
  stop(): void;
}

/**
 * Commands over Yjs' own manager. Not `yUndoPlugin`: it destroys the manager with the first editor that goes, and gives
 * each editor a history of its own.
 *
 * A paragraph of mine in which somebody else has written stays when I undo: only what I put there goes
 * (`defaultDeleteFilter`).
 */
export function createUndoHistory(doc: Y.Doc, surfaces: Surfaces): UndoHistory {
  const roots = [
    ...TEXT_SECTIONS.map((name) => doc.getXmlFragment(name)),
    ...SENTENCES.map((name) => doc.getText(name)),
  ];
  const manager = new Y.UndoManager(roots, {
    trackedOrigins: new Set<unknown>([ySyncPluginKey, INTITULE_EDIT]),
    deleteFilter: (item) => defaultDeleteFilter(item, defaultProtectedNodes),
    captureTransaction: (transaction) => transaction.meta.get("addToHistory") !== false,
  });
  const listeners = createListeners<void>();
  const tell = (): void => listeners.tell();
  manager.on("stack-item-added", tell);
  manager.on("stack-item-popped", tell);
  manager.on("stack-cleared", tell);

  function step(act: () => unknown): boolean {
    const reveal = surfaces.beforeChange();
    const done = act() !== null;
    // The next key begins a step of its own.
    manager.stopCapturing();
    if (done) reveal();
    tell();
    return done;
  }

  return {
    undo: () => step(() => manager.undo()),
    redo: () => step(() => manager.redo()),
    canUndo: () => manager.canUndo(),
    canRedo: () => manager.canRedo(),
    separate: () => manager.stopCapturing(),
    onChange: listeners.add,
    stop: () => manager.destroy(),
  };
}
