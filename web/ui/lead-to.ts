/** What somebody does who reads or writes somewhere else by then. */
const GESTURES = ["wheel", "touchmove", "pointerdown", "keydown"] as const;

/**
 * Shows a place and gives it the focus, and shows it again each time that what comes late above it pushes it away, until the
 * person does anything. The place can take the focus (`tabindex="-1"`). Returns what ends it.
 */
export function leadTo(place: HTMLElement): () => void {
  const pushed = new ResizeObserver(() => place.scrollIntoView());
  const end = () => {
    pushed.disconnect();
    for (const gesture of GESTURES) document.removeEventListener(gesture, end);
  };
  for (const gesture of GESTURES) document.addEventListener(gesture, end, { passive: true });
  place.scrollIntoView();
  place.focus({ preventScroll: true });
  pushed.observe(document.body);
  return end;
}
