import { createRoot, createSignal } from "solid-js";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createKeptTyped } from "../../../web/primitives/create-kept-typed.ts";

/** The device, which writes when the test says so. */
const device = vi.hoisted(() => ({ rows: new Map<string, unknown>(), writes: [] as (() => void)[], isFull: false }));

vi.mock("../../../web/live/device-typed.ts", () => ({
  recallTyped: async (_: string, form: string) =>
    device.rows.has(form) ? { values: device.rows.get(form), at: 1 } : null,
  forgetTyped: async (_: string, form: string) => void device.rows.delete(form),
  keepTyped: async (_: string, form: string, values: unknown) => {
    await new Promise<void>((done) => device.writes.push(done));
    if (!device.isFull) device.rows.set(form, values);
    return !device.isFull;
  },
}));
vi.mock("../../../web/stores/app-context.ts", () => ({
  useApp: () => ({ session: { state: () => ({ kind: "present", session: { account: { id: "anne" } } }) } }),
}));
vi.mock("../../../web/stores/shared-computer.ts", () => ({ isSharedComputer: () => false }));

/** A reason that is being typed, and what is said of it. */
function typing() {
  return createRoot((leave) => {
    const [words, type] = createSignal("");
    const kept = createKeptTyped({
      form: "avis/k7f3",
      read: () => (words() === "" ? null : { raison: words() }),
      restore: (values) => void type((values as { raison: string }).raison),
    });
    return { words, type, kept, leave };
  });
}

/** What the device was asked to write is there. */
async function written(): Promise<void> {
  await vi.waitUntil(() => device.writes.length > 0);
  for (const done of device.writes.splice(0)) done();
  await new Promise((resolve) => setTimeout(resolve));
}

describe("what is typed in a form", () => {
  beforeEach(() => {
    vi.stubGlobal("document", { addEventListener: () => {}, removeEventListener: () => {} });
    device.rows.clear();
    device.isFull = false;
  });
  afterEach(() => vi.unstubAllGlobals());

  it("is said to be kept once the device has it, and no more after another letter until that is there too", async () => {
    const { type, kept, leave } = typing();
    type("Le calendrier");
    expect(kept.isKept()).toBe(false);
    await vi.waitUntil(() => device.writes.length > 0);
    expect(kept.isKept()).toBe(false);
    await written();
    expect(kept.isKept()).toBe(true);
    type("Le calendrier reste flou");
    expect(kept.isKept()).toBe(false);
    await written();
    expect(kept.isKept()).toBe(true);
    leave();
  });

  it("is not said to be kept when a later letter came before the device had the first", async () => {
    const { type, kept, leave } = typing();
    type("Le");
    await vi.waitUntil(() => device.writes.length > 0);
    type("Le calendrier");
    for (const done of device.writes.splice(0)) done();
    await new Promise((resolve) => setTimeout(resolve));
    expect(kept.isKept()).toBe(false);
    await written();
    expect(kept.isKept()).toBe(true);
    leave();
  });

  it("is not said to be kept by a device that does not take it", async () => {
    device.isFull = true;
    const { type, kept, leave } = typing();
    type("Le calendrier");
    await written();
    expect(kept.isKept()).toBe(false);
    leave();
  });

  it("is kept as soon as it is found again", async () => {
    device.rows.set("avis/k7f3", { raison: "Le calendrier" });
    const { words, kept, leave } = typing();
    await vi.waitUntil(() => words() !== "");
    expect(kept.isKept()).toBe(true);
    expect(kept.foundFrom()).toBe(1);
    leave();
  });
});
