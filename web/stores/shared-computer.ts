const KEY = "coaction:ordinateur-partage";

/** Whether whoever signed in last said that others use this computer. It is the computer's, and stays when they leave. */
export function isSharedComputer(): boolean {
  return localStorage.getItem(KEY) === "oui";
}

export function sayShared(shared: boolean): void {
  if (shared) localStorage.setItem(KEY, "oui");
  else localStorage.removeItem(KEY);
}
