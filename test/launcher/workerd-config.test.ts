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
  pages: "/srv/coaction/.data/pages",
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

  it("shows the Worker the state of the machine where there is a launcher, and nothing else of the folder", () => {
    expect(workerdConfig(setup)).not.toContain("MACHINE");
    const text = workerdConfig({ ...setup, machine: "/srv/coaction/.data/machine" });
    expect(text).toContain('(name = "MACHINE", service = "machine")');
    // Not writable, unlike the objects' folder.
    expect(text).toContain('(name = "machine", disk = (path = "/srv/coaction/.data/machine"))');
  });

  it("keeps what everybody may read in a folder of its own, which the Worker writes", () => {
    const text = workerdConfig(setup);
    expect(text).toContain('(name = "PAGES_DISK", service = "pages")');
    expect(text).toContain('(name = "pages", disk = (path = "/srv/coaction/.data/pages", writable = true))');
  });

  it("names the secrets and holds none", () => {
    expect(workerdConfig(setup)).toContain('(name = "SESSION_KEY", fromEnvironment = "SESSION_KEY")');
  });

  it("lets nothing out of a text: quotes, backslashes, line ends and accents are escaped", () => {
    const text = workerdConfig({ ...setup, web: 'C:\\été "chaud"\n), (name = "x"' });
    expect(text).toContain('disk = (path = "C:\\x5c\\xc3\\xa9t\\xc3\\xa9 \\x22chaud\\x22\\x0a), (name = \\x22x\\x22")');
  });

  it("lets the Worker reach nothing outside, or what it was given and no more", () => {
    expect(workerdConfig(setup)).toContain('(name = "internet", network = (allow = [], ');
    const outside = { allowed: ["127.0.0.1/32"], authorities: ["-----BEGIN CERTIFICATE-----\nabc"] };
    expect(workerdConfig({ ...setup, outside })).toContain(
      'network = (allow = ["127.0.0.1/32"], tlsOptions = (trustBrowserCas = true, trustedCertificates = ["-----BEGIN CERTIFICATE-----\\x0aabc"]))',
    );
  });
});
