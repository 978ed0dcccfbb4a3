/** A change of page whose heading has not come yet: from where the person left. */
let awaited: { readonly from: Element | null } | null = null;

/** A person went to another page: its heading takes the focus when it comes. */
export function awaitHeading(): void {
  // Nobody has touched this document yet: it led elsewhere by itself as it opened, and begins at its beginning.
  if (navigator.userActivation?.hasBeenActive === false) return;
  awaited = { from: document.activeElement };
}

/** The heading of the page is here: focus goes to it after a change of page, unless the person moved it meanwhile. */
export function arriveAt(heading: HTMLElement): void {
  const arrival = awaited;
  if (arrival === null) return;
  awaited = null;
  const active = document.activeElement;
  const untouched = active === null || active === document.body || active === arrival.from || !active.isConnected;
  if (untouched) heading.focus({ preventScroll: true });
}
