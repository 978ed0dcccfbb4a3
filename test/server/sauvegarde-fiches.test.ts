import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, expect, it } from "vitest";
import { apiPaths } from "../../shared/protocol/paths.ts";
import { runBackup } from "../harness/backup-commands.ts";
import { checkArchive } from "../harness/check-archive.ts";
import { type RunningServer, startServer } from "../harness/dev-server.ts";
import { ask } from "../harness/instance.ts";
import { findFiche, signIn } from "../harness/live-client.ts";

let place: string;
let server: RunningServer;
beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), "coaction-sauvegarde-"));
  server = await startServer({ demonstration: true });
});
afterAll(async () => {
  await server.stop();
  await rm(place, { recursive: true, force: true });
});

/** A contrat of the story with fiches that were submitted and decided. */
const DECIDED = "challans-gois-ocean-marais-de-monts";

/** What its coordination takes along of every fiche's life, checked. */
async function lives(url: string) {
  const { cookie } = await signIn(url, "coordinatrice");
  const response = await fetch(`${url}${apiPaths.contratExport(DECIDED)}`, { headers: { cookie } });
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
  // Pages say when the archive was made.
  const kept = Object.entries(files).filter(([path]) => path.startsWith("fiches/") && !path.endsWith(".html"));
  const digest = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
  return {
    checked: checkArchive(files),
    digests: Object.fromEntries(kept.map(([path, bytes]) => [path, digest(bytes)])),
    decisions: kept
      .filter(([path]) => path.endsWith("/vie.json"))
      .map(([, bytes]) => (JSON.parse(new TextDecoder().decode(bytes)) as { decisions: object[] }).decisions),
  };
}

it("a backup that was restored brings back every version, act, avis and decision, with the same fingerprints", async () => {
  const before = await lives(server.url);
  const backup = join(place, "sauvegarde");
  expect((await runBackup("sauvegarde", server.dataDir, backup)).code).toBe(0);
  const folder = join(place, "données");
  expect((await runBackup("restauration", folder, backup)).code).toBe(0);
  const restored = await startServer({ demonstration: true, dataDir: folder });
  try {
    const after = await lives(restored.url);
    expect(after.checked).toEqual(before.checked);
    expect(after.checked.versions).toBeGreaterThan(0);
    expect(after.decisions.filter((decisions) => decisions.length > 0)).not.toEqual([]);
    expect(after.decisions).toEqual(before.decisions);
    for (const [path, digest] of Object.entries(before.digests)) expect(after.digests[path], path).toBe(digest);
    // The life goes on from there: the next act is chained to the last of before.
    const coordinatrice = await signIn(restored.url, "coordinatrice");
    const { id } = await findFiche(coordinatrice, DECIDED, "1.1");
    const closed = await ask(coordinatrice, "POST", `/api/contrats/${DECIDED}/fiches/${id}/actes`, { acte: "clore" });
    expect(closed.status).toBe(204);
    expect((await lives(restored.url)).checked.entries).toBe(before.checked.entries + 1);
  } finally {
    await restored.stop();
  }
});
