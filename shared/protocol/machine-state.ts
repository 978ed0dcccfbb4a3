/** How much room is left where everything is kept. */
export const DISK_STATES = ["suffisant", "presque_plein", "plein"] as const;
export type DiskState = (typeof DISK_STATES)[number];

/** What the launcher tells the Worker of the machine that both run on. */
export interface MachineState {
  readonly disque: DiskState;
  /** When it looked, in milliseconds since 1970. */
  readonly le: number;
}

/** The file in which it does, in a folder that the Worker only reads. */
export const MACHINE_STATE_FILE = "etat.json";

/** After how long without a new look the state is not known any more, in milliseconds. */
export const MACHINE_STATE_MS = 300_000;

/**
 * The content of that file, always of the same length: it is written over in place, which a disk without any room left
 * still allows.
 */
export function writeMachineState(state: MachineState): string {
  return JSON.stringify(state).padEnd(128);
}

/** What it says, or null when it says nothing that is known. */
export function readMachineState(text: string): MachineState | null {
  try {
    const { disque, le } = JSON.parse(text) as { disque?: unknown; le?: unknown };
    const known = DISK_STATES.find((each) => each === disque);
    return known === undefined || typeof le !== "number" ? null : { disque: known, le };
  } catch {
    return null;
  }
}
