export { clipboardSerializer, clipboardText } from "./copy.ts";
export { cleanHtml, insertPasted, offeredIn, sliceOfHtml, sliceOfText } from "./paste.ts";
