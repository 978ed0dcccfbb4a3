/** A list as a field of several lines holds it, one thing a line. */
export function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** Whether there are few enough of them, each short enough. */
export function fits(text: string, limits: { readonly count: number; readonly length: number }): boolean {
  const lines = linesOf(text);
  return lines.length <= limits.count && lines.every((line) => line.length <= limits.length);
}
