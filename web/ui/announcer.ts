import { type Accessor, createEffect, createSignal, on } from "solid-js";

const [message, setMessage] = createSignal({ text: "", turn: 0, inWindow: false });

/**
 * What is said now. `turn` changes with every message, the same words said twice included; `inWindow`: a window is over the
 * page, all of which is out of reach meanwhile, its live region too.
 */
export const announced = message;

/** Says a sentence to a screen reader, politely: after what it is saying. */
export function announce(text: string): void {
  // Behind what is being done: a window that closes with the act would take the words with it.
  setTimeout(() =>
    setMessage(({ turn }) => ({ text, turn: turn + 1, inWindow: document.querySelector("dialog[open]") !== null })),
  );
}

/** These words are not true any more, if they are the last that were said: whoever comes by the region does not read them. */
export function unsay(text: string): void {
  // As `announce` does: they may be about to be said.
  setTimeout(() => setMessage((now) => (now.text === text ? { ...now, text: "" } : now)));
}

/** Says these words each time that something begins to be done. Within a component. */
export function announceBusy(busy: Accessor<boolean>, words: Accessor<string>): void {
  createEffect(on(busy, (now) => now && announce(words()), { defer: true }));
}
