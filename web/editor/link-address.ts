import { isAllowedLink } from "../../shared/editor/links.ts";
import { ok, type Result, refuse } from "../../shared/result.ts";

/** The address that a person meant, from what they typed: « ville.fr » and « anne@ville.fr » are completed. */
export function addressFrom(typed: string): Result<string, "missing" | "refused"> {
  const address = typed.trim();
  if (address === "") return refuse("missing");
  if (isAllowedLink(address)) return ok(address);
  const completed = completedAddress(address);
  return completed !== null && isAllowedLink(completed) ? ok(completed) : refuse("refused");
}

function completedAddress(address: string): string | null {
  if (/^[^\s@:/]+@[^\s@:/]+\.[^\s@:/.]+$/u.test(address)) return `mailto:${address}`;
  // A scheme that is not allowed is not completed into one that is.
  return /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?:[/?#].*)?$/u.test(address) ? `https://${address}` : null;
}
