import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type MailSettings, outsideFor, readMailSettings } from "../../worker/launcher/mail-settings.ts";
import type { Environment } from "../../worker/launcher/settings.ts";
import { describeFailure } from "../../worker/launcher/words.ts";

const least: Environment = { MAIL_FROM: "cls@mairie.example", SMTP_HOST: "smtp.mairie.example" };

/** The settings, or the name of the one that is refused. */
function read(env: Environment): MailSettings | string | null {
  const outcome = readMailSettings(env);
  if (outcome.ok) return outcome.value;
  return outcome.failure.code === "courriel_mal_regle" ? outcome.failure.name : outcome.failure.code;
}

async function outside(change: Partial<MailSettings>) {
  const mail: MailSettings = { texts: {}, secrets: {}, host: "127.0.0.1", authorities: null, ...change };
  const outcome = await outsideFor(mail);
  return outcome.ok ? outcome.value : describeFailure(outcome.failure);
}

describe("the settings of the mail", () => {
  it("are none when nothing is said, empty words included", () => {
    expect(read({ MAIL_FROM: " ", SMTP_HOST: "" })).toBeNull();
  });

  it("need a sender and a server, and are protected unless told otherwise", () => {
    expect(read(least)).toEqual({
      texts: {
        MAIL_FROM: "cls@mairie.example",
        SMTP_HOST: "smtp.mairie.example",
        SMTP_PORT: "465",
        SMTP_TLS: "implicite",
      },
      secrets: {},
      host: "smtp.mairie.example",
      authorities: null,
    });
    expect(read({ ...least, SMTP_PORT: "587" })).toMatchObject({ texts: { SMTP_TLS: "starttls" } });
  });

  it("give the password by the environment alone", () => {
    const settings = read({ ...least, SMTP_USER: "cls", SMTP_PASSWORD: "sésame" });
    expect(settings).toMatchObject({ texts: { SMTP_USER: "cls" }, secrets: { SMTP_PASSWORD: "sésame" } });
    expect(JSON.stringify((settings as MailSettings).texts)).not.toContain("sésame");
  });

  it.each<[string, Environment]>([
    ["MAIL_FROM", { SMTP_HOST: "smtp.mairie.example" }],
    ["MAIL_FROM", { ...least, MAIL_FROM: "Mairie <cls@mairie.example>" }],
    ["SMTP_HOST", { MAIL_FROM: "cls@mairie.example" }],
    ["SMTP_HOST", { ...least, SMTP_HOST: "smtp.mairie.example:25" }],
    ["SMTP_HOST", { ...least, SMTP_HOST: "a b" }],
    ["SMTP_PORT", { ...least, SMTP_PORT: "65536" }],
    ["SMTP_PORT", { ...least, SMTP_PORT: "vingt-cinq" }],
    ["SMTP_USER", { ...least, SMTP_PASSWORD: "x" }],
    ["SMTP_PASSWORD", { ...least, SMTP_USER: "x" }],
    ["SMTP_TLS", { ...least, SMTP_TLS: "oui" }],
    // The password would be readable on the way.
    ["SMTP_TLS", { ...least, SMTP_TLS: "aucun", SMTP_USER: "x", SMTP_PASSWORD: "y" }],
  ])("refuse a wrong %s: %j", (name, env) => {
    expect(read(env)).toBe(name);
    const outcome = readMailSettings(env);
    expect(outcome.ok ? "" : describeFailure(outcome.failure)).toMatch(new RegExp(`^${name} doit être .*\\.$`));
  });
});

describe("what the Worker may reach outside", () => {
  it("is nothing without mail", async () => {
    expect(await outsideFor(null)).toEqual({ ok: true, value: { allowed: [], authorities: [] } });
  });

  it.each([
    ["127.0.0.1", ["127.0.0.1/32"]],
    ["10.1.2.3", ["10.1.2.3/32"]],
    ["fd00::25", ["fd00::25/128"]],
    ["192.0.2.25", ["public"]],
    ["2001:db8::25", ["public"]],
  ])("is, for a server at %s, %j", async (host, allowed) => {
    expect(await outside({ host })).toEqual({ allowed, authorities: [] });
  });

  it("is this machine and no more for a server on it, called by its name", async () => {
    const found = await outside({ host: "localhost" });
    expect(found).toMatchObject({ authorities: [], allowed: expect.arrayContaining(["127.0.0.1/32"]) });
    expect(found).not.toMatchObject({ allowed: expect.arrayContaining(["public"]) });
  });

  it("trusts the authorities of a file, one by one, and refuses a file without any", async () => {
    const folder = await mkdtemp(join(tmpdir(), "coaction-ca-"));
    const [good, bad] = [join(folder, "good.pem"), join(folder, "bad.pem")];
    const certificate = (text: string) => `-----BEGIN CERTIFICATE-----\n${text}\n-----END CERTIFICATE-----`;
    await writeFile(good, `# une\n${certificate("abc")}\n${certificate("def")}\n`);
    await writeFile(bad, "rien");
    expect(await outside({ authorities: good })).toMatchObject({
      authorities: [certificate("abc"), certificate("def")],
    });
    for (const authorities of [bad, join(folder, "absent.pem")]) {
      expect(await outside({ authorities })).toMatch(/^SMTP_CA doit être un fichier lisible/);
    }
    await rm(folder, { recursive: true });
  });
});
