import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, it } from "vitest";
import { FIRST_ACCESS_MS, firstAccessDigest, readFirstAccess } from "../../shared/protocol/first-access.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

let place: string;
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), "coaction-acces-"));
});
afterEach(() => rm(place, { recursive: true, force: true }));

/** `npm run premier-acces`, with a wrangler that notes what it is given and ends with this code. */
async function run(publicUrl: string, code = 0) {
  const script = `#!/bin/sh\necho "$@" > "${place}/arguments"\ncat > "${place}/entree"\nexit ${code}\n`;
  await writeFile(join(place, "wrangler"), script, { mode: 0o755 });
  const child = spawn(process.execPath, ["worker/launcher/premier-acces.ts"], {
    cwd: root,
    env: { PATH: `${place}${delimiter}${process.env["PATH"]}`, PUBLIC_URL: publicUrl },
  });
  let [out, error] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    error += text;
  });
  const ended = await new Promise<number | null>((resolve) => child.once("close", resolve));
  const given = (name: string) => readFile(join(place, name), "utf8").catch(() => null);
  return { ended, out, error, asked: await given("arguments"), entered: await given("entree") };
}

it("gives Cloudflare the digest of a secret that only the address holds, and for an hour", async () => {
  const before = Date.now();
  const { ended, out, asked, entered } = await run("https://cls.exemple.fr");
  expect(ended).toBe(0);
  expect(asked).toBe("secret put PREMIER_ACCES\n");
  const secret = /https:\/\/cls\.exemple\.fr\/premier-acces#(\S+)/.exec(out)?.[1] ?? "";
  const access = readFirstAccess(entered?.trim());
  expect(access?.digest).toBe(firstAccessDigest(secret));
  expect(entered).not.toContain(secret);
  expect(access?.until).toBeGreaterThanOrEqual(before + FIRST_ACCESS_MS);
  expect(access?.until).toBeLessThanOrEqual(Date.now() + FIRST_ACCESS_MS);
});

it("shows no address that would open nothing", async () => {
  const refused = await run("https://cls.exemple.fr", 1);
  expect([refused.ended, refused.out]).toEqual([1, ""]);
  expect(refused.error).toContain("Cloudflare n’a pas pris le secret");
  for (const url of ["", "cls.exemple.fr", "http://cls.exemple.fr", "https://cls.exemple.fr/chemin"]) {
    const wrong = await run(url);
    expect([wrong.ended, wrong.out], url).toEqual([1, ""]);
    expect(wrong.error).toContain("PUBLIC_URL doit être");
  }
});
