/**
 * Reads an `Accept-Encoding` header: the answer tells whether an encoding may be sent. Without a header none is
 * accepted, since a client that sends none is often one that cannot decompress.
 */
export function acceptedEncodings(header: string | null): (encoding: string) => boolean {
  const weights = new Map<string, number>();
  for (const item of (header ?? "").split(",")) {
    const [name = "", ...parameters] = item.split(";").map((part) => part.trim().toLowerCase());
    if (name !== "") weights.set(name, weightOf(parameters));
  }
  return (encoding) => (weights.get(encoding) ?? weights.get("*") ?? 0) > 0;
}

function weightOf(parameters: readonly string[]): number {
  const weight = parameters.find((parameter) => parameter.startsWith("q="));
  return weight === undefined ? 1 : Number.parseFloat(weight.slice("q=".length)) || 0;
}
