import { expect, it } from "vitest";
import { onceASecond, whileAllowed } from "../../../worker/http/while-allowed.ts";
import type { ZipEntry } from "../../../worker/http/zip.ts";

const SOME = new Uint8Array(3);

/** So many files, one of two read while it is sent. */
async function* files(count: number): AsyncGenerator<ZipEntry> {
  for (let file = 0; file < count; file++) yield { path: `${file}`, parts: file % 2 === 0 ? [SOME, SOME] : slowly() };
}

async function* slowly(): AsyncGenerator<Uint8Array> {
  yield SOME;
  yield SOME;
}

/** The paths of what was read to its end, and whether all of it was; `step` happens before each part. */
async function received(archive: AsyncIterable<ZipEntry>, step: () => void): Promise<[string[], "whole" | "broken"]> {
  const paths: string[] = [];
  try {
    for await (const { path, parts } of archive) {
      for await (const _ of parts) step();
      paths.push(path);
    }
    return [paths, "whole"];
  } catch {
    return [paths, "broken"];
  }
}

it("whoever receives at once is asked about once, and whoever receives slowly again and again", async () => {
  let [now, asked] = [0, 0];
  const ask = onceASecond(
    async () => {
      asked += 1;
      return true;
    },
    () => now,
  );
  expect((await received(whileAllowed(files(500), ask), () => {}))[1]).toBe("whole");
  expect(asked).toBe(0);
  const step = () => {
    now += 5_000;
  };
  expect((await received(whileAllowed(files(4), ask), step))[1]).toBe("whole");
  // Before each file but the first, and before the second part of those that are read while they are sent.
  expect(asked).toBe(5);
});

it("whoever may it no more is sent nothing that is read from then on, within a file either", async () => {
  const sent: number[] = [];
  for (const until of [1, 2, 3, 4]) {
    let [now, parts] = [0, 0];
    const ask = onceASecond(
      async () => parts < until,
      () => now,
    );
    const [, end] = await received(whileAllowed(files(100), ask), () => {
      parts += 1;
      now += 5_000;
    });
    expect(end).toBe("broken");
    sent.push(parts);
  }
  // The first file was read whole before its first part was sent.
  expect(sent).toEqual([2, 2, 3, 4]);
});
