const CHANNEL = "coaction:connexion";

/** Tells the other tabs of this browser that somebody has just signed in. */
export function tellArrival(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(null);
  channel.close();
}

/** Calls each time that somebody signs in from another tab, until what it gives is called. */
export function onArrival(heard: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener("message", heard);
  return () => channel.close();
}
