import { readEntities } from "../../harness/read-entities.ts";

/** A page as a careful reader of its source sees it. Throws when the markup is not well formed. */
export interface CheckedPage {
  /** Everything between tags, entities read. */
  readonly text: string;
  readonly title: string;
  readonly tags: readonly Tag[];
}

export interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** The words inside, tags left out. */
  readonly text: string;
}

const VOID = new Set(["meta", "link", "br"]);
const TOKEN = /<!doctype html>|<(\/?)([a-z][a-z0-9]*)((?: [a-zA-Z-]+="[^"<>]*")*)(\/?)>|[^<]+/y;
const ATTRIBUTE = / ([a-zA-Z-]+)="([^"]*)"/g;

export function checkPage(source: string): CheckedPage {
  const open: { name: string; attributes: ReadonlyMap<string, string>; start: number }[] = [];
  const tags: Tag[] = [];
  let text = "";
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const at = TOKEN.lastIndex;
    const token = TOKEN.exec(source);
    if (token === null) throw new Error(`neither text nor a tag: ${source.slice(at, at + 60)}`);
    const [whole, slash, name, attributes = "", closed] = token;
    if (name === undefined) {
      if (whole !== "<!doctype html>") text += readEntities(whole);
    } else if (slash === "/") {
      const last = open.pop();
      if (last?.name !== name) throw new Error(`</${name}> closes <${last?.name}>`);
      tags.push({ name, attributes: last.attributes, text: text.slice(last.start) });
    } else {
      const read = new Map([...attributes.matchAll(ATTRIBUTE)].map(([, key = "", value = ""]) => [key, value]));
      if (VOID.has(name) || closed === "/") tags.push({ name, attributes: read, text: "" });
      else open.push({ name, attributes: read, start: text.length });
    }
  }
  if (open.length > 0) throw new Error(`left open: ${open.map(({ name }) => name).join(" ")}`);
  return { text, title: tags.find(({ name }) => name === "title")?.text ?? "", tags };
}

export function named(page: CheckedPage, name: string): Tag[] {
  return page.tags.filter((tag) => tag.name === name);
}

export function withClass(page: CheckedPage, name: string): Tag[] {
  return page.tags.filter((tag) => (tag.attributes.get("class") ?? "").split(" ").includes(name));
}

export function hrefs(page: CheckedPage): string[] {
  return named(page, "a").map(({ attributes }) => readEntities(attributes.get("href") ?? ""));
}
