import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire, stripTypeScriptTypes } from "node:module";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { readWorkerSettings, type WorkerSettings } from "../../worker/launcher/worker-settings.ts";
import { type Outside, workerdConfig } from "../../worker/launcher/workerd-config.ts";
import { freePort } from "./launcher-process.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Path of the binary for this machine. The package brings no types. */
const { default: workerd } = createRequire(import.meta.url)("workerd") as { readonly default: string };

/** What a plain workerd is started with, without the launcher: for other bundles than the two that are built. */
export interface PlainOptions {
  /** Path of the bundle. */
  readonly bundle: string;
  /** Its objects; without it those of `wrangler.toml`. */
  readonly worker?: WorkerSettings;
  readonly texts?: Readonly<Record<string, string>>;
  /** What it may reach outside; without it, nothing. */
  readonly outside?: Outside;
  /** Also listens for the protocol of V8's inspector: measures of memory and of time. */
  readonly inspector?: boolean;
}

export interface PlainWorkerd {
  readonly url: string;
  /** Of the process now running: another one after `restart`. */
  readonly pid: () => number;
  readonly inspectorPort: number | null;
  /** Folder of the objects' files. */
  readonly objects: string;
  /** Everything that it printed. */
  readonly output: () => string;
  /** Kills it and starts it again on the same folder and port. */
  readonly restart: () => Promise<void>;
  /** Kills it and removes its folder. */
  readonly stop: () => Promise<void>;
}

/** Starts a bundle on workerd, on a folder and a port of its own; resolves when it answers. */
export async function startPlain(options: PlainOptions): Promise<PlainWorkerd> {
  const folder = await mkdtemp(join(tmpdir(), "coaction-plain-"));
  const objects = join(folder, "objects");
  const web = join(root, "test/harness/built-web");
  const pages = join(folder, "pages");
  await mkdir(objects);
  await mkdir(pages);
  const port = await freePort();
  const inspectorPort = options.inspector === true ? await freePort() : null;
  const url = `http://127.0.0.1:${port}`;
  const configFile = join(folder, "config.capnp");
  const config = workerdConfig({
    worker: options.worker ?? readWorkerSettings(join(root, "wrangler.toml")),
    bundle: relative(folder, options.bundle),
    web,
    objects,
    pages,
    address: `127.0.0.1:${port}`,
    texts: { PUBLIC_URL: url, ...options.texts },
    secrets: ["SESSION_KEY"],
    ...(options.outside === undefined ? {} : { outside: options.outside }),
  });
  await writeFile(configFile, config);

  let output = "";
  const inspect = inspectorPort === null ? [] : ["--inspector-addr", `127.0.0.1:${inspectorPort}`];
  const start = async (): Promise<ChildProcess> => {
    const child = spawn(workerd, ["serve", configFile, ...inspect], {
      env: { SESSION_KEY: "5e".repeat(32) },
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text: string) => {
        output += text;
      });
    }
    await untilAnswers(url, child);
    return child;
  };
  let child = await start();
  // A run that is cut short takes its servers along.
  const kill = () => child.kill("SIGKILL");
  process.once("exit", kill);
  const end = async (): Promise<void> => {
    const gone = new Promise((resolve) => child.once("exit", resolve));
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGKILL");
    await gone;
  };
  return {
    url,
    pid: () => child.pid ?? -1,
    inspectorPort,
    objects,
    output: () => output,
    restart: async () => {
      await end();
      child = await start();
    },
    stop: async () => {
      process.off("exit", kill);
      await end();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A program of one file that imports nothing but the runtime, ready for `startPlain`; the path of what was written. */
export async function stripProgram(source: string, folder: string): Promise<string> {
  const path = join(folder, "program.js");
  await writeFile(path, stripTypeScriptTypes(await readFile(join(root, source), "utf8")));
  return path;
}

/** The same for a program that has the product's objects, bundled by the tool that bundles the product. */
export function bundleProgram(source: string, folder: string): Promise<string> {
  const child = spawn("wrangler", ["deploy", source, "--dry-run", "--outdir", folder], {
    cwd: root,
    env: { ...process.env, PATH: `${root}node_modules/.bin:${process.env["PATH"] ?? ""}`, WRANGLER_LOG: "warn" },
    stdio: ["ignore", "inherit", "inherit"],
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      const name = source.replace(/^.*\//, "").replace(/\.ts$/, ".js");
      if (code === 0) resolve(join(folder, name));
      else reject(new Error(`${source} could not be bundled (code ${code})`));
    });
  });
}

async function untilAnswers(url: string, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`workerd ended with code ${child.exitCode}`);
    const answer = await fetch(`${url}/api/sante`).catch(() => null);
    await answer?.arrayBuffer();
    if (answer !== null) return;
    await pause(20);
  }
}
