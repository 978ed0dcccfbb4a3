import { setTimeout } from "node:timers/promises";
import WebSocket from "ws";

/** Where time went, the largest first: what each function took itself, and with all that it called, in percent. */
export interface Profile {
  readonly itself: Shares;
  readonly withCalled: Shares;
}

/** Functions of the bundle as `name:line`, with percents of the time that was not idle. */
type Shares = Readonly<Record<string, number>>;

/** V8's inspector of a running workerd. */
export interface Inspector {
  /** Bytes of live objects, after what is no longer used was collected. */
  heap(): Promise<number>;
  /** Watches where time goes while `work` runs. */
  profile(work: () => Promise<unknown>): Promise<Profile>;
  close(): void;
}

const KNOCK_MS = 50;

/**
 * Connects to the inspector that listens on this port of the loopback.
 *
 * @param url an address of the same server: some questions are answered only when the Worker next runs
 */
export async function inspect(port: number, url: string): Promise<Inspector> {
  const list = await fetch(`http://127.0.0.1:${port}/json`);
  // The inspector's own protocol.
  const targets = (await list.json()) as { webSocketDebuggerUrl: string }[];
  const address = targets[0]?.webSocketDebuggerUrl;
  if (address === undefined) throw new Error("the inspector has nothing to inspect");
  const socket = new WebSocket(address, { perMessageDeflate: false });
  await new Promise((resolve, reject) => {
    socket.once("open", resolve);
    socket.once("error", reject);
  });
  let last = 0;
  const waiting = new Map<number, (result: unknown) => void>();
  socket.on("message", (data: Buffer) => {
    const { id, result } = JSON.parse(data.toString("utf8")) as { id?: number; result?: unknown };
    if (id === undefined) return;
    waiting.get(id)?.(result);
    waiting.delete(id);
  });
  const ask = (method: string): Promise<unknown> => {
    last += 1;
    const id = last;
    socket.send(JSON.stringify({ id, method }));
    return new Promise((resolve) => waiting.set(id, resolve));
  };
  /** The same answer, which may come before the Worker runs or only while it does: it is kept running until then. */
  const knockingFor = async (asked: Promise<unknown>): Promise<unknown> => {
    const nothing = Symbol();
    for (;;) {
      await (await fetch(url)).arrayBuffer();
      const answer = await Promise.race([asked, setTimeout(KNOCK_MS, nothing)]);
      if (answer !== nothing) return answer;
    }
  };
  return {
    async heap() {
      await knockingFor(ask("HeapProfiler.enable"));
      for (let i = 0; i < 3; i++) await knockingFor(ask("HeapProfiler.collectGarbage"));
      return ((await knockingFor(ask("Runtime.getHeapUsage"))) as { usedSize: number }).usedSize;
    },
    async profile(work) {
      await ask("Profiler.enable");
      await ask("Profiler.start");
      await work();
      const { profile } = (await ask("Profiler.stop")) as { profile: RawProfile };
      return shares(profile);
    },
    close: () => socket.close(),
  };
}

interface RawProfile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly lineNumber: number };
    readonly children?: readonly number[];
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

const SHOWN = 40;

function shares({ nodes, samples, timeDeltas }: RawProfile): Profile {
  const names = new Map(
    nodes.map(({ id, callFrame }) => [id, `${callFrame.functionName || "(unnamed)"}:${callFrame.lineNumber + 1}`]),
  );
  const callers = new Map(nodes.flatMap(({ id, children }) => (children ?? []).map((child) => [child, id] as const)));
  const itself = new Map<string, number>();
  const withCalled = new Map<string, number>();
  let total = 0;
  for (const [index, id] of samples.entries()) {
    const name = names.get(id) ?? "?";
    const time = timeDeltas[index] ?? 0;
    if (name.startsWith("(idle)")) continue;
    total += time;
    itself.set(name, (itself.get(name) ?? 0) + time);
    const onTheWay = new Set<string>();
    for (let at: number | undefined = id; at !== undefined; at = callers.get(at)) onTheWay.add(names.get(at) ?? "?");
    for (const each of onTheWay) withCalled.set(each, (withCalled.get(each) ?? 0) + time);
  }
  const largest = (times: ReadonlyMap<string, number>): Shares =>
    Object.fromEntries(
      [...times]
        .sort(([, a], [, b]) => b - a)
        .slice(0, SHOWN)
        .map(([name, time]) => [name, Math.round((1000 * time) / total) / 10]),
    );
  return { itself: largest(itself), withCalled: largest(withCalled) };
}
