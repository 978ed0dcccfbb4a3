import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readWorkerSettings } from "../../worker/launcher/worker-settings.ts";

describe("what both ways to run share", () => {
  it("is read from wrangler.toml: the runtime's date and the objects", () => {
    const settings = readWorkerSettings(fileURLToPath(new URL("../../wrangler.toml", import.meta.url)));
    expect(settings.compatibilityDate).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(settings.objects).toContainEqual({ binding: "DOCUMENT", className: "DocumentObject" });
  });
});
