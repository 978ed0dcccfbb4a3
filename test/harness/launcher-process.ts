import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

export type LauncherName = "start" | "serve";

/** A launcher started as a person would start it, with its two outputs gathered. */
export interface LauncherProcess {
  readonly child: ChildProcess;
  /** What it printed until now. */
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Resolves with its exit code when it is gone; null when a signal ended it. */
  readonly exited: Promise<number | null>;
  /** Resolves when it has said that it is ready; rejects with what it said if it ends before. */
  readonly ready: Promise<void>;
}

/** Starts `worker/launcher/<name>.ts` with these variables, and none of the settings of whoever runs the tests. */
export function runLauncher(
  name: LauncherName,
  settings: Readonly<Record<string, string>>,
  owner: { readonly uid?: number } = {},
): LauncherProcess {
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(?:DATA_DIR|HOST|PORT|PUBLIC_URL|DEMO_ON_NETWORK|TRUSTED_PROXIES|MAIL_FROM|SMTP_\w+)$/.test(name),
    ),
  );
  const child = spawn(process.execPath, [`worker/launcher/${name}.ts`], {
    cwd: root,
    env: { ...inherited, ...settings },
    stdio: ["ignore", "pipe", "pipe"],
    ...owner,
  });
  let stdout = "";
  let stderr = "";
  const exited = new Promise<number | null>((resolve) => child.once("close", (code) => resolve(code)));
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
      if (/prêt/.test(stdout)) resolve();
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    exited.then((code) => reject(new Error(`the launcher ended (code ${code}) before it was ready:\n${stderr}`)));
  });
  // Whoever waits for the end only, and not for the start, is not told of a failed start twice.
  ready.catch(() => undefined);
  // A test run that is cut short takes its servers along: the launcher stops its own server.
  const stop = () => child.kill("SIGTERM");
  process.once("exit", stop);
  exited.then(() => process.off("exit", stop));
  return { child, stdout: () => stdout, stderr: () => stderr, exited, ready };
}

/** A port of the loopback that nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => {
        if (address === null || typeof address === "string") reject(new Error("no port"));
        else resolve(address.port);
      });
    });
  });
}
