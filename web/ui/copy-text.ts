/** Whether the text is now in the clipboard: the browser may refuse, or the page not have the focus. */
export async function copyText(text: string): Promise<boolean> {
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
}
