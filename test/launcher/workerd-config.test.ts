import { describe, expect, it } from "vitest";
import { type WorkerdSetup, workerdConfig } from "../../worker/launcher/workerd-config.ts";

const setup: WorkerdSetup = {
  worker: {
    compatibilityDate: "2026-10-23",
    compatibilityFlags: [],
    objects: [{ binding: "DOCUMENT", className: "DocumentObject" }],
  },
  bundle: "../dist/worker/index.js",
  web: "/srv/coaction/dist/web",
  objects: "/srv/coaction/.data/objects",
  address: "127.0.0.1:8787",
  texts: { PUBLIC_URL: "https://cls.example.fr" },
  secrets: ["SESSION_KEY"],
};

describe("the configuration given to workerd", () => {
  it("keeps each namespace in a folder that its binding names for ever", () => {
    const text = workerdConfig(setup);
    expect(text).toContain('(className = "DocumentObject", uniqueKey = "coaction-document", enableSql = true)');
    expect(text).toContain('durableObjectStorage = (localDisk = "objects")');
  });

  it("names the secrets and holds none", () => {
    expect(workerdConfig(setup)).toContain('(name = "SESSION_KEY", fromEnvironment = "SESSION_KEY")');
  });

  it("lets nothing out of a text: quotes, backslashes, line ends and accents are escaped", () => {
    const text = workerdConfig({ ...setup, web: 'C:\\été "chaud"\n), (name = "x"' });
    expect(text).toContain('disk = (path = "C:\\x5c\\xc3\\xa9t\\xc3\\xa9 \\x22chaud\\x22\\x0a), (name = \\x22x\\x22")');
  });
});
