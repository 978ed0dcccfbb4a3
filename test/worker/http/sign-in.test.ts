import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it } from "vitest";
import { type Adresse, parseAdresse } from "../../../shared/domain/adresse.ts";
import type { AccountId } from "../../../shared/ids.ts";
import { findOrCreateAccount } from "../../../worker/adresse/find-or-create.ts";
import { Browser, mailsTo, mailTo, quiet } from "../browser.ts";

let last = 0;

/** Somebody with an account and an address of their own. */
async function person(nom = "Aline Le Goff"): Promise<{ adresse: Adresse; id: AccountId }> {
  last += 1;
  const adresse = parseAdresse(`aline.${last}@sante.example`);
  if (adresse === null) throw new Error("not an address");
  return { adresse, id: await findOrCreateAccount(env, adresse, nom) };
}

let browser: Browser;
beforeEach(() => {
  browser = new Browser();
});

const wrong = (code: string) => String((Number(code) + 1) % 100_000_000).padStart(8, "0");

describe("Aline, who has an account, asks to sign in", () => {
  it("enters with the code of the mail, spaces and all, and only once", async () => {
    const { adresse } = await person();
    expect(await browser.outcome("POST", "/api/connexion", { adresse: ` ${adresse.toUpperCase()} ` })).toBe("202");
    const { code, subject } = await mailTo(adresse);
    expect(subject).toBe("Votre lien pour entrer dans Coaction");
    const typed = `${code?.slice(0, 4)} ${code?.slice(4)}`;
    expect(await browser.outcome("POST", "/api/connexion/code", { adresse, code: typed })).toBe("204");
    expect(await browser.name()).toBe("Aline Le Goff");
    expect(await new Browser().outcome("POST", "/api/connexion/code", { adresse, code: typed })).toBe(
      "403 code_refuse",
    );
  });

  it("enters with the link, which a mail scanner that opens it does not use up", async () => {
    const { adresse } = await person();
    await browser.ask("POST", "/api/connexion", { adresse });
    const { token } = await mailTo(adresse);
    for (const method of ["GET", "HEAD"]) expect((await new Browser().ask(method, "/connexion/lien")).status).toBe(200);
    expect(await browser.outcome("POST", "/api/connexion/lien", { jeton: token })).toBe("204");
    expect(await browser.name()).toBe("Aline Le Goff");
    expect(await new Browser().outcome("POST", "/api/connexion/lien", { jeton: token })).toBe("403 lien_refuse");
  });

  it("is let in by nothing of an earlier mail once another one let her in", async () => {
    const { adresse, id } = await person();
    await browser.ask("POST", "/api/connexion", { adresse });
    const { token, code } = await mailTo(adresse);
    expect(await browser.outcome("POST", "/api/connexion/lien", { jeton: token })).toBe("204");
    expect(await new Browser().outcome("POST", "/api/connexion/code", { adresse, code })).toBe("403 code_refuse");
    expect((await env.ACCOUNT.getByName(id).sessions()).length).toBe(1);
  });

  it("is not let in by the code after three wrong tries, and still is by the link", async () => {
    const { adresse } = await person();
    const other = await person("Bachir Saïd");
    for (const each of [adresse, other.adresse]) await browser.ask("POST", "/api/connexion", { adresse: each });
    const { token, code } = await mailTo(adresse);
    const bachir = await mailTo(other.adresse);
    for (let i = 0; i < 3; i++) {
      const tried = { adresse, code: wrong(code ?? "") };
      expect(await new Browser().outcome("POST", "/api/connexion/code", tried)).toBe("403 code_refuse");
    }
    expect(await browser.outcome("POST", "/api/connexion/code", { adresse, code })).toBe("403 code_refuse");
    expect(await browser.name()).toBeNull();
    expect(
      await new Browser().outcome("POST", "/api/connexion/code", { adresse: other.adresse, code: bachir.code }),
    ).toBe("204");
    expect(await browser.outcome("POST", "/api/connexion/lien", { jeton: token })).toBe("204");
  });

  it("has one mail on its way at a time", async () => {
    const { adresse } = await person();
    for (let i = 0; i < 3; i++) await browser.ask("POST", "/api/connexion", { adresse });
    await mailTo(adresse);
    await quiet();
    expect(await mailsTo(adresse)).toHaveLength(1);
  });

  it("gets a new session, and the one that somebody planted in her browser ends", async () => {
    const { adresse, id } = await person();
    const planted = await person("Quelqu’un");
    await browser.ask("POST", "/api/connexion", { adresse: planted.adresse });
    await browser.ask("POST", "/api/connexion/lien", { jeton: (await mailTo(planted.adresse)).token });
    const before = browser.cookie;
    await browser.ask("POST", "/api/connexion", { adresse });
    await browser.ask("POST", "/api/connexion/lien", { jeton: (await mailTo(adresse)).token });
    expect(browser.cookie).not.toBe(before);
    const attacker = new Browser();
    attacker.cookie = before;
    expect(await attacker.name()).toBeNull();
    expect(await env.ACCOUNT.getByName(planted.id).sessions()).toEqual([]);
    expect((await env.ACCOUNT.getByName(id).sessions()).length).toBe(1);
  });
});

