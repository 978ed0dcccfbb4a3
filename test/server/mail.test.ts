import { createServer, type Server } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { selfSigned } from "../harness/certificate.ts";
import { MailBench, owedMails } from "../harness/mail-bench.ts";
import { entryIn, type MailServer, startMailServer } from "../harness/mail-server.ts";
import type { PlainWorkerd } from "../harness/plain-workerd.ts";

const ours = selfSigned("localhost", Date.now());

const bench = new MailBench();
beforeAll(() => bench.prepare());
afterEach(() => bench.stopAll());
afterAll(() => bench.remove());

/** An instance that sends its mails there, and trusts this test's authority, or another one. */
const instance = (settings: Record<string, string>, authority = ours.cert): Promise<PlainWorkerd> =>
  bench.start(settings, authority);

const mailServer = (...options: Parameters<typeof startMailServer>): Promise<MailServer> =>
  bench.mailServer(...options);

/** Somebody with an account asks for a mail to sign in. */
async function askFor(server: PlainWorkerd, adresse: string): Promise<void> {
  await fetch(`${server.url}/essai/compte?adresse=${adresse}`);
  const response = await fetch(`${server.url}/api/connexion`, { method: "POST", body: JSON.stringify({ adresse }) });
  expect(response.status).toBe(202);
}

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (let round = 0; round < 300; round++) {
    if (await holds()) return;
    await pause(50);
  }
  throw new Error(`it never came to this: ${what}`);
}

async function health(server: PlainWorkerd): Promise<string> {
  return ((await (await fetch(`${server.url}/api/sante`)).json()) as { courriel: string }).courriel;
}

const login = { SMTP_USER: "cls", SMTP_PASSWORD: "sésame" };

describe("a mail server that asks for a password", () => {
  it("gets it once the conversation was upgraded", async () => {
    const post = await mailServer(ours);
    const server = await instance({ SMTP_PORT: String(post.port), SMTP_TLS: "starttls", ...login });
    await askFor(server, "aline@sante.example");
    const mail = await post.mailTo("aline@sante.example");
    expect([mail.secure, mail.user]).toEqual([true, "cls"]);
    expect(entryIn(mail.text).code).toMatch(/^\d{8}$/);
  });

  it("gets it over a conversation that is encrypted from its first byte", async () => {
    const post = await mailServer({ ...ours, secure: true });
    const server = await instance({ SMTP_PORT: String(post.port), SMTP_TLS: "implicite", ...login });
    await askFor(server, "aline@sante.example");
    const mail = await post.mailTo("aline@sante.example");
    expect([mail.secure, mail.user]).toEqual([true, "cls"]);
  });

  it("never gets it in clear: whoever stands between and hides the upgrade gets nothing", async () => {
    let asked = 0;
    const onAuth = () => {
      asked += 1;
    };
    const post = await mailServer({ allowInsecureAuth: true, disabledCommands: ["STARTTLS"], onAuth });
    const server = await instance({ SMTP_PORT: String(post.port), SMTP_TLS: "starttls", ...login });
    await askFor(server, "aline@sante.example");
    await until("the way out is known to be broken", async () => (await health(server)) === "en_panne");
    expect([asked, post.mails.length]).toEqual([0, 0]);
  });

  it.each(["starttls", "implicite"])("gets nothing when it is not the one that was named: %s", async (tls) => {
    const elsewhere = selfSigned("ailleurs.example", Date.now());
    const unknown = selfSigned("localhost", Date.now());
    // A good certificate, of another host; and one for the right host that nobody vouches for.
    for (const { cert, key, authority } of [
      { ...elsewhere, authority: elsewhere.cert },
      { ...unknown, authority: ours.cert },
    ]) {
      const post = await mailServer({ cert, key, secure: tls === "implicite" });
      const server = await instance({ SMTP_PORT: String(post.port), SMTP_TLS: tls, ...login }, authority);
      await askFor(server, "aline@sante.example");
      await until("the way out is known to be broken", async () => (await health(server)) === "en_panne");
      expect(post.mails).toEqual([]);
    }
  });

  it("keeps its mails waiting when the password is refused, since somebody will mend it", async () => {
    const post = await mailServer(ours);
    const settings = { SMTP_PORT: String(post.port), SMTP_TLS: "starttls", SMTP_USER: "cls", SMTP_PASSWORD: "faux" };
    const server = await instance(settings);
    await askFor(server, "aline@sante.example");
    await until("the way out is known to be broken", async () => (await health(server)) === "en_panne");
    expect(await owedMails(server, "aline@sante.example")).toMatchObject([{ enEchec: false }]);
    expect(server.output()).not.toMatch(/faux|sante\.example/);
  });
});

