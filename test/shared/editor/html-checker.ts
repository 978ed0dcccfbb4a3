import { readEntities } from "../../harness/read-entities.ts";

/** What a strict reader of our own HTML saw. Throws on anything else than what `blocksToHtml` may write. */
export interface CheckedHtml {
  /** The text between tags, entities read, in order. */
  readonly text: string;
  /** The addresses of links, entities read, in order. */
  readonly links: readonly string[];
}

const TAG = /^<(\/?)([a-z][a-z0-9]*)((?: [a-z]+="[^"<>]*")*)>/;
const ATTRIBUTE = / ([a-z]+)="([^"]*)"/g;
const TEXT = /^(?:[^<>&"']|&(?:amp|lt|gt|quot|#39);)+/;

const BLOCKS = ["p", "h2", "h3", "h4", "h5", "h6"];
const INLINES = ["a", "strong", "em", "br"];
const ANY_BLOCK = [...BLOCKS, "ul", "ol", "blockquote"];

/** What may be directly inside each tag; text only where an inline may be. */
const CHILDREN: Readonly<Record<string, readonly string[]>> = {
  "": ANY_BLOCK,
  blockquote: ["p"],
  ul: ["li"],
  ol: ["li"],
  li: [...INLINES, "ul", "ol", "p", "blockquote"],
  a: ["strong", "em", "br"],
  strong: ["em", "br"],
  em: ["br"],
  ...Object.fromEntries(BLOCKS.map((tag) => [tag, INLINES])),
};

export function checkHtml(html: string): CheckedHtml {
  const open: string[] = [];
  const links: string[] = [];
  let text = "";
  let rest = html;
  while (rest !== "") {
    const words = TEXT.exec(rest);
    if (words !== null) {
      if (!CHILDREN[open.at(-1) ?? ""]?.includes("br")) throw new Error(`text where none may be: ${rest}`);
      text += readEntities(words[0]);
      rest = rest.slice(words[0].length);
      continue;
    }
    const tag = TAG.exec(rest);
    if (tag === null) throw new Error(`neither text nor a tag: ${rest}`);
    const [whole, slash, name = "", attributes = ""] = tag;
    rest = rest.slice(whole.length);
    if (slash === "/") {
      if (open.pop() !== name || attributes !== "") throw new Error(`wrong end of ${name}: ${html}`);
      continue;
    }
    if (!CHILDREN[open.at(-1) ?? ""]?.includes(name)) throw new Error(`${name} in ${open.join(" ")}: ${html}`);
    const href = checkAttributes(name, attributes);
    if (href !== null) links.push(href);
    if (name !== "br") open.push(name);
  }
  if (open.length > 0) throw new Error(`left open: ${open.join(" ")}`);
  return { text, links };
}

function checkAttributes(tag: string, attributes: string): string | null {
  const found = new Map([...attributes.matchAll(ATTRIBUTE)].map(([, name = "", value = ""]) => [name, value]));
  const href = found.get("href") ?? null;
  found.delete("href");
  if ((tag === "a") !== (href !== null)) throw new Error(`href: <${tag}${attributes}>`);
  if (href !== null && /^https?:/i.test(href)) {
    if (found.get("rel") !== "noopener noreferrer") throw new Error(`rel: <${tag}${attributes}>`);
    found.delete("rel");
  }
  if (["p", "ul", "ol"].includes(tag) && /^retrait-[12]$/.test(found.get("class") ?? "")) found.delete("class");
  if (tag === "ol" && /^[ai]$/.test(found.get("type") ?? "")) found.delete("type");
  if (tag === "ol" && /^[1-9][0-9]*$/.test(found.get("start") ?? "")) found.delete("start");
  if (found.size > 0) throw new Error(`attribute: <${tag}${attributes}>`);
  return href === null ? null : readEntities(href);
}
