import { type ChildProcess, spawn } from "node:child_process";
import workerd from "workerd";

/** After SIGTERM, workerd waits for its open sockets without end: this many milliseconds, then it is killed. */
const PATIENCE = 2_000;

/** A running workerd. */
export interface Server {
  readonly pid: number;
  /** Resolves when the process is gone, with how it ended in a few words. */
  readonly ended: Promise<string>;
  /** Asks it to end, then kills it, which loses nothing that was acknowledged; resolves when it is gone. */
  readonly stop: () => Promise<void>;
  /** Kills at once, without waiting: for when this process itself is ending. */
  readonly kill: () => void;
}

/**
 * Starts workerd on a configuration file. The secrets go by the environment, which only the owner can read; a command
 * line is visible to every user of the machine.
 */
export function runWorkerd(configFile: string, secrets: Readonly<Record<string, string>>): Server {
  const child = spawn(workerd.default, ["serve", configFile], {
    env: { ...secrets },
    stdio: ["ignore", "inherit", "inherit"],
    // In a group of its own: Ctrl-C reaches the launcher alone, which stops it in order.
    detached: true,
  });
  const ended = endOf(child);
  const kill = () => {
    child.kill("SIGKILL");
  };
  const stop = async () => {
    child.kill("SIGTERM");
    const timer = setTimeout(kill, PATIENCE);
    await ended;
    clearTimeout(timer);
  };
  // Without a pid the process could not be started: `ended` then says why.
  return { pid: child.pid ?? -1, ended, stop, kill };
}

function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => resolve(signal === null ? `code ${code}` : `signal ${signal}`));
  });
}
