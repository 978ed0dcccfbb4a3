import type { AccountId, DocumentId } from "../../../shared/ids.ts";
import type { RefusedRow } from "../../../web/live/device-database.ts";
import type { DevicePlace, KeptUpdate } from "../../../web/live/device-place.ts";

/** A device: what pages keep on it outlives them. Its text is what it was last told, in one piece. */
export interface FakeDevice {
  readonly rows: readonly KeptUpdate[];
  readonly refused: readonly RefusedRow[];
  /** The text as the device has it, and in which epoch. */
  text: readonly Uint8Array[];
  epoch: string | null;
  /** Ids with their tickets, for pages opened without the network. */
  readonly spare: readonly { readonly client: number; readonly seal: string }[];
  place(client: number): DevicePlace;
}

const ACCOUNT = "compte" as AccountId;
const DOCUMENT = "fiche" as DocumentId;

export function createFakeDevice(): FakeDevice {
  let rows: (KeptUpdate & { readonly epoch: string | null })[] = [];
  const refused: RefusedRow[] = [];
  let spare: FakeDevice["spare"] = [];

  function forget(updates: readonly KeptUpdate[]): void {
    for (const { client, seq } of updates) rows = rows.filter((row) => row.client !== client || row.seq > seq);
  }

  const device: FakeDevice = {
    get rows() {
      return rows;
    },
    refused,
    text: [],
    epoch: null,
    get spare() {
      return spare;
    },
    place(client) {
      const others = rows.filter((row) => row.client !== client);
      let seal: string | null = null;
      let epoch = device.epoch ?? others.at(-1)?.epoch ?? null;
      const known = epoch;
      const kept: Uint8Array[] = [...device.text];
      return {
        client,
        get epoch() {
          return epoch;
        },
        text: device.text,
        earlier: others.filter((row) => row.epoch === known),
        outdated: others.filter((row) => row.epoch !== known),
        durable: () => true,
        welcomed(now, [own, ...rest]) {
          epoch = now;
          seal = own?.seal ?? seal;
          spare = rest;
        },
        async keep(seq, bytes, declarations) {
          rows.push({ client, seq, bytes, declarations, seal, epoch });
          return true;
        },
        async stored(updates) {
          kept.push(...updates.map(({ bytes }) => bytes));
          device.text = [...kept];
          forget(updates);
        },
        received(update) {
          kept.push(update);
          device.text = [...kept];
        },
        settle(state) {
          kept.splice(0, kept.length, state());
          device.text = [...kept];
          device.epoch = epoch;
        },
        async refuse(updates, reason, passages) {
          forget(updates);
          const entry = { account: ACCOUNT, document: DOCUMENT, id: `${refused.length}`, at: 0, reason, passages };
          const full = {
            ...entry,
            rows: updates.map((update) => ({ account: ACCOUNT, document: DOCUMENT, began: 0, ...update })),
          };
          refused.push(full);
          return full;
        },
        async drop(updates) {
          forget(updates);
        },
        async forgetText() {
          device.text = [];
          device.epoch = null;
        },
        async close() {},
      };
    },
  };
  return device;
}

/** A private window: nothing can be kept. */
export const noPlace: DevicePlace = {
  ...createFakeDevice().place(1),
  durable: () => false,
  keep: async () => false,
  refuse: async () => null,
};
