/** In the place of lib0's logging (see `vite.config.ts`), which styles words in colours: what Yjs says of it, plainly. */
export const BOLD = "";
export const UNBOLD = "";
export const ORANGE = "";
export const RED = "";

export function print(...words: readonly unknown[]): void {
  console.info(words.join(""));
}

export function warn(...words: readonly unknown[]): void {
  console.warn(words.join(""));
}
