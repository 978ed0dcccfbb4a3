/**
 * Where a list was left, kept with its own entry of the browser's history: coming back to it by « Précédent » finds the
 * link that was followed, and opening it anew begins at its beginning.
 */
export interface LeftBy {
  /** The address of the link that was followed. */
  readonly href: string;
  /** How many times older things had been asked for. */
  readonly pages: number;
}

/** Notes the link that a press in this list follows, before the page changes. */
export function noteLeft(event: MouseEvent, pages: number): void {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  const href = link?.getAttribute("href") ?? null;
  if (href === null) return;
  const left: LeftBy = { href, pages };
  window.history.replaceState({ ...window.history.state, laissee: left }, "");
}

/** Where this list was left, when one comes back to it. */
export function leftBy(): LeftBy | null {
  // Written by `noteLeft` alone, in this very entry.
  return (window.history.state as { readonly laissee?: LeftBy } | null)?.laissee ?? null;
}

/** Gives the focus to the link of this address, unless the person is somewhere else already. True when it is there. */
export function focusLink(list: HTMLElement, href: string): boolean {
  const link = list.querySelector<HTMLElement>(`a[href="${CSS.escape(href)}"]`);
  if (link === null) return false;
  const active = document.activeElement;
  if (active === null || active === document.body || active.matches("h1, .row-name")) {
    link.focus({ preventScroll: true });
    link.scrollIntoView({ block: "center" });
  }
  return true;
}
