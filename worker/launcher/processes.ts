import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { systemErrorCode } from "./failure.ts";

/** The command line of a process that is alive, its arguments joined by spaces, or null. */
export function commandOf(pid: number): string | null {
  if (!isAlive(pid)) return null;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
  } catch {
    // No /proc (macOS), or it ended meanwhile.
    const listed = spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
    return listed.stdout?.trim() || null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is there, and somebody else's.
    return systemErrorCode(error) === "EPERM";
  }
}

/** Kills at once and waits until it is gone. */
export async function killAndWait(pid: number): Promise<void> {
  while (isRunning(pid)) {
    try {
      process.kill(pid, "SIGKILL");
    } catch (error) {
      // Gone since the line above; any other reason is a real one.
      if (systemErrorCode(error) !== "ESRCH") throw error;
    }
    await pause(20);
  }
}

/** A process that ended but that its parent has not read yet has an empty command line: it holds nothing any more. */
function isRunning(pid: number): boolean {
  const command = commandOf(pid);
  return command !== null && command !== "";
}
