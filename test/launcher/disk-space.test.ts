import { tmpdir } from "node:os";
import { describe, expect, it } from "vitest";
import { freeSpace, spaceWarning } from "../../worker/launcher/disk-space.ts";

describe("the space that is left", () => {
  it("is measured in bytes on the disk of the folder", async () => {
    expect(await freeSpace(tmpdir())).toBeGreaterThan(1_000_000);
  });

  it("is said when there is little, in figures that people read", () => {
    expect(spaceWarning("/srv/donnees", 12_345_678)).toMatch(/12\u202fMo sur le disque de \/srv\/donnees/);
    expect(spaceWarning("/srv/donnees", 499_999_999)).not.toBeNull();
  });

  it("is said to be none when what people write may not find room", () => {
    expect(spaceWarning("/srv/donnees", 0)).toMatch(/^Le disque de \/srv\/donnees est plein\u202f: /);
    expect(spaceWarning("/srv/donnees", 1_000_000)).toMatch(/il ne reste que 1\u202fMo/);
  });

  it("is not said when there is enough", () => {
    expect(spaceWarning("/srv/donnees", 500_000_000)).toBeNull();
  });
});
