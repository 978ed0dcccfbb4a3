import { spawn, spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/** Should this process die in the middle, the other goes on by itself after so many seconds. */
const SAFETY_SECONDS = 10;
/** How long a process may take to stand still, in milliseconds. */
const STILL_WITHIN = 2_000;

/**
 * Does something while a process stands still: between two of its instructions, as a crash would leave its files.
 * Whatever happens here, it goes on afterwards. null, and nothing done, when it could not be stopped. `work` must take
 * well under ten seconds.
 */
export function whilePaused<Answer>(pid: number, work: () => Answer): { answer: Answer; milliseconds: number } | null {
  const safety = spawn("sh", ["-c", `sleep ${SAFETY_SECONDS}; kill -CONT ${pid}`], { detached: true, stdio: "ignore" });
  safety.unref();
  // Without a shell there is no such safety, and still a backup.
  safety.on("error", () => undefined);
  const began = performance.now();
  try {
    process.kill(pid, "SIGSTOP");
    while (!standsStill(pid)) {
      if (performance.now() - began > STILL_WITHIN) return null;
      sleep(1);
    }
    return { answer: work(), milliseconds: performance.now() - began };
  } finally {
    process.kill(pid, "SIGCONT");
    // Its whole group: the one that waits, and what it waits for.
    if (safety.pid !== undefined) process.kill(-safety.pid);
  }
}

/** Whether every thread of it was stopped. */
function standsStill(pid: number): boolean {
  try {
    return readdirSync(`/proc/${pid}/task`).every((thread) => {
      const stat = readFileSync(`/proc/${pid}/task/${thread}/stat`, "utf8");
      // The name before the state may hold anything, parentheses too.
      return /^[Tt]/.test(stat.slice(stat.lastIndexOf(")") + 2));
    });
  } catch {
    // No /proc (macOS).
    return /^T/.test(spawnSync("ps", ["-o", "state=", "-p", String(pid)], { encoding: "utf8" }).stdout?.trim() ?? "");
  }
}

function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
