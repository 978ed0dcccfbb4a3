import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { ok } from "../../shared/result.ts";
import type { DataFolder } from "./data-folder.ts";
import { fail, type Outcome, systemErrorCode } from "./failure.ts";
import { createWhole } from "./files.ts";

/**
 * The epoch of a folder of data: null for one that was never restored. Pages that were open before a restoration, and
 * what they kept on a device, are told apart by it.
 */
export async function readEpoch(folder: DataFolder): Promise<Outcome<string | null>> {
  let text: string;
  try {
    text = await readFile(folder.epochFile, "utf8");
  } catch (error) {
    if (systemErrorCode(error) === "ENOENT") return ok(null);
    return fail({ code: "instance_abimee", file: folder.epochFile });
  }
  const epoch = parseEpoch(text);
  return epoch === null ? fail({ code: "instance_abimee", file: folder.epochFile }) : ok(epoch);
}

/** Begins a new epoch in a folder that has none yet. Throws the system's error when it cannot be written. */
export async function beginEpoch(folder: DataFolder): Promise<string> {
  const epoch = randomBytes(8).toString("hex");
  await createWhole(folder.epochFile, `${JSON.stringify({ epoque: epoch })}\n`);
  return epoch;
}

function parseEpoch(text: string): string | null {
  try {
    const { epoque } = JSON.parse(text) as { epoque?: unknown };
    return typeof epoque === "string" && /^[0-9a-f]{16}$/.test(epoque) ? epoque : null;
  } catch {
    return null;
  }
}
