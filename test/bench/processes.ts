import { readFileSync } from "node:fs";

/** A process's own time until now, in seconds, to a hundredth. Linux only. */
export function cpuSeconds(pid: number): number {
  // What follows the name, which may hold spaces: user and system time are the 12th and 13th, in hundredths.
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /, "")
    .split(" ");
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** Memory that a process really takes, in bytes. Linux only. */
export function residentBytes(pid: number): number {
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) * 1024;
}
