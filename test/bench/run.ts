import { cpus, loadavg } from "node:os";
import type { Profile } from "../harness/inspector.ts";
import { inspect } from "../harness/inspector.ts";
import { coldOpen, type Opening } from "./cold-open.ts";
import { Crowd, type Delays } from "./crowd.ts";
import { type Past, past } from "./history.ts";
import { type Memory, memory } from "./memory.ts";
import { cpuSeconds } from "./processes.ts";
import { type LongSteps, longSteps } from "./steps.ts";
import { type Bench, startProduct, startRelay } from "./targets.ts";

/**
 * `npm run bench`: what the live path costs, with every check on, on plain workerd, beside a bare relay in the same run.
 * The server is one process and everybody who writes and reads is this one. Prints JSON; asserts nothing but that every
 * reader got every letter. `npm run bench -- live`, `opening`, `history`, `steps` or `memory` is a part of it; `LETTERS=20000` makes a longer
 * race; `PROFILE=1` also says where the server's time goes (and slows it a little).
 */
const LETTERS = Number(process.env["LETTERS"] ?? 9_000);
/** Letters that pay for compiling, before anything is measured: after half as many, an update costs twice as much. */
const WARMING = 15_000;
const IN_FLIGHT = 64;
const RACES = 3;
const PER_SECOND = 66;
const STROLL = 10 * PER_SECOND;
const READERS = [1, 50];
const PROFILED = process.env["PROFILE"] === "1";
const PARTS = ["live", "opening", "history", "steps", "memory"];

interface Speed {
  readonly readers: number;
  /** The middle one of three races. */
  readonly updatesPerSecond: number;
  readonly races: readonly number[];
  /** Of the server's process, in microseconds for each update. */
  readonly serverCpuPerUpdate: number;
  /** Of everybody who writes and reads: what is measured is the server as long as this is less than a core. */
  readonly clientCores: number;
  readonly profile?: Profile;
}

async function speed(bench: Bench, readers: number): Promise<Speed> {
  const crowd = await Crowd.gather(bench.target(0), readers);
  await crowd.race(WARMING, IN_FLIGHT);
  const before = cpuSeconds(bench.server.pid());
  const clientBefore = process.cpuUsage();
  const seconds: number[] = [];
  for (let race = 0; race < RACES; race++) seconds.push(await crowd.race(LETTERS, IN_FLIGHT));
  const client = process.cpuUsage(clientBefore);
  const cpu = cpuSeconds(bench.server.pid()) - before;
  const all = seconds.reduce((sum, each) => sum + each, 0);
  const profile = await profileOf(bench, () => crowd.race(LETTERS, IN_FLIGHT));
  await crowd.leave();
  const races = seconds.map((each) => Math.round(LETTERS / each));
  return {
    readers,
    updatesPerSecond: races.toSorted((a, b) => a - b)[RACES >> 1] ?? Number.NaN,
    races,
    serverCpuPerUpdate: round((cpu * 1e6) / (LETTERS * RACES)),
    clientCores: round((client.user + client.system) / 1e6 / all),
    ...(profile === null ? {} : { profile }),
  };
}

async function profileOf(bench: Bench, work: () => Promise<unknown>): Promise<Profile | null> {
  const port = bench.server.inspectorPort;
  if (port === null) return null;
  const inspector = await inspect(port, `${bench.server.url}/api/sante`);
  const profile = await inspector.profile(work);
  inspector.close();
  return profile;
}

interface Live {
  readonly speeds: readonly Speed[];
  readonly delays: { readonly readers: number; readonly updatesPerSecond: number; readonly milliseconds: Delays };
}

async function livePath(start: (options: { readonly inspector: boolean }) => Promise<Bench>): Promise<Live> {
  const bench = await start({ inspector: PROFILED });
  try {
    const speeds: Speed[] = [];
    for (const readers of READERS) speeds.push(await speed(bench, readers));
    const readers = READERS.at(-1) ?? 1;
    const crowd = await Crowd.gather(bench.target(1), readers);
    await crowd.stroll(2 * PER_SECOND, PER_SECOND);
    const milliseconds = await crowd.stroll(STROLL, PER_SECOND);
    await crowd.leave();
    return { speeds, delays: { readers, updatesPerSecond: PER_SECOND, milliseconds } };
  } finally {
    await bench.stop();
  }
}

function shareOfRelay(coaction: Live, relay: Live): { readonly readers: number; readonly share: number }[] {
  return coaction.speeds.map(({ readers, updatesPerSecond }, index) => ({
    readers,
    share: round(updatesPerSecond / (relay.speeds[index]?.updatesPerSecond ?? Number.NaN)),
  }));
}

async function beside<Found>(of: (start: typeof startProduct) => Promise<Found>) {
  return { coaction: await of(startProduct), relay: await of(startRelay) };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

interface Report {
  live?: { coaction: Live; relay: Live; shareOfRelay: ReturnType<typeof shareOfRelay> };
  opening?: { coaction: Opening | null; relay: Opening | null };
  history?: Past | null;
  steps?: LongSteps;
  memory?: { coaction: readonly Memory[]; relay: readonly Memory[] };
}

const asked = process.argv.slice(2);
const parts = asked.length === 0 ? PARTS : asked;
const unknown = parts.filter((part) => !PARTS.includes(part));
if (unknown.length > 0) throw new Error(`no such part: ${unknown.join(", ")}`);
const loadBefore = loadavg().map(round);
const report: Report = {};
if (parts.includes("live")) {
  console.error("… speed and delays");
  const found = await beside(livePath);
  report.live = { ...found, shareOfRelay: shareOfRelay(found.coaction, found.relay) };
}
if (parts.includes("opening")) {
  console.error("… opening");
  report.opening = await beside(coldOpen);
}
if (parts.includes("history")) {
  console.error("… history");
  report.history = await past(startProduct);
}
if (parts.includes("steps")) {
  console.error("… long steps");
  report.steps = longSteps();
}
if (parts.includes("memory")) {
  console.error("… memory");
  report.memory = await beside(memory);
}
const machine = { cores: cpus().length, model: cpus()[0]?.model, node: process.version, loadBefore };
console.log(JSON.stringify({ machine, letters: LETTERS, inFlight: IN_FLIGHT, ...report }, null, 2));
process.exit(0);
