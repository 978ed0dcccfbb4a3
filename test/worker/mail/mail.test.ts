import { describe, expect, it } from "vitest";
import type { Adresse } from "../../../shared/domain/adresse.ts";
import { checkMail, type Mail } from "../../../worker/mail/mail.ts";

const good: Mail = { to: "aline@sante.example" as Adresse, subject: "Bonjour à tous", text: "Ligne 1\nLigne 2\n" };

/** Somebody upstream let it through. */
function with_(change: Partial<Record<keyof Mail, string>>): Mail {
  return { ...good, ...change } as Mail;
}

describe("a mail that is about to leave", () => {
  it("passes when each header is one line", () => {
    expect(() => checkMail(good)).not.toThrow();
  });

  it.each([
    ["a line in the subject", { subject: "Bonjour\r\nBcc: pirate@mal.example" }],
    ["a bare line feed", { subject: "Bonjour\nBcc: pirate@mal.example" }],
    ["a bare return", { subject: "Bonjour\rBcc: pirate@mal.example" }],
    ["a null", { subject: "Bonjour\0" }],
    ["a next line", { subject: "Bonjour\u0085Bcc: x" }],
    ["a line separator", { subject: "Bonjour\u2028Bcc: x" }],
    ["words that turn round", { subject: "Bonjour \u202etxet" }],
    ["no subject", { subject: "" }],
    ["a subject without end", { subject: "x".repeat(151) }],
    ["a second command in the address", { to: "aline@sante.example>\r\nRCPT TO:<pirate@mal.example" }],
    ["a line in the address", { to: "aline@sante.example\r\nBcc: pirate@mal.example" }],
    ["two addresses", { to: "aline@sante.example, pirate@mal.example" }],
    ["a named address", { to: "Aline <aline@sante.example>" }],
    ["an address in capitals, which is another form", { to: "Aline@sante.example" }],
    ["returns in the text", { text: "a\r\n.\r\nMAIL FROM:<x@y.example>" }],
    ["an escape in the text", { text: "a\u001b[31m" }],
  ])("does not with %s", (_, change) => {
    expect(() => checkMail(with_(change))).toThrow(/^mail: mal_forme \((?:subject|recipient|text)\)$/);
  });
});
