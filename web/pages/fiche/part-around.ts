import { ENGAGEMENT, type EngagementPart } from "../../../shared/editor/canonical.ts";

/** A part of the sheet on the page: the element around its words, in the editor as in what is only read. */
export interface PartOnPage {
  readonly element: Element;
  readonly partie: EngagementPart;
}

/** The part whose words hold this: `data-partie` says which; null: it is in none. */
export function partAround(node: Node): PartOnPage | null {
  const near = node instanceof Element ? node : node.parentElement;
  const element = near?.closest("[data-partie]") ?? null;
  const name = element?.getAttribute("data-partie");
  const partie = ENGAGEMENT.find((part) => part === name);
  return element === null || partie === undefined ? null : { element, partie };
}
