import { spawn } from "node:child_process";
import { delimiter } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureChromium } from "./harness/chromium.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** One line of the report: a command, which passes or fails as a whole. */
interface Phase {
  /** What `node test/run.ts <name>…` runs alone. */
  readonly name: string;
  readonly command: readonly string[];
  /** Whether it reads what `npm run build` makes. */
  readonly built: boolean;
  readonly browser?: true;
}

function vitest(name: string, built: boolean, projects: readonly string[]): Phase {
  const chosen = projects.flatMap((project) => ["--project", project]);
  return { name, command: ["vitest", "run", "--config", "test/vitest.config.ts", ...chosen], built };
}

/** In order of cost, so that what is quickly wrong is quickly said; one at a time, since each uses both cores. */
const PHASES: readonly Phase[] = [
  { name: "lint", command: ["biome", "check"], built: false },
  { name: "types", command: ["tsc", "-b"], built: false },
  { name: "unused", command: ["knip"], built: false },
  vitest("unit", false, ["lint", "shared", "web"]),
  vitest("worker", false, ["worker"]),
  vitest("sim", false, ["sim"]),
  // Its second part is the dry run of `npm run deploy`: the very command, told to keep the bundle.
  { name: "build", command: ["npm", "run", "--silent", "build"], built: false },
  { name: "size", command: ["size-limit", "--config", "test/size-limit.config.ts"], built: true },
  vitest("launcher", true, ["launcher"]),
  vitest("server", true, ["server"]),
  {
    name: "browser",
    command: ["playwright", "test", "--config", "test/playwright.config.ts"],
    built: true,
    browser: true,
  },
];

/** What the report repeats: the counts and measures that tests print, and the browser's tests that failed, once or twice. */
const REPEATED = /^\s*[·✘] .*$/gm;

interface Verdict {
  readonly passed: boolean;
  readonly output: string;
}

async function runPhase(phase: Phase): Promise<Verdict> {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    PATH: `${root}node_modules/.bin${delimiter}${process.env["PATH"] ?? ""}`,
    WRANGLER_SEND_METRICS: "false",
    // The outputs are gathered and shown later: without this, no tool would see that they go to a terminal.
    ...(process.stdout.isTTY && { FORCE_COLOR: "1" }),
  };
  if (phase.browser === true) {
    try {
      env["CHROMIUM_PATH"] = ensureChromium();
    } catch (error) {
      return { passed: false, output: `${String(error)}\n` };
    }
  }
  const [command = "", ...args] = phase.command;
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
    const parts: Buffer[] = [];
    child.stdout.on("data", (part: Buffer) => parts.push(part));
    child.stderr.on("data", (part: Buffer) => parts.push(part));
    child.once("error", (error) => resolve({ passed: false, output: `${command}: ${error.message}\n` }));
    child.once("close", (code) => resolve({ passed: code === 0, output: Buffer.concat(parts).toString("utf8") }));
  });
}

async function main(names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => !PHASES.some((phase) => phase.name === name));
  if (unknown.length > 0) {
    console.error(`No such phase: ${unknown.join(", ")}. There are: ${PHASES.map(({ name }) => name).join(", ")}.`);
    process.exitCode = 2;
    return;
  }
  const failed: string[] = [];
  const began = performance.now();
  for (const phase of PHASES.filter(({ name }) => names.length === 0 || names.includes(name))) {
    if (phase.built && failed.includes("build")) {
      failed.push(phase.name);
      console.log(`- ${phase.name.padEnd(10)} not run: the build failed`);
      continue;
    }
    const start = performance.now();
    const { passed, output } = await runPhase(phase);
    console.log(`${passed ? "✓" : "✗"} ${phase.name.padEnd(10)} ${seconds(start)}`);
    for (const [line] of output.matchAll(REPEATED)) console.log(`  ${line.trim()}`);
    if (passed) continue;
    failed.push(phase.name);
    console.log(`\n${output}\n`);
  }
  console.log(
    failed.length === 0 ? `All passed in ${seconds(began)}` : `Failed: ${failed.join(", ")} (${seconds(began)})`,
  );
  if (failed.length > 0) process.exitCode = 1;
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

await main(process.argv.slice(2));
