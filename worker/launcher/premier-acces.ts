import { spawn } from "node:child_process";
import { makeFirstAccess } from "./first-access.ts";
import { parseOrigin } from "./settings.ts";
import { describeFailure, describeFirstAccess, describeSecretRefused } from "./words.ts";

/**
 * `npm run premier-acces`, for an instance on Cloudflare: a one-time address for PUBLIC_URL, and its digest given to the
 * Worker as a secret. On one's own server, `npm run serve` prints it.
 */
async function main(): Promise<void> {
  const given = process.env["PUBLIC_URL"]?.trim() ?? "";
  const origin = parseOrigin(given);
  if (origin === null || origin.protocol !== "https:") {
    console.error(describeFailure({ code: "public_url_invalide", value: given }));
    process.exitCode = 1;
    return;
  }
  const access = makeFirstAccess(origin.origin, Date.now());
  const code = await giveSecret("PREMIER_ACCES", access.binding);
  if (code === 0) {
    console.log(describeFirstAccess(access.address));
  } else {
    console.error(describeSecretRefused(code));
    process.exitCode = 1;
  }
}

/** Through its standard input: a command line is visible to every user of the machine. */
function giveSecret(name: string, value: string): Promise<number | null> {
  const child = spawn("wrangler", ["secret", "put", name], { stdio: ["pipe", "inherit", "inherit"] });
  child.stdin.on("error", () => undefined);
  child.stdin.end(`${value}\n`);
  return new Promise((resolve) => {
    child.once("error", () => resolve(null));
    child.once("close", resolve);
  });
}

await main();
