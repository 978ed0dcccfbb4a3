import { createSignal } from "solid-js";

const [message, setMessage] = createSignal({ text: "", turn: 0 });

/** What the live region says now. `turn` changes with every message, the same words said twice included. */
export const announced = message;

/** Says a sentence to a screen reader, politely: after what it is saying. */
export function announce(text: string): void {
  setMessage(({ turn }) => ({ text, turn: turn + 1 }));
}
