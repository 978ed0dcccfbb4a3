import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { readSettings, socketAddress } from "./settings.ts";
import { untilAskedToStop } from "./signals.ts";
import { describeFailure } from "./words.ts";

/**
 * `npm run dev`: vite, which reloads the screens as they change, on HOST:PORT; behind it `wrangler dev`, which reloads
 * the Worker, on the next port. Always the demonstration, in `.wrangler/`.
 */
async function main(): Promise<void> {
  const root = fileURLToPath(new URL("../..", import.meta.url));
  const settings = readSettings("demonstration", process.env, root);
  if (!settings.ok) {
    console.error(describeFailure(settings.failure));
    process.exitCode = 1;
    return;
  }
  const { host, port, publicUrl } = settings.value;
  const workerPort = port + 1;

  // A file and not the command line, which every user of the machine can read.
  const vars = `${root}.wrangler/dev.env`;
  await mkdir(`${root}.wrangler`, { recursive: true });
  const values = { DEMONSTRATION: "1", PUBLIC_URL: publicUrl, SESSION_KEY: randomBytes(32).toString("hex") };
  const lines = Object.entries(values).map(([name, value]) => `${name}=${value}\n`);
  await writeFile(vars, lines.join(""), { mode: 0o600 });

  const worker = ["dev", "worker/demo/index.ts", "--ip", host, "--port", String(workerPort), "--env-file", vars];
  const children = [
    run("wrangler", [...worker, "--show-interactive-dev-session=false"], {}),
    run("vite", ["web", "--host", host, "--port", String(port)], {
      WORKER_URL: `http://${socketAddress(host, workerPort)}`,
    }),
  ];

  function run(command: string, args: readonly string[], env: Readonly<Record<string, string>>) {
    return spawn(command, args, {
      cwd: root,
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, ...env },
    });
  }
  const ended = children.map((child) => new Promise<void>((resolve) => child.once("close", () => resolve())));
  // One without the other is of no use.
  await Promise.race([untilAskedToStop(() => undefined), ...ended]);
  for (const child of children) child.kill("SIGTERM");
  await Promise.all(ended);
}

await main();
