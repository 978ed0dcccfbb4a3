import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { MACHINE_STATE_FILE, readMachineState } from "../../shared/protocol/machine-state.ts";
import { type DataFolder, dataFolder } from "../../worker/launcher/data-folder.ts";
import { beginEpoch, readEpoch } from "../../worker/launcher/epoch.ts";
import { tellDisk } from "../../worker/launcher/machine-state.ts";

let folder: DataFolder;
beforeEach(async () => {
  folder = dataFolder(await mkdtemp(join(tmpdir(), "coaction-dossier-")));
});
afterEach(() => rm(folder.path, { recursive: true, force: true }));

describe("the epoch of a folder of data", () => {
  it("is none until a restoration begins one, and stays that one", async () => {
    expect(await readEpoch(folder)).toEqual({ ok: true, value: null });
    const epoch = await beginEpoch(folder);
    expect(await readEpoch(folder)).toEqual({ ok: true, value: epoch });
  });

  it.each(["", "{", "null", '{"epoque":""}', '{"epoque":"0"}', '{"epoque":12}'])(
    "is refused when damaged: %j",
    async (text) => {
      await writeFile(folder.epochFile, text);
      expect(await readEpoch(folder)).toEqual({
        ok: false,
        failure: { code: "instance_abimee", file: folder.epochFile },
      });
    },
  );
});

it("the state of the machine is written over in place: a full disk has room for that", async () => {
  const file = join(folder.machine, MACHINE_STATE_FILE);
  await tellDisk(folder, "suffisant");
  const { ino, size } = await stat(file);
  await tellDisk(folder, "plein");
  expect(await stat(file)).toMatchObject({ ino, size });
  expect(readMachineState(await readFile(file, "utf8"))).toMatchObject({ disque: "plein" });
});
