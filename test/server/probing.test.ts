import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { CLOSE } from "../../shared/protocol/close-codes.ts";
import { type RunningServer, startServer } from "../harness/dev-server.ts";
import { findFiche, liveAddress, openSocket, signIn } from "../harness/live-client.ts";

const SLUG = "challans-gois-ocean-marais-de-monts";

let server: RunningServer;
beforeAll(async () => {
  server = await startServer({ demonstration: true });
});
afterAll(() => server.stop());

/** The objects that have a file; what SQLite keeps beside it comes and goes with sleep. */
async function objectsOnDisk(): Promise<string[]> {
  const files = await readdir(join(server.dataDir, "objects"), { recursive: true });
  return files.filter((file) => file.endsWith(".sqlite")).sort();
}

function closeOf(address: string, headers: Record<string, string>): Promise<{ code: number; frames: number }> {
  return new Promise((resolve, reject) => {
    let frames = 0;
    const socket = openSocket(address, headers);
    socket.on("message", () => {
      frames += 1;
    });
    socket.on("close", (code) => resolve({ code, frames }));
    socket.on("error", reject);
  });
}

it("an upgrade that may not be is refused in the same way, whatever is wrong, and makes nothing on disk", async () => {
  const pilote = await signIn(server.url, "pilote");
  const habitante = await signIn(server.url, "habitante");
  const fiche = await findFiche(pilote, SLUG, "2.1");
  const before = await objectsOnDisk();
  expect(before.length).toBeGreaterThan(20);

  const live = (slug: string, id: string) =>
    liveAddress(server.url, slug, { ...fiche, id: id as typeof fiche.id }, "?client=77&schema=1");
  const own = { cookie: pilote.cookie, origin: server.url };
  const forged = `${pilote.cookie.split("=")[0]}=0123456789abcdef.${"a".repeat(80)}`;
  const attempts: [string, string, Record<string, string>][] = [
    ["another origin", live(SLUG, fiche.id), { ...own, origin: "https://ailleurs.example" }],
    ["another host", live(SLUG, fiche.id), { ...own, host: "ailleurs.example" }],
    ["no session", live(SLUG, fiche.id), { origin: server.url }],
    ["a forged session", live(SLUG, fiche.id), { origin: server.url, cookie: forged }],
    ["no such document", live(SLUG, "0123456789abcdef"), own],
    ["not an id", live(SLUG, "..%2F..%2Fetc"), own],
    ["no such contrat", live("nulle-part", fiche.id), own],
    ["a document of another contrat", live("cornouaille", fiche.id), own],
    ["a document that is not hers", live(SLUG, fiche.id), { origin: server.url, cookie: habitante.cookie }],
  ];
  for (const [what, address, headers] of attempts) {
    expect(await closeOf(address, headers), what).toEqual({ code: CLOSE.refused, frames: 0 });
  }
  expect(await objectsOnDisk()).toEqual(before);
});

it("a writing request of another origin, or for another host, is refused", async () => {
  const body = JSON.stringify({ persona: "pilote" });
  const path = `${server.url}/api/demo/session`;
  const foreign = await fetch(path, { method: "POST", headers: { origin: "https://ailleurs.example" }, body });
  expect([foreign.status, await foreign.json()]).toEqual([403, { refus: "origine_refusee" }]);
  expect(foreign.headers.get("set-cookie")).toBeNull();
});
