import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** What a command said, and how it ended. */
export interface Said {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

/** `npm run sauvegarde` or `npm run restauration` on a folder of data. */
export function runBackup(name: "sauvegarde" | "restauration", dataDir: string, argument: string): Promise<Said> {
  const child = spawn(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", `worker/launcher/${name}.ts`, argument],
    { cwd: root, env: { ...process.env, DATA_DIR: dataDir } },
  );
  let out = "";
  let error = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    error += text;
  });
  return new Promise((resolve) => child.once("close", (code) => resolve({ code, out, error })));
}
