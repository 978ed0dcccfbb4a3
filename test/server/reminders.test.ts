import { type AddressInfo, createServer } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { MailBench, owedMails } from "../harness/mail-bench.ts";
import { NOWHERE } from "../harness/mail-server.ts";

const bench = new MailBench();
beforeAll(() => bench.prepare());
afterEach(() => bench.stopAll());
afterAll(() => bench.remove());

describe("a reminder", () => {
  it("leaves over SMTP with where to go and how to stop it, and no more once it was stopped", async () => {
    const post = await bench.mailServer();
    const server = await bench.start({ SMTP_HOST: "127.0.0.1", SMTP_PORT: String(post.port), SMTP_TLS: "aucun" });
    const awaits = async (numero: number) =>
      expect((await fetch(`${server.url}/essai/attente?adresse=aline@sante.example&numero=${numero}`)).status).toBe(
        204,
      );
    await awaits(1);
    await post.mailTo("aline@sante.example");
    await awaits(2);
    const mail = await post.mailTo("aline@sante.example", 2);
    expect(mail.text).toContain("Une fiche-action vous attend.");
    expect(mail.text).toContain("2.2 Marcher en forêt");
    expect(mail.text).toMatch(/\/contrats\/pays-de-redon\/fiches\/2-2-marcher-en-foret-[0-9a-z]{8}\/instruction/);
    const stop = /\/rappels\/[0-9a-z.]+/.exec(mail.text)?.[0] ?? "";
    expect(mail.headers).toContain(`List-Unsubscribe: <${server.url}${stop}>`);
    // Opening the address changes nothing: programs that look at links do.
    for (const method of ["GET", "HEAD"]) expect((await fetch(server.url + stop, { method })).status).toBe(200);
    await awaits(3);
    await post.mailTo("aline@sante.example", 3);
    // What the button of a mail program sends: no cookie, no origin, and these words.
    const body = new URLSearchParams({ "List-Unsubscribe": "One-Click" });
    const stopped = await fetch(server.url + stop, { method: "POST", body, redirect: "manual" });
    expect(stopped.status).toBe(200);
    await awaits(4);
    expect(await owedMails(server, "aline@sante.example")).toEqual([]);
    expect(post.mails).toHaveLength(3);
  });

  it("may be stopped by one press where nobody on the way reads the address", async () => {
    const post = await bench.mailServer();
    const server = await bench.start({
      PUBLIC_URL: "https://cls.un-nom-bien-long-de-communaute-de-communes.example",
      SMTP_HOST: "127.0.0.1",
      SMTP_PORT: String(post.port),
      SMTP_TLS: "aucun",
    });
    await fetch(`${server.url}/essai/attente?adresse=aline@sante.example&numero=1`);
    const { headers, text } = await post.mailTo("aline@sante.example");
    const stop = /https:\S+\/rappels\/\S+/.exec(text)?.[0];
    expect(headers).toContain(`List-Unsubscribe: <${stop}>`);
    expect(headers).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
  });

  it("that a server refuses for good is shown to the person, who can mend their address", async () => {
    const post = await bench.mailServer();
    const server = await bench.start({ SMTP_HOST: "127.0.0.1", SMTP_PORT: String(post.port), SMTP_TLS: "aucun" });
    const adresse = `inconnue${NOWHERE}`;
    await fetch(`${server.url}/essai/attente?adresse=${adresse}&numero=1`);
    expect(await owedMails(server, adresse)).toMatchObject([
      { genre: "information", destinataire: adresse, enEchec: true },
    ]);
  });

  it("that may have left, since the line was cut before the server's answer, is not sent again that day", async () => {
    let taken = 0;
    const answers: Readonly<Record<string, string>> = {
      EHLO: "250 oui",
      MAIL: "250 oui",
      RCPT: "250 oui",
      DATA: "354 dites",
    };
    const cutting = createServer((socket) => {
      let all = "";
      socket
        .on("error", () => {})
        .on("data", (said) => {
          const words = said.toString("utf8");
          const answer = answers[words.slice(0, 4)];
          if (answer !== undefined) socket.write(`${answer}\r\n`);
          all += words;
          if (!all.endsWith("\r\n.\r\n")) return;
          taken += 1;
          socket.destroy();
        })
        .write("220 bonjour\r\n");
    });
    await new Promise<void>((resolve) => cutting.listen(0, "127.0.0.1", () => resolve()));
    bench.stopLater(() => new Promise((resolve) => cutting.close(resolve)));
    const { port } = cutting.address() as AddressInfo;
    const server = await bench.start({ SMTP_HOST: "127.0.0.1", SMTP_PORT: String(port), SMTP_TLS: "aucun" });
    await fetch(`${server.url}/essai/attente?adresse=aline@sante.example&numero=1`);
    expect(taken).toBe(1);
    expect(await owedMails(server, "aline@sante.example")).toEqual([]);
  });
});
