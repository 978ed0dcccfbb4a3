import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

const PLACES = [
  "/snap/bin/chromium",
  ...["/Applications", join(homedir(), "Applications")].flatMap((applications) => [
    `${applications}/Google Chrome.app/Contents/MacOS/Google Chrome`,
    `${applications}/Chromium.app/Contents/MacOS/Chromium`,
  ]),
];

/** Path of a Chromium or Chrome of this machine: `CHROMIUM_PATH`, the usual names and places, Playwright's own. */
export function findChromium(): string | null {
  const asked = process.env["CHROMIUM_PATH"];
  if (asked !== undefined && asked !== "") {
    if (!isProgram(asked)) throw new Error(`CHROMIUM_PATH is not a program: ${asked}`);
    return asked;
  }
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  const named = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...named, ...PLACES, chromium.executablePath()].find(isProgram) ?? null;
}

/**
 * The same, after installing one where that can be done: as root on Debian its package, elsewhere Playwright's own
 * build. Throws with what to install when neither works.
 */
export function ensureChromium(): string {
  const found = findChromium();
  if (found !== null) return found;
  const debian = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  const commands = debian
    ? [
        ["apt-get", "update"],
        ["apt-get", "install", "--yes", "--no-install-recommends", "chromium"],
      ]
    : [["npx", "playwright", "install", "chromium"]];
  for (const [command = "", ...args] of commands) {
    console.log(`No Chromium here: ${command} ${args.join(" ")}`);
    spawnSync(command, args, {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  }
  const installed = findChromium();
  if (installed !== null) return installed;
  throw new Error("The browser tests need Chromium or Chrome: install one, or give its path in CHROMIUM_PATH.");
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
