import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import WebSocket from "ws";
import { commandOf } from "../../worker/launcher/processes.ts";
import { startServer } from "../harness/dev-server.ts";
import { freePort, type LauncherName, runLauncher } from "../harness/launcher-process.ts";

let place: string;
let folder: string;
let port: number;

beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), "coaction-launcher-"));
  folder = join(place, "données d’ici");
  port = await freePort();
});

afterEach(async () => {
  await chmod(place, 0o700);
  await rm(place, { recursive: true, force: true });
});

/** Starts a server that is expected to be refused: what it said on stderr, in one sentence. */
async function refused(name: LauncherName, settings: Record<string, string> = {}, owner = {}): Promise<string> {
  const launcher = runLauncher(name, { DATA_DIR: folder, PORT: String(port), ...settings }, owner);
  const code = await launcher.exited;
  expect(launcher.stdout()).toBe("");
  expect(code).toBe(1);
  const [sentence, ...more] = launcher.stderr().trimEnd().split("\n");
  expect(more).toEqual([]);
  return sentence ?? "";
}

async function run(name: LauncherName, settings: Record<string, string> = {}) {
  const launcher = runLauncher(name, { DATA_DIR: folder, PORT: String(port), ...settings });
  await launcher.ready;
  return launcher;
}

async function runOnce(name: LauncherName): Promise<void> {
  const launcher = await run(name);
  launcher.child.kill("SIGTERM");
  await launcher.exited;
}

async function lockHolders(): Promise<{ launcher: number; server: number }> {
  return JSON.parse(await readFile(join(folder, "serveur.lock"), "utf8"));
}

/** A page on the first fiche of a contrat, its socket open; `closed` gives the code with which it ends. */
async function openFiche(persona: string, slug: string): Promise<{ closed: Promise<number> }> {
  const origin = `http://127.0.0.1:${port}`;
  const signedIn = await fetch(`${origin}/api/demo/session`, {
    method: "POST",
    headers: { origin, "content-type": "application/json" },
    body: JSON.stringify({ persona }),
  });
  const cookie = signedIn.headers
    .getSetCookie()
    .map((line) => line.split(";", 1)[0])
    .join("; ");
  const contrat = await fetch(`${origin}/api/contrats/${slug}`, { headers: { cookie } });
  const { fiches } = (await contrat.json()) as { fiches: { id: string }[] };
  const path = `/api/contrats/${slug}/fiches/${fiches[0]?.id}/live?client=1`;
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers: { cookie, origin } });
  const closed = new Promise<number>((resolve) => socket.once("close", resolve));
  // A first frame: the upgrade was accepted and not only answered.
  await new Promise((resolve) => socket.once("message", resolve));
  return { closed };
}

const secrets = () => readFile(join(folder, "secrets.json"), "utf8");

describe("starting the demonstration", () => {
  it("prints one line with the address to open, and answers there", async () => {
    const launcher = await run("start");
    expect(launcher.stdout().trimEnd().split("\n")).toEqual([expect.stringContaining(`http://127.0.0.1:${port} `)]);
    const response = await fetch(`http://127.0.0.1:${port}/api/sante`);
    expect(await response.json()).toMatchObject({ demonstration: true });
    launcher.child.kill("SIGTERM");
    await launcher.exited;
  });

  it("keeps the folder and the secrets to their owner, and off the command lines", async () => {
    const launcher = await run("start");
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect((await stat(join(folder, "secrets.json"))).mode & 0o777).toBe(0o600);
    const { SESSION_KEY } = JSON.parse(await secrets());
    expect(SESSION_KEY).toMatch(/^[0-9a-f]{64}$/);
    const { server } = await lockHolders();
    expect(commandOf(server)).toContain("workerd");
    expect(commandOf(server)).not.toContain(SESSION_KEY);
    expect(await readFile(join(folder, "workerd.capnp"), "utf8")).not.toContain(SESSION_KEY);
    launcher.child.kill("SIGTERM");
    await launcher.exited;
  });

  it("stops with code 0 and leaves nothing running, even while somebody is connected", async () => {
    const launcher = await run("start");
    const { server } = await lockHolders();
    const writer = await openFiche("pilote", "pays-de-redon");
    launcher.child.kill("SIGTERM");
    expect(await launcher.exited).toBe(0);
    expect(await writer.closed).toBe(1006);
    expect(launcher.stderr()).toBe("");
    expect(commandOf(server) || null).toBeNull();
    expect(await readdir(folder)).not.toContain("serveur.lock");
  });

  it("stops with code 0 on Ctrl-C, which reaches every process of the terminal", async () => {
    const launcher = await run("start");
    launcher.child.kill("SIGINT");
    expect(await launcher.exited).toBe(0);
  });

  it("finds the same secrets at the second start", async () => {
    await runOnce("start");
    const before = await secrets();
    await runOnce("start");
    expect(await secrets()).toBe(before);
  });

  it("says so and fails when the server dies by itself", async () => {
    const launcher = await run("start");
    process.kill((await lockHolders()).server, "SIGKILL");
    expect(await launcher.exited).toBe(1);
    expect(launcher.stderr()).toContain("s’est arrêté de lui-même (signal SIGKILL)");
  });
});

