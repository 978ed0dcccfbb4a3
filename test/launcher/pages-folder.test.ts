import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openPages } from "../../worker/launcher/pages-folder.ts";

let place: string;
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), "coaction-pages-"));
});
afterEach(() => rm(place, { recursive: true, force: true }));

describe("the folder of what everybody may read", () => {
  it("is made for its owner alone", async () => {
    const folder = join(place, "pages");
    await openPages(folder);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    await openPages(folder);
    expect(await readdir(folder)).toEqual([]);
  });

  it("keeps its pages, and nothing of a writing that a crash cut short: its words may be withdrawn since", async () => {
    const folder = join(place, "pages");
    await mkdir(folder);
    for (const name of ["plan-redon", "fiche-a-b", ".kj-tmp.0123.456"]) await writeFile(join(folder, name), "des mots");
    await openPages(folder);
    expect((await readdir(folder)).sort()).toEqual(["fiche-a-b", "plan-redon"]);
  });
});
