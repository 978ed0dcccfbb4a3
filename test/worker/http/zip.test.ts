import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { type ZipEntry, zipStream } from "../../../worker/http/zip.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const atOnce = () => Promise.resolve();

async function* of(...entries: readonly ZipEntry[]): AsyncGenerator<ZipEntry> {
  yield* entries;
}

async function whole(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

describe("an archive", () => {
  it("holds every file whole, those with accents in their names too, and takes less room", async () => {
    const long = bytes("Un constat, puis un autre. ".repeat(20_000));
    const files = {
      "LISEZMOI.txt": [bytes("Lisez-moi")],
      "fiches/prévention.json": [long.subarray(0, 70_001), long.subarray(70_001)],
      "vide.ndjson": [],
    };
    const entries = Object.entries(files).map(([path, parts]) => ({ path, parts }));
    const archive = await whole(zipStream(of(...entries), atOnce));
    const found = unzipSync(archive);
    expect(Object.keys(found)).toEqual(Object.keys(files));
    expect(new TextDecoder().decode(found["LISEZMOI.txt"])).toBe("Lisez-moi");
    expect(found["fiches/prévention.json"]).toEqual(long);
    expect(found["vide.ndjson"]).toEqual(new Uint8Array());
    expect(archive.length).toBeLessThan(long.length / 10);
  });

  it("is read no faster than it is taken, and not at all once nobody takes it", async () => {
    let read = 0;
    async function* endless(): AsyncGenerator<ZipEntry> {
      for (;;) {
        read += 1;
        yield { path: `${read}.bin`, parts: [crypto.getRandomValues(new Uint8Array(50_000))] };
      }
    }
    const reader = zipStream(endless(), atOnce).getReader();
    for (let i = 0; i < 5; i++) await reader.read();
    expect(read).toBeLessThan(10);
    await reader.cancel();
    const then = read;
    await Promise.resolve();
    expect(read).toBe(then);
  });

  it("lets others have their turn between two pieces of a long file", async () => {
    let turns = 0;
    const pause = async () => {
      turns += 1;
    };
    await whole(zipStream(of({ path: "long.bin", parts: [new Uint8Array(1_000_000)] }), pause));
    expect(turns).toBe(Math.ceil(1_000_000 / (64 * 1024)));
  });

  it("breaks when a file cannot be read: half of it does not pass for the whole", async () => {
    async function* broken(): AsyncGenerator<ZipEntry> {
      yield { path: "un.txt", parts: [bytes("un")] };
      throw new Error("gone");
    }
    await expect(whole(zipStream(broken(), atOnce))).rejects.toThrow("gone");
  });
});
