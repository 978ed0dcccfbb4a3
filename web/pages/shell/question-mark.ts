const KEY = "coaction:raccourci-point-d-interrogation";

/**
 * Whether « ? » alone opens the list of shortcuts. A shortcut of one plain character must be possible to turn off: it
 * gets in the way of those who speak to their computer.
 */
export function questionMarkIsOn(): boolean {
  return localStorage.getItem(KEY) !== "non";
}

/** Turns it on or off on this device. */
export function turnQuestionMark(on: boolean): void {
  if (on) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, "non");
}

/** Whether this key press asks for the list: « ? » outside anything that one writes in. */
export function asksForShortcuts(event: KeyboardEvent): boolean {
  if (event.key !== "?" || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return false;
  const target = event.target;
  const writing =
    target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
  return !writing && questionMarkIsOn();
}
