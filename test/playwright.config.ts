import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";
import { findChromium } from "./harness/chromium.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

// Not installed from here: other tools load this file too. `npm test` installs one; without any, Playwright says so.
const executablePath = findChromium();

const inCi = process.env["CI"] !== undefined;

export default defineConfig({
  testDir: "e2e",
  outputDir: `${root}test-results`,
  // One browser and one server at a time: the reference machine has two cores.
  workers: 1,
  // A busy machine lets a browser miss a gesture: there, a second try, and the report names whoever needed it.
  retries: inCi ? 1 : 0,
  forbidOnly: inCi,
  // No test says how long anything takes: this is for what hangs, on a machine that does something else as well.
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: {
    browserName: "chromium",
    locale: "fr-FR",
    timezoneId: "Europe/Paris",
    viewport: { width: 1280, height: 800 },
    // Recording a trace slows everything down; `--trace on` asks for one.
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions: {
      ...(executablePath !== null && { executablePath }),
      // Nothing but the tests' own server is to be called.
      args: ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
    },
  },
});
