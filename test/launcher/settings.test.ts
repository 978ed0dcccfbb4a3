import { describe, expect, it } from "vitest";
import type { InstanceKind } from "../../worker/launcher/failure.ts";
import { type Environment, readSettings } from "../../worker/launcher/settings.ts";

const HOME = "/srv/coaction";

function read(kind: InstanceKind, env: Environment) {
  return readSettings(kind, env, HOME);
}

/** The code of the refusal, or the public address of accepted settings. */
function outcome(kind: InstanceKind, env: Environment): string {
  const settings = read(kind, env);
  return settings.ok ? settings.value.publicUrl : settings.failure.code;
}

describe("the settings of a server", () => {
  it("have a default for each", () => {
    expect(read("demonstration", {})).toEqual({
      ok: true,
      value: {
        kind: "demonstration",
        dataDir: "/srv/coaction/.data",
        host: "127.0.0.1",
        port: 8787,
        publicUrl: "http://127.0.0.1:8787",
        trustedProxies: 0,
      },
    });
    expect(read("reelle", { DATA_DIR: "", HOST: " ", PORT: "", PUBLIC_URL: "" })).toMatchObject({ ok: true });
  });

  it("take a folder from where the command is given, or anywhere", () => {
    expect(read("reelle", { DATA_DIR: "données" })).toMatchObject({ value: { dataDir: "/srv/coaction/données" } });
    expect(read("reelle", { DATA_DIR: "/var/lib/cls" })).toMatchObject({ value: { dataDir: "/var/lib/cls" } });
  });

  it.each(["0", "65536", "abc", "-1", "80.5", "1e3", "0x50"])("refuse the port %s", (PORT) => {
    expect(outcome("demonstration", { PORT })).toBe("port_invalide");
  });

  it.each(["exemple.fr", "999.1.1.1", "127.0.0.1:80", "[::1]"])("refuse to listen on %s", (HOST) => {
    expect(outcome("demonstration", { HOST })).toBe("host_invalide");
  });

  it("make the public address from the loopback's", () => {
    expect(outcome("reelle", { HOST: "::1", PORT: "9000" })).toBe("http://[::1]:9000");
    expect(outcome("reelle", { HOST: "localhost", PORT: "80" })).toBe("http://localhost");
    expect(outcome("demonstration", { HOST: "127.0.0.2" })).toBe("http://127.0.0.2:8787");
  });

  it("want a public address for a real instance that others reach", () => {
    expect(outcome("reelle", { HOST: "0.0.0.0" })).toBe("public_url_manquante");
    expect(outcome("reelle", { HOST: "0.0.0.0", PUBLIC_URL: "https://cls.example.fr" })).toBe("https://cls.example.fr");
  });

  it.each([
    "cls.example.fr",
    "https://cls.example.fr/coaction",
    "https://cls.example.fr?",
    "https://cls.example.fr/#",
    "https://moi:secret@cls.example.fr",
    "ftp://cls.example.fr",
    "https://",
  ])("refuse %s as a public address", (PUBLIC_URL) => {
    expect(outcome("reelle", { PUBLIC_URL })).toBe("public_url_invalide");
  });

  it("write the public address in one way", () => {
    expect(outcome("reelle", { PUBLIC_URL: "https://CLS.example.fr:443/" })).toBe("https://cls.example.fr");
  });

  it("want https for a real instance, but on the machine itself", () => {
    expect(outcome("reelle", { PUBLIC_URL: "http://cls.example.fr" })).toBe("public_url_sans_https");
    expect(outcome("reelle", { PUBLIC_URL: "http://localhost:3000" })).toBe("http://localhost:3000");
    expect(outcome("reelle", { PUBLIC_URL: "http://127.0.0.1.example.fr" })).toBe("public_url_sans_https");
  });

  it("keep a demonstration to the machine itself unless told otherwise", () => {
    expect(outcome("demonstration", { HOST: "0.0.0.0" })).toBe("demonstration_exposee");
    expect(outcome("demonstration", { HOST: "192.0.2.7", PUBLIC_URL: "https://demo.example.fr" })).toBe(
      "demonstration_exposee",
    );
    expect(outcome("demonstration", { PUBLIC_URL: "https://demo.example.fr" })).toBe("demonstration_exposee");
    expect(outcome("demonstration", { HOST: "0.0.0.0", DEMO_ON_NETWORK: "oui" })).toBe("demonstration_exposee");
  });

  it("open a demonstration to the network when told to, with the address that people open", () => {
    const open = { HOST: "0.0.0.0", DEMO_ON_NETWORK: "1" };
    expect(outcome("demonstration", open)).toBe("public_url_manquante");
    expect(outcome("demonstration", { ...open, PUBLIC_URL: "http://192.0.2.7:8787" })).toBe("http://192.0.2.7:8787");
  });
});
