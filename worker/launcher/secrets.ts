import { randomBytes } from "node:crypto";
import { chmod, readdir, readFile } from "node:fs/promises";
import { ok } from "../../shared/result.ts";
import { type DataFolder, notWritable } from "./data-folder.ts";
import { fail, type Outcome, systemErrorCode } from "./failure.ts";
import { createWhole } from "./files.ts";

/** By the name of the binding that the Worker reads. Each is 32 bytes in hexadecimal. */
export interface Secrets {
  readonly SESSION_KEY: string;
}

/**
 * The secrets of this instance, made at its first start and the same ever after; readable by the owner only.
 * Lost or damaged ones are never replaced: what they signed would silently stop being valid.
 */
export async function openSecrets(folder: DataFolder): Promise<Outcome<Secrets>> {
  const text = await readIfThere(folder.secretsFile);
  if (text === "illisible") return fail({ code: "secrets_abimes", file: folder.secretsFile });
  if (text !== null) {
    const secrets = parseSecrets(text.content);
    if (secrets === null) return fail({ code: "secrets_abimes", file: folder.secretsFile });
    await chmod(folder.secretsFile, 0o600);
    return ok(secrets);
  }
  if (await hasObjects(folder)) return fail({ code: "secrets_absents", file: folder.secretsFile });
  const made: Secrets = { SESSION_KEY: randomBytes(32).toString("hex") };
  try {
    await createWhole(folder.secretsFile, `${JSON.stringify(made, null, 2)}\n`);
  } catch (error) {
    return notWritable(folder, error);
  }
  return ok(made);
}

async function readIfThere(path: string): Promise<{ content: string } | "illisible" | null> {
  try {
    return { content: await readFile(path, "utf8") };
  } catch (error) {
    return systemErrorCode(error) === "ENOENT" ? null : "illisible";
  }
}

function parseSecrets(text: string): Secrets | null {
  try {
    const { SESSION_KEY } = JSON.parse(text) as { SESSION_KEY?: unknown };
    return typeof SESSION_KEY === "string" && /^[0-9a-f]{64}$/.test(SESSION_KEY) ? { SESSION_KEY } : null;
  } catch {
    return null;
  }
}

async function hasObjects(folder: DataFolder): Promise<boolean> {
  try {
    return (await readdir(folder.objects)).length > 0;
  } catch {
    return false;
  }
}
