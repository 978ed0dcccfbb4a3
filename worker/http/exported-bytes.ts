/** A text as the bytes of a file. */
export function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** A value as a file that people can read. */
export function json(value: unknown): Uint8Array {
  return bytes(`${JSON.stringify(value, null, 1)}\n`);
}

/** Values, one a line. */
export function lines(values: readonly unknown[]): Uint8Array {
  return bytes(values.map((value) => `${JSON.stringify(value)}\n`).join(""));
}
