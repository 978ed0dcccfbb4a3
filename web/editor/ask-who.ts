/** Somebody asks who wrote what is selected in the text: told to the page, on the document. */
export const WHO_ASKED = "coaction:qui-a-ecrit";

/** Asks it. The page that hears it brings the answer. */
export function askWho(): void {
  document.dispatchEvent(new Event(WHO_ASKED));
}
