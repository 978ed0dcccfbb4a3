import { describe, expect, it } from "vitest";
import type { Adresse } from "../../../shared/domain/adresse.ts";
import { checkMail } from "../../../worker/mail/mail.ts";
import { currentAdresseMail, newAdresseMail, removedAdresseMail, signInMail } from "../../../worker/mail/words.ts";

const to = "aline@sante.example" as Adresse;
const link = "https://cls.example.fr/connexion/lien#abc";
const mails = [
  signInMail(to, link, "12345678"),
  signInMail(to, link, null),
  newAdresseMail(to, "12345678"),
  currentAdresseMail(to, "autre@sante.example" as Adresse, "12345678"),
  removedAdresseMail(to),
];

describe("every mail", () => {
  it.each(mails)("$subject: may leave, and is set as a French printer sets it", (mail) => {
    expect(() => checkMail(mail)).not.toThrow();
    expect(mail.text).not.toMatch(/[^\u202f] ?[;!?»](?:\s|$)|'| :(?:\s|$)|« (?!\u202f)/m);
    expect(mail.text).toContain("Coaction, l’atelier des fiches-actions");
  });

  it("shows a code four and four, and says nothing of a code when there is none", () => {
    expect(mails[0]?.text).toContain("\n    1234 5678\n");
    expect(mails[1]?.text).not.toMatch(/\bcode/);
    expect(mails[1]?.text).toContain(`\n${link}\n`);
  });
});
