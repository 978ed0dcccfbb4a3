import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { type IncomingHttpHeaders, request } from "node:http";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { WebManifest } from "../../shared/protocol/web-manifest.ts";
import { type RunningServer, startServer } from "../harness/dev-server.ts";

const built = fileURLToPath(new URL("../../dist/web/manifest.json", import.meta.url));
const { files, named } = JSON.parse(readFileSync(built, "utf8")) as WebManifest;

let server: RunningServer;
beforeAll(async () => {
  server = await startServer({ demonstration: true });
});
afterAll(() => server.stop());

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Node's plain client: unlike `fetch`, it decompresses nothing by itself. */
function ask(path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request(`${server.url}${path}`, { method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () =>
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }),
      );
    })
      .on("error", reject)
      .end();
  });
}

function decoded({ headers, body }: Answer): Buffer {
  if (headers["content-encoding"] === "br") return brotliDecompressSync(body);
  return headers["content-encoding"] === "gzip" ? gunzipSync(body) : body;
}

describe("the built web files, from a real server", () => {
  it.each(Object.entries(files))("%s arrives whole in every encoding", async (path, { type, hash, br, gz }) => {
    for (const [accept, expected] of [
      ["gzip, deflate, br", br ? "br" : gz ? "gzip" : undefined],
      ["gzip", gz ? "gzip" : undefined],
      ["identity", undefined],
    ] as const) {
      const answer = await ask(path, { "accept-encoding": accept });
      expect(answer.status).toBe(200);
      expect(answer.headers["content-encoding"]).toBe(expected);
      expect(answer.headers["content-type"]).toBe(type);
      expect(Number(answer.headers["content-length"])).toBe(answer.body.length);
      expect(createHash("sha256").update(decoded(answer)).digest("base64url")).toMatch(new RegExp(`^${hash}`));
    }
  });

  it("are not sent twice to the same browser", async () => {
    const first = await ask(named.styles, { "accept-encoding": "br" });
    const again = await ask(named.styles, { "accept-encoding": "br", "if-none-match": first.headers.etag ?? "" });
    expect(again.status).toBe(304);
    expect(again.body.length).toBe(0);
    expect(again.headers["cache-control"]).toContain("immutable");
  });

  it("have their headers without their body for HEAD", async () => {
    const answer = await ask(named.styles, { "accept-encoding": "br" }, "HEAD");
    expect(answer.status).toBe(200);
    expect(answer.headers["content-type"]).toContain("text/css");
    expect(answer.body.length).toBe(0);
  });

  it.each(["/manifest.json", "/assets/", "/assets", `${named.styles}.br`, "/../package.json", "/%2e%2e/package.json"])(
    "do not include %s",
    async (path) => {
      expect((await ask(path)).status).toBe(404);
    },
  );

  it("carry the Content-Security-Policy, the page's own included", async () => {
    expect((await ask("/index.html")).headers["content-security-policy"]).toContain("default-src 'none'");
    expect((await ask(named.styles)).headers["content-security-policy"]).toContain("default-src 'none'");
  });
});
