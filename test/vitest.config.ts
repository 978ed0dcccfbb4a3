import { fileURLToPath } from "node:url";
import { cloudflareTest } from "@cloudflare/vitest-plugin";
import solid from "vite-plugin-solid";
import { defineConfig, type TestProjectInlineConfiguration as Project } from "vitest/config";
import { contentSeed } from "./harness/content-seed.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** A project that runs in Node: the files under one folder of test/. */
function inNode(name: string): Project {
  return { extends: true, test: { name, include: [`test/${name}/**/*.test.ts`], environment: "node" } };
}

/** The same for tests that start processes: one file after another. */
function withProcesses(name: string): Project {
  const { test, ...project } = inNode(name);
  return { ...project, test: { ...test, fileParallelism: false } };
}

/** What a run of chance begins with and how many times it is tried: workerd has no other environment than its bindings. */
function seedsOf({ SEED, SEEDS }: NodeJS.ProcessEnv): Record<string, string> {
  return { SEED: SEED ?? String(contentSeed(root)), ...(SEEDS !== undefined && { SEEDS }) };
}

const seeds = seedsOf(process.env);

export default defineConfig({
  root,
  test: {
    // The reference machine has two cores, and workerd takes one of them.
    maxWorkers: 2,
    // No test says how long anything takes: this is for what hangs, on a machine that does something else as well.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    env: seeds,
    setupFiles: [`${root}test/harness/property-seed.ts`],
    projects: [
      inNode("shared"),
      inNode("lint"),
      { ...inNode("web"), plugins: [solid()] },
      withProcesses("launcher"),
      withProcesses("server"),
      withProcesses("sim"),
      {
        extends: true,
        plugins: [
          cloudflareTest({
            main: `${root}worker/demo/index.ts`,
            wrangler: { configPath: `${root}wrangler.toml` },
            miniflare: {
              bindings: {
                PUBLIC_URL: "http://127.0.0.1:8787",
                SESSION_KEY: "5e".repeat(32),
                DEMONSTRATION: "1",
                ...seeds,
              },
              // A few small files instead of the built ones: these tests run without a build.
              assets: {
                directory: `${root}test/harness/built-web`,
                binding: "ASSETS",
                routerConfig: { has_user_worker: true, invoke_user_worker_ahead_of_assets: true },
                assetConfig: { html_handling: "none", not_found_handling: "none" },
              },
            },
          }),
        ],
        test: { name: "worker", include: ["test/worker/**/*.test.ts"] },
      },
    ],
  },
});
