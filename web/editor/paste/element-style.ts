/**
 * What an element says about its look. Under our Content-Security-Policy a parsed element has no `style`; `disarm`
 * renames the attribute before anything parses it, and this reads it from there.
 */
export interface ElementStyle {
  readonly bold: boolean | null;
  readonly italic: boolean | null;
  readonly hidden: boolean;
  readonly keepsSpaces: boolean;
  /** `mso-list` of Word, such as « l0 level2 lfo1 » or « Ignore »; empty when there is none. */
  readonly wordList: string;
}

/**
 * The same HTML without what the policy reports even in a document that is never shown: style sheets and scripts go,
 * handlers and styles of elements are renamed, the second to be read afterwards.
 */
export function disarm(html: string): string {
  return html
    .replace(/<(style|script)\b[\s\S]*?(?:<\/\1\s*>|$)/giu, "")
    .replace(/<[a-z][^>]*>/giu, (tag) => tag.replace(/\s(style|on[a-z]+)(?=\s*=)/giu, " data-$1"));
}

export function styleOf(element: Element): ElementStyle {
  const written = new Map<string, string>();
  for (const declaration of (element.getAttribute("data-style") ?? "").split(";")) {
    const colon = declaration.indexOf(":");
    if (colon > 0) written.set(declaration.slice(0, colon).trim().toLowerCase(), declaration.slice(colon + 1).trim());
  }
  return {
    bold: boldOf(written.get("font-weight")),
    italic: italicOf(written.get("font-style")),
    hidden: written.get("display") === "none" || written.get("mso-hide") === "all",
    keepsSpaces: /^(?:pre|pre-wrap|break-spaces)$/u.test(written.get("white-space") ?? ""),
    wordList: written.get("mso-list") ?? "",
  };
}

function boldOf(weight: string | undefined): boolean | null {
  if (weight === undefined) return null;
  return /^bold/iu.test(weight) || Number.parseInt(weight, 10) >= 600;
}

function italicOf(style: string | undefined): boolean | null {
  return style === undefined ? null : /^(?:italic|oblique)/iu.test(style);
}
