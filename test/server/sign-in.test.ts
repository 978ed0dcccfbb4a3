import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { entryIn } from "../harness/mail-server.ts";
import { forEach, networkOf, openSignInStage, type SignInStage, show, untilAsleep } from "../harness/sign-in-stage.ts";

let stage: SignInStage;
beforeAll(async () => {
  stage = await openSignInStage();
});
afterAll(() => stage?.stop());

describe("signing in on the real server", () => {
  it("goes by a mail that a real server receives, with one recipient and nothing but its headers", async () => {
    const adresse = "aline@sante.example";
    await stage.makeAccount(adresse);
    expect((await stage.ask("POST", "/api/connexion", { adresse }, "192.0.2.1")).status).toBe(202);
    const mail = await stage.post.mailTo(adresse);
    expect([mail.from, mail.to]).toEqual(["cls@mairie.example", [adresse]]);
    expect(mail.headers.map((header) => header.split(":")[0]?.toLowerCase()).sort()).toEqual([
      "auto-submitted",
      "content-transfer-encoding",
      "content-type",
      "date",
      "from",
      "message-id",
      "mime-version",
      "subject",
      "to",
      "x-auto-response-suppress",
    ]);
    const { code, token } = entryIn(mail.text);
    expect(mail.text).toContain(`${stage.server.url}/connexion/lien#${token}\n`);
    const entered = await stage.ask("POST", "/api/connexion/code", { adresse, code }, "192.0.2.1");
    expect(entered.status).toBe(204);
    const session = await stage.ask("GET", "/api/session", undefined, "192.0.2.1", entered.cookie);
    expect(JSON.parse(session.text)).toMatchObject({ account: { nom: "Aline Le Goff" } });
    expect(JSON.parse((await stage.ask("GET", "/api/sante", undefined, "192.0.2.1")).text)).toMatchObject({
      courriel: "fonctionne",
    });
  });

  it("lets a thousand different people in at once", async () => {
    const people = 1_000;
    const adresse = (n: number) => `personne.${n}@mille.example`;
    await forEach(people, 40, (n) => stage.makeAccount(adresse(n), `Personne ${n}`));
    const errors: string[] = [];
    const began = performance.now();
    const asked: number[] = [];
    const entered: number[] = [];
    const took = await forEach(people, people, async (n) => {
      const start = performance.now();
      const first = await stage.ask("POST", "/api/connexion", { adresse: adresse(n) }, networkOf(n));
      asked.push(performance.now() - start);
      const { code } = entryIn((await stage.post.mailTo(adresse(n))).text);
      const then = performance.now();
      const last = await stage.ask("POST", "/api/connexion/code", { adresse: adresse(n), code }, networkOf(n));
      entered.push(performance.now() - then);
      const session = await stage.ask("GET", "/api/session", undefined, networkOf(n), last.cookie);
      if (first.status !== 202 || last.status !== 204 || !session.text.includes(`Personne ${n}"`))
        errors.push(`${n}: ${last.status}`);
    });
    expect(errors).toEqual([]);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.log(`· 1,000 people signing in at once, mail included: ${seconds} s in all; each ${show(took)}`);
    console.log(`· of which asking for the mail: ${show(asked)}; giving the code: ${show(entered)}`);
  });
});

describe("what is left of a closed account", () => {
  it("is nothing personal in any file, nor in any line of the log", async () => {
    const secrets = [
      "gwenaelle.traoue@sante.example",
      "Gwenaëlle Traoué",
      "nouvelle.gwenaelle@sante.example",
      "Gwenaëlle Nouvelle",
    ];
    const [adresse = "", nom = "", second = "", renamed = ""] = secrets;
    await stage.makeAccount(adresse, nom);
    await stage.ask("POST", "/api/connexion", { adresse }, "192.0.2.9");
    const { code, token } = entryIn((await stage.post.mailTo(adresse)).text);
    const { cookie } = await stage.ask("POST", "/api/connexion/code", { adresse, code }, "192.0.2.9");
    expect((await stage.ask("PATCH", "/api/compte", { nom: renamed }, "192.0.2.9", cookie)).status).toBe(204);
    await stage.ask("POST", "/api/compte/adresses", { adresse: second, remplace: null }, "192.0.2.9", cookie);
    const codeIn = (text: string) => /^ {4}(\d{4}) (\d{4})$/m.exec(text)?.slice(1).join("") ?? "";
    const codes = [codeIn((await stage.post.mailTo(second)).text), codeIn((await stage.post.mailTo(adresse, 2)).text)];
    for (const each of codes) {
      expect(
        (await stage.ask("POST", "/api/compte/adresses/confirmation", { code: each }, "192.0.2.9", cookie)).status,
      ).toBe(200);
    }
    const data = await stage.ask("GET", "/api/compte/donnees", undefined, "192.0.2.9", cookie);
    for (const known of [adresse, second, renamed]) expect(data.text).toContain(known);
    // The search below finds what is there: the account is open.
    expect(await filesWith(stage.server.objects, secrets.slice(2))).not.toEqual([]);

    expect((await stage.ask("POST", "/api/compte/fermeture", { ferme: true }, "192.0.2.9", cookie)).status).toBe(204);
    await untilAsleep(stage.server.objects);
    expect(
      await filesWith(stage.server.objects, [...secrets, code, token.split(".")[1] ?? "", cookie.split(".")[1] ?? ""]),
    ).toEqual([]);
    for (const word of [...secrets, code, ...codes, "sante.example", "mille.example"])
      expect(stage.server.output()).not.toContain(word);
    // What must stay: that there was such an account, so that its id is nobody's again.
    const id = token.split(".")[0] ?? "";
    expect(await filesWith(join(stage.server.objects, "coaction-account"), [id])).not.toEqual([]);
  });
});

/** The files under a folder that hold one of these texts anywhere, rows that were deleted included. */
async function filesWith(objects: string, texts: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const file of await readdir(objects, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue;
    const bytes = await readFile(join(file.parentPath, file.name)).catch(() => Buffer.alloc(0));
    for (const text of texts) if (bytes.includes(text)) found.push(`${file.name}: ${text}`);
  }
  return found;
}
