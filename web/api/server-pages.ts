/** Whether the server makes this page itself, without JavaScript: the browser must open it, not the router. */
export function isServerPage(path: string): boolean {
  return /\/lecture(?:$|[?#])/u.test(path);
}
