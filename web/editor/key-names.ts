/** Whether Cmd does here what Ctrl does elsewhere. */
export const IS_MAC = typeof navigator !== "undefined" && /Mac|iP(?:hone|ad|od)/u.test(navigator.platform);

/** The part of a keyboard event that names a key; ProseMirror makes some of its own, for phones, with less in them. */
export interface KeyPress {
  readonly key: string;
  readonly code?: string;
  readonly ctrlKey?: boolean;
  readonly metaKey?: boolean;
  readonly altKey?: boolean;
  readonly shiftKey?: boolean;
  readonly getModifierState?: (name: string) => boolean;
}

/**
 * « Mod-Alt-Shift-8 »: modifiers in this order, « Mod » for Ctrl (on a Mac for Cmd, and Ctrl is « Ctrl »), then the key.
 * Letters are those that the keyboard writes; figures are the keys of the upper row whatever they write, since on a
 * French keyboard they write « & é " » without Shift.
 *
 * A key pressed with AltGr, which Windows tells as Ctrl and Alt, writes a character and is no shortcut.
 */
export function nameOfKey(press: KeyPress, mac: boolean): string {
  const graph = press.getModifierState?.("AltGraph") === true;
  const ctrl = press.ctrlKey === true && !graph;
  const alt = press.altKey === true && !graph;
  const mod = mac ? press.metaKey === true : ctrl;
  const names = [
    mod ? "Mod" : "",
    mac && ctrl ? "Ctrl" : "",
    alt ? "Alt" : "",
    press.shiftKey === true ? "Shift" : "",
    keyOf(press, mod || alt),
  ];
  return names.filter((name) => name !== "").join("-");
}

function keyOf({ key, code = "" }: KeyPress, modified: boolean): string {
  if (!modified || key.length > 1) return key;
  const figure = /^Digit(\d)$/u.exec(code)?.[1];
  if (figure !== undefined) return figure;
  if (/^[!-~]$/u.test(key)) return key.toLowerCase();
  // A keyboard of another alphabet: the letter that this key is on a Latin one.
  return /^Key([A-Z])$/u.exec(code)?.[1]?.toLowerCase() ?? key;
}