describe("an address that nobody has", () => {
  it("gets the same answers, and no mail", async () => {
    const { adresse } = await person();
    const unknown = "personne@sante.example";
    const answers = [];
    for (const each of [adresse, unknown]) {
      const asked = await browser.ask("POST", "/api/connexion", { adresse: each });
      const tried = await browser.ask("POST", "/api/connexion/code", { adresse: each, code: "0000 0000" });
      answers.push([asked, tried].map((one) => [one.status, [...one.headers], one.body === null]));
      answers.push(await tried.text());
    }
    expect(answers.slice(0, 2)).toEqual(answers.slice(2));
    await mailTo(adresse);
    await quiet();
    expect(await mailsTo(unknown)).toEqual([]);
  });

  it.each([
    "pas une adresse",
    "a@b",
    "a b@c.example",
    "a@c.example\r\nBcc: d@e.example",
    "a@c.example,d@e.example",
    `${"x".repeat(65)}@c.example`,
    "<a@c.example>",
    "élue@c.example",
  ])("is refused when it is none: %j", async (adresse) => {
    expect(await browser.outcome("POST", "/api/connexion", { adresse })).toBe("400 corps_invalide");
  });
});

describe("a request that is not what it should be", () => {
  it.each([
    ["/api/connexion", { adresse: "a@b.example", role: "coordination" }],
    ["/api/connexion", { adresse: ["a@b.example"] }],
    ["/api/connexion", null],
    ["/api/connexion/code", { adresse: "a@b.example", code: "1234567" }],
    ["/api/connexion/code", { adresse: "a@b.example", code: 12345678 }],
    ["/api/connexion/code", { adresse: "a@b.example", code: "12345678", compte: "0123456789abcdef" }],
    ["/api/connexion/lien", { jeton: 12 }],
    ["/api/connexion/lien", { jeton: "x".repeat(201) }],
  ])("%s %j", async (path, body) => {
    expect(await browser.outcome("POST", path, body)).toBe("400 corps_invalide");
  });

  it("is refused when its link was made up, and no account hears of it", async () => {
    const { id } = await person();
    const jeton = `${id}.${"a".repeat(48)}.${"b".repeat(32)}`;
    expect(await browser.outcome("POST", "/api/connexion/lien", { jeton })).toBe("403 lien_refuse");
    expect(await browser.outcome("POST", "/api/connexion/lien", { jeton: "__proto__" })).toBe("403 lien_refuse");
  });

  it("is refused when a page of another origin sends it", async () => {
    const { adresse } = await person();
    const response = await browser.ask("POST", "/api/connexion", { adresse }, { origin: "https://ailleurs.example" });
    expect(response.status).toBe(403);
    await quiet();
    expect(await mailsTo(adresse)).toEqual([]);
  });
});

describe("the sessions of one person", () => {
  it("are listed with what they were opened with, and end one by one or all but one", async () => {
    const { adresse, id } = await person();
    const phone = new Browser(
      "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile/15E148 Safari/604.1",
    );
    const library = new Browser(
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/150.0.0.0 Safari/537.36 Edg/150.0.0.0",
    );
    let count = 0;
    for (const each of [browser, phone, library]) {
      count += 1;
      // The last mail was used up: nobody waits.
      await each.ask("POST", "/api/connexion", { adresse });
      await each.ask("POST", "/api/connexion/lien", { jeton: (await mailTo(adresse, count)).token });
    }
    const response = await phone.ask("GET", "/api/sessions");
    const { sessions } = await response.json<{ sessions: { id: string; appareil: unknown; courante: boolean }[] }>();
    expect(sessions.map(({ appareil, courante }) => ({ appareil, courante }))).toEqual([
      { appareil: { navigateur: "edge", systeme: "windows" }, courante: false },
      { appareil: { navigateur: "safari", systeme: "ios" }, courante: true },
      { appareil: { navigateur: "firefox", systeme: "linux" }, courante: false },
    ]);
    expect(await phone.outcome("DELETE", `/api/sessions/${sessions[0]?.id}`)).toBe("204");
    expect(await library.name()).toBeNull();
    expect(await phone.outcome("DELETE", `/api/sessions/${sessions[0]?.id}`)).toBe("404 introuvable");
    expect(await phone.outcome("DELETE", "/api/sessions")).toBe("204");
    expect([await browser.name(), await phone.name()]).toEqual([null, "Aline Le Goff"]);
    expect((await env.ACCOUNT.getByName(id).sessions()).length).toBe(1);
  });

  it("are nobody else's: another person's id ends nothing", async () => {
    const { adresse, id } = await person();
    await browser.ask("POST", "/api/connexion", { adresse });
    await browser.ask("POST", "/api/connexion/lien", { jeton: (await mailTo(adresse)).token });
    const [session] = await env.ACCOUNT.getByName(id).sessions();
    const stranger = await person("Quelqu’un");
    const other = new Browser();
    await other.ask("POST", "/api/connexion", { adresse: stranger.adresse });
    await other.ask("POST", "/api/connexion/lien", { jeton: (await mailTo(stranger.adresse)).token });
    expect(await other.outcome("DELETE", `/api/sessions/${session?.id}`)).toBe("404 introuvable");
    expect(await browser.name()).toBe("Aline Le Goff");
    expect(await new Browser().outcome("GET", "/api/sessions")).toBe("401 session_absente");
  });
});
