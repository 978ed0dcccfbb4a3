import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { killAndWait } from "../../worker/launcher/processes.ts";
import { freePort, type LauncherProcess, runLauncher } from "./launcher-process.ts";

export interface ServerOptions {
  /** Which launcher: `npm start`'s, with the demonstration loaded, or `npm run serve`'s. */
  readonly demonstration: boolean;
  /** Kept after `stop`; without it a temporary folder, removed by `stop`. */
  readonly dataDir?: string;
  readonly port?: number;
  /** Other settings, as the environment has them: of the mail, say. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** A real server: the built bundle on workerd, started by the real launcher, on the loopback. */
export interface RunningServer {
  /** The origin, which is also the `Origin` and the `Host` that the server accepts. */
  readonly url: string;
  readonly port: number;
  readonly dataDir: string;
  /** Everything that the launcher and workerd printed since the last start. */
  readonly output: () => string;
  /** `kill -9` of workerd and of the launcher; resolves when both are gone. */
  readonly kill9: () => Promise<void>;
  /** Starts again on the same folder and port, after `kill9`, or stopping it first. */
  readonly restart: () => Promise<void>;
  /** Stops it as Ctrl-C would. */
  readonly stop: () => Promise<void>;
}

/** Starts a server and resolves when it answers. `npm run build` must have been run. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), "coaction-test-")));
  const port = options.port ?? (await freePort());
  const start = async (): Promise<LauncherProcess> => {
    const launcher = runLauncher(options.demonstration ? "start" : "serve", {
      DATA_DIR: dataDir,
      PORT: String(port),
      ...options.settings,
    });
    await launcher.ready;
    return launcher;
  };
  let launcher: LauncherProcess | null = await start();

  const kill9 = async (): Promise<void> => {
    if (launcher === null) return;
    const server = await serverPid(dataDir);
    // The server first: the launcher alive for one more instant does nothing that it would not do after a crash.
    if (server !== null) process.kill(server, "SIGKILL");
    launcher.child.kill("SIGKILL");
    await launcher.exited;
    if (server !== null) await killAndWait(server);
    launcher = null;
  };
  const end = async (): Promise<void> => {
    launcher?.child.kill("SIGTERM");
    await launcher?.exited;
    launcher = null;
  };
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    dataDir,
    output: () => `${launcher?.stdout() ?? ""}${launcher?.stderr() ?? ""}`,
    kill9,
    restart: async () => {
      await end();
      launcher = await start();
    },
    stop: async () => {
      await end();
      if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** The process that holds the files, as the launcher noted it beside them. */
async function serverPid(dataDir: string): Promise<number | null> {
  const { server } = JSON.parse(await readFile(join(dataDir, "serveur.lock"), "utf8")) as { server: number | null };
  return server;
}
