import { beforeEach, describe, expect, it, vi } from "vitest";
import type { WebManifest } from "../../../shared/protocol/web-manifest.ts";

const SCRIPT = "/assets/index-a1.js";
const BROWSER = { "accept-encoding": "gzip, deflate, br" };

const manifest: WebManifest = {
  files: {
    "/index.html": { type: "text/html; charset=utf-8", hash: "h1", br: false, gz: false },
    [SCRIPT]: { type: "text/javascript; charset=utf-8", hash: "s1", br: true, gz: true },
    "/police.woff2": { type: "font/woff2", hash: "f1", br: false, gz: false },
  },
  named: { styles: "/assets/index-a1.css" },
};

const contents: Readonly<Record<string, string>> = {
  "/manifest.json": JSON.stringify(manifest),
  "/index.html": "<!doctype html>",
  [SCRIPT]: "let plain;",
  [`${SCRIPT}.br`]: "bytes of brotli",
  [`${SCRIPT}.gz`]: "bytes of gzip",
  "/police.woff2": "bytes of a font",
  "/secret.txt": "on the disk but not in the manifest",
};

/** A folder behind a service that, like workerd's, sets neither a type nor a tag, and remembers what it was asked. */
function folder(): { assets: Fetcher; asked: Request[] } {
  const asked: Request[] = [];
  const fetch = async (address: string, init?: RequestInit): Promise<Response> => {
    const request = new Request(address, init);
    asked.push(request);
    const content = contents[new URL(address).pathname];
    if (content === undefined) return new Response(null, { status: 404 });
    return new Response(request.method === "HEAD" ? null : content, {
      headers: { "content-type": "application/octet-stream", "content-length": String(content.length) },
    });
  };
  // Only `fetch` of a Fetcher is called here.
  return { assets: { fetch } as unknown as Fetcher, asked };
}

function get(path: string, headers: Record<string, string> = {}, method = "GET"): Request {
  return new Request(`https://cls.example.fr${path}`, { method, headers });
}

describe("the built web files", () => {
  let files: typeof import("../../../worker/http/static-files.ts");

  beforeEach(async () => {
    // The manifest is kept in the module: each test starts with a fresh one.
    vi.resetModules();
    files = await import("../../../worker/http/static-files.ts");
  });

  it("go out with the type of the manifest, not the disk's", async () => {
    const { assets } = folder();
    const response = await files.staticFile(get("/index.html"), assets);
    expect(response?.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(await response?.text()).toBe("<!doctype html>");
  });

  it.each([
    ["br", "gzip, deflate, br", "br", "bytes of brotli"],
    ["gzip", "gzip, deflate", "gzip", "bytes of gzip"],
    ["nothing", "deflate", null, "let plain;"],
  ])("are sent compressed by the build when the client accepts %s", async (_, accept, encoding, bytes) => {
    const { assets, asked } = folder();
    const response = await files.staticFile(get(SCRIPT, { "accept-encoding": accept }), assets);
    expect(response?.headers.get("content-encoding")).toBe(encoding);
    expect(response?.headers.get("content-length")).toBe(String(bytes.length));
    expect(response?.headers.get("vary")).toBe("Accept-Encoding");
    expect(response?.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
    expect(contents[new URL(asked.at(-1)?.url ?? "").pathname]).toBe(bytes);
  });

  it("answer 304 to whoever has that very content in that encoding", async () => {
    const { assets } = folder();
    const first = await files.staticFile(get(SCRIPT, BROWSER), assets);
    const etag = first?.headers.get("etag") ?? "";
    const again = await files.staticFile(get(SCRIPT, { ...BROWSER, "if-none-match": `W/${etag}` }), assets);
    expect(again?.status).toBe(304);
    expect(again?.headers.get("etag")).toBe(etag);
    const plain = await files.staticFile(get(SCRIPT, { "if-none-match": etag }), assets);
    expect(plain?.status).toBe(200);
    expect(plain?.headers.get("etag")).not.toBe(etag);
  });

  it("are kept for ever under the hashed folder, and asked for again elsewhere", async () => {
    const { assets } = folder();
    expect((await files.staticFile(get(SCRIPT), assets))?.headers.get("cache-control")).toContain("immutable");
    expect((await files.staticFile(get("/index.html"), assets))?.headers.get("cache-control")).toBe("no-cache");
  });

  it("answer HEAD without a body", async () => {
    const { assets, asked } = folder();
    const response = await files.staticFile(get("/police.woff2", {}, "HEAD"), assets);
    expect(response?.headers.get("content-type")).toBe("font/woff2");
    expect(await response?.text()).toBe("");
    expect(asked.at(-1)?.method).toBe("HEAD");
  });

  it("are only those of the manifest", async () => {
    const { assets } = folder();
    for (const path of [
      "/secret.txt",
      "/manifest.json",
      `${SCRIPT}.br`,
      "/assets/",
      "/",
      "/constructor",
      "/__proto__",
    ]) {
      expect(await files.staticFile(get(path, BROWSER), assets), path).toBeNull();
    }
  });

  it("are not written to", async () => {
    const { assets } = folder();
    expect(await files.staticFile(get(SCRIPT, {}, "PUT"), assets)).toBeNull();
    expect(await files.staticFile(get(SCRIPT, {}, "DELETE"), assets)).toBeNull();
  });

  it("pass none of the visitor's conditions on to the disk", async () => {
    const { assets, asked } = folder();
    await files.staticFile(get(SCRIPT, { range: "bytes=0-3", "if-none-match": '"other"' }), assets);
    expect([...(asked.at(-1)?.headers ?? [])]).toEqual([]);
  });

  it("need one reading of the manifest, and another try if it failed", async () => {
    const broken = { fetch: async () => new Response(null, { status: 404 }) } as unknown as Fetcher;
    await expect(files.webManifest(broken)).rejects.toThrow("status 404");
    const { assets, asked } = folder();
    expect((await files.webManifest(assets)).named.styles).toBe("/assets/index-a1.css");
    await files.staticFile(get(SCRIPT), assets);
    await files.staticFile(get(SCRIPT), assets);
    expect(asked.filter(({ url }) => url.endsWith("/manifest.json"))).toHaveLength(1);
  });
});
