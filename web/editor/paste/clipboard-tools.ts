export { clipboardSerializer, clipboardText } from "./copy.ts";
export { follow, hold } from "./hold.ts";
export { cleanHtml, insertPasted, offeredIn, sliceOfHtml, sliceOfText } from "./paste.ts";