describe("a disk that is nearly full", () => {
  it("is said at the start, which goes on", async ({ skip }) => {
    await mkdir(folder);
    // Only root may mount a small disk in memory.
    const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=64m", "tmpfs", folder]);
    if (mounted.status !== 0) skip("no disk of its own could be mounted here");
    try {
      const launcher = await run("start");
      expect(launcher.stderr()).toMatch(/il ne reste que \d+\u202fMo sur le disque/);
      const health = await fetch(`http://127.0.0.1:${port}/api/sante`);
      expect(await health.json()).toMatchObject({ disque: "presque_plein" });
      launcher.child.kill("SIGTERM");
      expect(await launcher.exited).toBe(0);
    } finally {
      spawnSync("umount", [folder]);
    }
  });
});

describe("a folder belongs to one kind of instance", () => {
  it("a demonstration's is refused to a real one", async () => {
    await runOnce("start");
    expect(await refused("serve")).toContain("contient une démonstration");
  });

  it("a real one's is refused to a demonstration", async () => {
    await runOnce("serve");
    expect(await refused("start")).toContain("contient une instance réelle");
  });

  it("a real one serves no demonstration, whatever the environment says", async () => {
    const launcher = await run("serve", { DEMONSTRATION: "1" });
    expect(await (await fetch(`http://127.0.0.1:${port}/api/sante`)).json()).toMatchObject({ demonstration: false });
    expect((await fetch(`http://127.0.0.1:${port}/api/demo/personas`)).status).toBe(404);
    launcher.child.kill("SIGTERM");
    await launcher.exited;
  });

  it("one with somebody else's files is refused, and left as it was", async () => {
    await mkdir(folder);
    await writeFile(join(folder, "mémoire.odt"), "");
    expect(await refused("start")).toContain("n’est pas un dossier de Coaction");
    expect(await readdir(folder)).toEqual(["mémoire.odt"]);
  });

  it.each(["", "{", '{"instance":"essai"}', "null"])("a damaged instance.json is refused: %j", async (content) => {
    await mkdir(folder);
    await writeFile(join(folder, "instance.json"), content);
    expect(await refused("start")).toContain("instance.json est illisible ou abîmé");
  });

  it("one that cannot be written is refused", async () => {
    await writeFile(folder, "a file where the folder should be");
    expect(await refused("start")).toContain("Impossible d’écrire dans le dossier");
    expect(await refused("start", { DATA_DIR: join(folder, "dedans") })).toContain("Impossible d’écrire");
  });

  it.runIf(process.getuid?.() === 0)("one whose rights are another's is refused", async () => {
    await mkdir(folder, { mode: 0o755 });
    await chmod(place, 0o755);
    expect(await refused("start", {}, { uid: 65_534 })).toContain("(EACCES)");
  });
});

describe("secrets", () => {
  it.each(["", "{}", '{"SESSION_KEY":"00"}', "null"])("that are damaged are refused: %j", async (content) => {
    await mkdir(folder);
    await writeFile(join(folder, "instance.json"), '{"instance":"demonstration"}');
    await writeFile(join(folder, "secrets.json"), content);
    expect(await refused("start")).toContain("secrets.json est illisible ou abîmé");
    expect(await secrets()).toBe(content);
  });

  it("that are lost while there are data are not silently replaced", async () => {
    await runOnce("start");
    await rm(join(folder, "secrets.json"));
    expect(await refused("start")).toContain("secrets.json manque");
  });

  it("that others could read are closed to them again", async () => {
    await runOnce("start");
    await chmod(join(folder, "secrets.json"), 0o644);
    await runOnce("start");
    expect((await stat(join(folder, "secrets.json"))).mode & 0o777).toBe(0o600);
  });
});

describe("one server at a time", () => {
  it("a port that is taken is refused", async () => {
    const other = createServer().listen(port, "127.0.0.1");
    await new Promise((resolve) => other.once("listening", resolve));
    expect(await refused("start")).toContain(`Le port ${port} de 127.0.0.1 est déjà pris`);
    other.close();
  });

  it("an address that is not this machine's is refused", async () => {
    const settings = { HOST: "192.0.2.1", PUBLIC_URL: "https://cls.example.fr" };
    expect(await refused("serve", settings)).toContain("(EADDRNOTAVAIL)");
  });

  it("a folder in use is refused to a second server, on another port too", async () => {
    const first = await run("start");
    const said = await refused("start", { PORT: String(await freePort()) });
    expect(said).toContain(`Un serveur tourne déjà`);
    expect(said).toContain(`processus ${first.child.pid}`);
    first.child.kill("SIGTERM");
    await first.exited;
  });

  it("a lock left by a crash is taken over, even when its number is now another program's", async () => {
    await runOnce("start");
    const stranger = spawn("sleep", ["60"]);
    await writeFile(join(folder, "serveur.lock"), JSON.stringify({ launcher: stranger.pid, server: stranger.pid }));
    await runOnce("start");
    expect(stranger.exitCode).toBeNull();
    expect(stranger.signalCode).toBeNull();
    stranger.kill();
  });

  it("a server that outlived its launcher is ended by the next start", async () => {
    const first = await run("start");
    const { server } = await lockHolders();
    first.child.kill("SIGKILL");
    // Not its outputs' end, which the server that survives holds open.
    await once(first.child, "exit");
    expect(commandOf(server)).toContain("workerd");
    await runOnce("start");
    expect(commandOf(server) || null).toBeNull();
  });

  it("a server killed with its launcher starts again on its folder and port", async () => {
    const server = await startServer({ demonstration: true });
    await server.kill9();
    await expect(fetch(`${server.url}/api/sante`)).rejects.toThrow();
    await server.restart();
    expect((await fetch(`${server.url}/api/sante`)).status).toBe(200);
    await server.stop();
    await expect(stat(server.dataDir)).rejects.toThrow();
  });
});
