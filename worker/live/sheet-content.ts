import { isGenre, isRetrait } from "../../shared/editor/genres.ts";
import { isAllowedLink } from "../../shared/editor/links.ts";
import { isSentence, type Place } from "../../shared/editor/sections.ts";
import type { Content } from "./bounded-decoder.ts";

/** What a struct can be inside. */
export type Container = "fragment" | "sentence" | "paragraph" | "hard_break" | "text" | "gone";

/** What a part of the sheet is to what is written in it. */
export function rootContainer(place: Place): Container {
  return isSentence(place) ? "sentence" : "fragment";
}

/** What an element of this name is, or null where no sheet has one. */
export function elementContainer(name: string): Container | null {
  return name === "paragraph" || name === "hard_break" ? name : null;
}

/** Whether this content may be there, under this key (null: in the sequence). */
export function fits(container: Container, parentSub: string | null, content: Content): boolean {
  // What its own page deleted since shows nothing: it may be anything known.
  if (content.kind === "deleted") return true;
  switch (container) {
    case "gone":
      return isOfSheets(content);
    case "fragment":
      return parentSub === null && content.kind === "element" && content.name === "paragraph";
    case "sentence":
      return parentSub === null && content.kind === "string" && !/[\n\r]/.test(content.text);
    case "paragraph":
      if (parentSub !== null) return isAttribute(parentSub, content);
      return content.kind === "text" || (content.kind === "element" && content.name === "hard_break");
    case "text":
      return parentSub === null && (content.kind === "string" || isMark(content));
    case "hard_break":
      return false;
  }
}

/** Whether it could be somewhere in a sheet. */
export function isOfSheets(content: Content): boolean {
  switch (content.kind) {
    case "deleted":
    case "string":
    case "text":
      return true;
    case "element":
      return elementContainer(content.name) !== null;
    case "format":
      return isMark(content);
    case "any":
      return isAttribute("genre", content) || isAttribute("retrait", content);
    case "other":
      return false;
  }
}

function isAttribute(key: string, content: Content): boolean {
  if (content.kind !== "any") return false;
  // Set several times in a row, an attribute is one struct of many values, of which the last shows.
  const allowed = key === "genre" ? isGenre : key === "retrait" ? isRetrait : null;
  return allowed !== null && content.values.length > 0 && content.values.every(allowed);
}

function isMark(content: Content): boolean {
  if (content.kind !== "format") return false;
  const { key, value } = content;
  if (key !== "strong" && key !== "em" && key !== "link") return false;
  if (value === null) return true;
  if (typeof value !== "object" || Array.isArray(value)) return false;
  const entries = Object.entries(value);
  if (key !== "link") return entries.length === 0;
  return entries.length === 1 && entries[0]?.[0] === "href" && isAllowedLink(entries[0][1]);
}
