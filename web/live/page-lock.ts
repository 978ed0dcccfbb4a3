/*
 * A page says that it lives by holding a lock named after its Yjs id: the browser lets go of it when the page is gone,
 * however it went.
 */

const PREFIX = "coaction:page:";

/** Holds the lock of this page until the returned function is called. */
export function sayAlive(client: number): () => void {
  const ending = Promise.withResolvers<void>();
  // Absent where the address is not https: then nobody knows who lives.
  navigator.locks?.request(`${PREFIX}${client}`, () => ending.promise).catch(() => {});
  return ending.resolve;
}

/** The Yjs ids of the pages that are open in this browser, as far as it tells. */
export async function livingPages(): Promise<ReadonlySet<number>> {
  const locks = await navigator.locks?.query().catch(() => null);
  const names = (locks?.held ?? []).flatMap(({ name }) => name ?? []);
  return new Set(
    names.filter((name) => name.startsWith(PREFIX)).map((name) => Number.parseInt(name.slice(PREFIX.length), 10)),
  );
}
