import { randomBytes } from "node:crypto";
import { readFile, rename, rm } from "node:fs/promises";
import { ok } from "../../shared/result.ts";
import { type DataFolder, notWritable } from "./data-folder.ts";
import { fail, type Outcome } from "./failure.ts";
import { createWhole, replaceWhole } from "./files.ts";
import { commandOf, killAndWait } from "./processes.ts";

/** Held while a server runs on a folder: two on the same files would each think the other's rows lost. */
export interface Lock {
  /** Notes the process that holds the files open, so that a launcher that was killed leaves no server behind. */
  readonly noteServer: (pid: number) => Promise<void>;
  readonly release: () => Promise<void>;
}

interface Holder {
  readonly launcher: number;
  readonly server: number | null;
}

/**
 * Takes the folder for this process. A lock whose launcher is gone is taken over; if its server outlived it (the
 * launcher was killed), that server is ended first, which loses nothing that it acknowledged.
 */
export async function takeLock(folder: DataFolder): Promise<Outcome<Lock>> {
  const write = (holder: Holder) => `${JSON.stringify(holder)}\n`;
  try {
    while (!(await createWhole(folder.lockFile, write({ launcher: process.pid, server: null })))) {
      const text = await readFile(folder.lockFile, "utf8").catch(() => "");
      const holder = parseHolder(text);
      if (holder !== null && isOtherLauncher(holder.launcher)) {
        return fail({ code: "deja_en_marche", folder: folder.path, pid: holder.launcher });
      }
      if (holder?.server != null && isServerOf(holder.server, folder)) await killAndWait(holder.server);
      await removeStale(folder, text);
    }
  } catch (error) {
    return notWritable(folder, error);
  }
  return ok({
    noteServer: (pid) => replaceWhole(folder.lockFile, write({ launcher: process.pid, server: pid })),
    release: () => rm(folder.lockFile, { force: true }),
  });
}

/** The process of the server that runs on a folder now; null when there is none, « starts » when it is about to be. */
export async function whoServes(folder: DataFolder): Promise<number | "starts" | null> {
  const holder = parseHolder(await readFile(folder.lockFile, "utf8").catch(() => ""));
  if (holder === null) return null;
  if (holder.server !== null && isServerOf(holder.server, folder)) return holder.server;
  return isOtherLauncher(holder.launcher) ? "starts" : null;
}

function isOtherLauncher(pid: number): boolean {
  // In a container that was started again, the old number is often our own or our parent's.
  if (pid === process.pid || pid === process.ppid) return false;
  return /launcher[/\\](start|serve|sauvegarde|restauration)\.ts/.test(commandOf(pid) ?? "");
}

function isServerOf(pid: number, folder: DataFolder): boolean {
  const command = commandOf(pid) ?? "";
  return command.includes("workerd") && command.includes(folder.configFile);
}

/** Removes the lock that was read, and not one that a third process made since. */
async function removeStale(folder: DataFolder, expected: string): Promise<void> {
  const aside = `${folder.lockFile}.${randomBytes(6).toString("hex")}.tmp`;
  await rename(folder.lockFile, aside).catch(() => undefined);
  const taken = await readFile(aside, "utf8").catch(() => null);
  if (taken !== null && taken !== expected) await createWhole(folder.lockFile, taken);
  await rm(aside, { force: true });
}

function parseHolder(text: string): Holder | null {
  try {
    const { launcher, server } = JSON.parse(text) as { launcher?: unknown; server?: unknown };
    if (typeof launcher !== "number") return null;
    return { launcher, server: typeof server === "number" ? server : null };
  } catch {
    return null;
  }
}
