/** What is pasted at once, in positions of the text: three bytes each at most stay well under a frame. */
export const AT_ONCE = 40_000;
