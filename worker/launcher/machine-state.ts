import { mkdir, open } from "node:fs/promises";
import { join } from "node:path";
import { type DiskState, MACHINE_STATE_FILE, writeMachineState } from "../../shared/protocol/machine-state.ts";
import type { DataFolder } from "./data-folder.ts";

/** Tells the Worker how much room there is. Throws the system's error when that cannot be written. */
export async function tellDisk(folder: DataFolder, disque: DiskState): Promise<void> {
  await mkdir(folder.machine, { recursive: true, mode: 0o700 });
  const path = join(folder.machine, MACHINE_STATE_FILE);
  const file = await open(path, "r+").catch(() => open(path, "w", 0o600));
  try {
    await file.write(writeMachineState({ disque, le: Date.now() }), 0);
  } finally {
    await file.close();
  }
}
