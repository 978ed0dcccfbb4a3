/** The longest address of a link, in UTF-16 units. */
export const LINK_MAX = 2_000;

// No white space or control character: browsers drop tabs and newlines inside a scheme, which would let one be hidden.
const ALLOWED = /^(?:https?:\/\/|mailto:|tel:)[^\s\p{Cc}]+$/iu;

/** Whether a link may be in a text: `https:`, `http:`, `mailto:` and `tel:` only. */
export function isAllowedLink(href: unknown): href is string {
  return typeof href === "string" && href.length <= LINK_MAX && ALLOWED.test(href);
}
