import type { KeptUpdate, Shelf } from "../../../web/live/device-store.ts";

/** A device: what pages keep on it outlives them. */
export interface FakeDevice {
  readonly rows: readonly KeptUpdate[];
  shelf(client: number): Shelf;
}

export function createFakeDevice(): FakeDevice {
  let rows: KeptUpdate[] = [];
  return {
    get rows() {
      return rows;
    },
    shelf: (client) => ({
      durable: true,
      earlier: async () => rows.filter((row) => row.client !== client),
      async keep(seq, bytes) {
        rows.push({ client, seq, bytes });
        return true;
      },
      async forget(of, upTo) {
        rows = rows.filter((row) => row.client !== of || row.seq > upTo);
      },
      close() {},
    }),
  };
}

/** A private window: nothing can be kept. */
export const noShelf: Shelf = {
  durable: false,
  earlier: async () => [],
  keep: async () => false,
  forget: async () => {},
  close() {},
};