describe("a mail server in trouble", () => {
  /** Takes connections, and leaves them as it is told. */
  async function rude(treat: Parameters<typeof createServer>[1]): Promise<number> {
    const server: Server = createServer(treat);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
    bench.stopLater(() => new Promise((resolve) => server.close(resolve)));
    const address = server.address();
    return typeof address === "object" && address !== null ? address.port : 0;
  }

  it.each<[string, Parameters<typeof createServer>[1]]>([
    ["hangs up at once", (socket) => void socket.on("error", () => {}).end()],
    [
      "hangs up in the middle",
      (socket) =>
        void socket
          .on("error", () => {})
          .on("data", () => socket.destroy())
          .write("220 bonjour\r\n"),
    ],
    ["says that it is busy", (socket) => void socket.on("error", () => {}).end("421 trop de monde\r\n")],
    ["speaks another language", (socket) => void socket.on("error", () => {}).end("HTTP/1.1 400 Bad Request\r\n\r\n")],
  ])("that %s stops nothing but its mail, which waits", async (_, treat) => {
    const port = await rude(treat);
    const server = await instance({ SMTP_HOST: "127.0.0.1", SMTP_PORT: String(port), SMTP_TLS: "aucun" });
    await askFor(server, "aline@sante.example");
    await until("the way out is known to be broken", async () => (await health(server)) === "en_panne");
    expect(await owedMails(server, "aline@sante.example")).toMatchObject([{ enEchec: false }]);
  });

  it("that comes back gets the mail, though the instance was killed meanwhile", async () => {
    const first = await startMailServer();
    const { port } = first;
    await first.stop();
    const server = await instance({ SMTP_HOST: "127.0.0.1", SMTP_PORT: String(port), SMTP_TLS: "aucun" });
    await askFor(server, "aline@sante.example");
    await until("the way out is known to be broken", async () => (await health(server)) === "en_panne");
    await server.restart();
    const post = await mailServer({ authOptional: true, disabledCommands: ["AUTH", "STARTTLS"] }, port);
    expect(entryIn((await post.mailTo("aline@sante.example")).text).code).toMatch(/^\d{8}$/);
    await until("nothing is owed", async () => (await owedMails(server, "aline@sante.example")).length === 0);
  });

  it("that does not know the recipient is asked once, and the failure is kept to be shown", async () => {
    let asked = 0;
    const post = await mailServer({
      authOptional: true,
      disabledCommands: ["AUTH", "STARTTLS"],
      onRcptTo: ({ address }, _session, callback) => {
        asked += 1;
        callback(Object.assign(new Error(`no such user ${address}`), { responseCode: 550 }));
      },
    });
    const server = await instance({ SMTP_HOST: "127.0.0.1", SMTP_PORT: String(post.port), SMTP_TLS: "aucun" });
    await askFor(server, "inconnue@sante.example");
    await until("it is given up", async () => (await owedMails(server, "inconnue@sante.example"))[0]?.enEchec === true);
    expect(asked).toBe(1);
    expect(server.output()).not.toContain("sante.example");
    expect(server.output()).toContain("mail: refuse");
  });
});

describe("an instance without mail", () => {
  it("says so, answers the same, and keeps what it owes", async () => {
    const server = await bench.startWithoutMail();
    await askFor(server, "aline@sante.example");
    expect(await health(server)).toBe("aucun");
    await until("it is noted", async () => (await owedMails(server, "aline@sante.example")).length === 1);
  });
});

describe("a server that the settings do not name", () => {
  it("is out of reach, on this very machine too", async () => {
    const post = await mailServer();
    const server = await bench.startCutOff({
      MAIL_FROM: "cls@mairie.example",
      SMTP_HOST: "127.0.0.1",
      SMTP_PORT: String(post.port),
      SMTP_TLS: "aucun",
    });
    await askFor(server, "aline@sante.example");
    await until("the way out is known to be broken", async () => (await health(server)) === "en_panne");
    expect(post.mails).toEqual([]);
  });
});
