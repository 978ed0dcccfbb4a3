import { fileURLToPath } from "node:url";
import { cloudflareTest } from "@cloudflare/vitest-plugin";
import solid from "vite-plugin-solid";
import { defineConfig, type TestProjectInlineConfiguration as Project } from "vitest/config";

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

/** What repeats a run that chance made: workerd has no other environment than its bindings. */
function seedsOf({ SEED, SEEDS }: NodeJS.ProcessEnv): Record<string, string> {
  return { ...(SEED !== undefined && { SEED }), ...(SEEDS !== undefined && { SEEDS }) };
}

export default defineConfig({
  root,
  test: {
    // The reference machine has two cores, and workerd takes one of them.
    maxWorkers: 2,
    // No test says how long anything takes: this is for what hangs, on a machine that does something else as well.
    testTimeout: 60_000,
    hookTimeout: 60_000,
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
                ...seedsOf(process.env),
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
