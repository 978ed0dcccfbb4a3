import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { type Adresse, parseAdresse } from "../../../shared/domain/adresse.ts";
import type { AccountId, DocumentId } from "../../../shared/ids.ts";
import type { ToldAttentes } from "../../../shared/protocol/bodies/attentes.ts";
import { nameOf } from "../../../worker/account/name-of.ts";
import { adresseName, findAccount, findOrCreateAccount } from "../../../worker/adresse/find-or-create.ts";
import { Browser, mailsTo, mailTo } from "../browser.ts";
import { ring } from "../ring.ts";

let last = 0;

function newAdresse(): Adresse {
  last += 1;
  const adresse = parseAdresse(`compte.${last}@sante.example`);
  if (adresse === null) throw new Error("not an address");
  return adresse;
}

interface Person {
  readonly adresse: Adresse;
  readonly id: AccountId;
  readonly browser: Browser;
}

/** Somebody with an account, signed in. */
async function signedIn(nom: string): Promise<Person> {
  const adresse = newAdresse();
  const id = await findOrCreateAccount(env, adresse, nom);
  const browser = new Browser();
  await enter(browser, adresse);
  return { adresse, id, browser };
}

/** Signs in with the link of a new mail. */
async function enter(browser: Browser, adresse: Adresse): Promise<string> {
  const before = (await mailsTo(adresse)).length;
  await browser.ask("POST", "/api/connexion", { adresse });
  return browser.outcome("POST", "/api/connexion/lien", { jeton: (await mailTo(adresse, before + 1)).token });
}

async function shown({ browser }: Person) {
  return (await browser.ask("GET", "/api/compte")).json<{ nom: string; adresses: { adresse: string }[] }>();
}

/** Asks for an address; the codes that came to it and to the one that the account has. */
async function askFor(person: Person, adresse: Adresse, remplace: Adresse | null) {
  const [there, here] = [(await mailsTo(adresse)).length, (await mailsTo(person.adresse)).length];
  expect(await person.browser.outcome("POST", "/api/compte/adresses", { adresse, remplace })).toBe("202");
  return { there: (await mailTo(adresse, there + 1)).code, here: (await mailTo(person.adresse, here + 1)).code };
}

async function confirm({ browser }: Person, code: string | null) {
  const response = await browser.ask("POST", "/api/compte/adresses/confirmation", { code });
  return [response.status, await response.json()];
}

describe("an account", () => {
  it("is one, whoever asks for it at once, and takes its first name", async () => {
    const adresse = newAdresse();
    const ids = await Promise.all(["Aline", "Aline", "Autre"].map((nom) => findOrCreateAccount(env, adresse, nom)));
    expect(new Set(ids).size).toBe(1);
    expect(await findAccount(env, adresse)).toBe(ids[0]);
    expect(await nameOf(env, ids[0] as AccountId)).toBe("Aline");
  });

  it("is finished by whoever asks next when its making was cut short", async () => {
    const adresse = newAdresse();
    const claimed = "aaaabbbbccccdddd" as AccountId;
    await env.ADRESSES.getByName("adresses").claim(adresseName(env, adresse), claimed);
    expect(await findOrCreateAccount(env, adresse, "Aline")).toBe(claimed);
    expect(await nameOf(env, claimed)).toBe("Aline");
  });

  it("is called as its owner says, and by nothing that is no name", async () => {
    const aline = await signedIn("Aline Le Gof");
    expect(await aline.browser.outcome("PATCH", "/api/compte", { nom: "  Aline\u00a0 Le Goff " })).toBe("204");
    expect(await aline.browser.name()).toBe("Aline Le Goff");
    for (const nom of ["", "  ", "x".repeat(81), "a\u0007b", "a\u202eb", "<b>a</b>", "http://a", 12, null, "123"]) {
      expect(await aline.browser.outcome("PATCH", "/api/compte", { nom })).toBe("400 corps_invalide");
    }
    expect(await aline.browser.outcome("PATCH", "/api/compte", { nom: "A", id: "0123456789abcdef" })).toBe(
      "400 corps_invalide",
    );
    expect(await new Browser().outcome("PATCH", "/api/compte", { nom: "A" })).toBe("401 session_absente");
  });
});

describe("a change of address", () => {
  it("needs the code of both mails, then the new address opens the account and the old one does not", async () => {
    const aline = await signedIn("Aline");
    const adresse = newAdresse();
    const codes = await askFor(aline, adresse, aline.adresse);
    expect(await confirm(aline, codes.there)).toEqual([200, { etat: "attend_actuelle" }]);
    expect(await findAccount(env, adresse)).toBeNull();
    expect(await confirm(aline, codes.here)).toEqual([200, { etat: "faite" }]);
    expect((await shown(aline)).adresses.map((each) => each.adresse)).toEqual([adresse]);
    expect(await findAccount(env, aline.adresse)).toBeNull();
    expect((await mailTo(aline.adresse, 3)).subject).toBe("Cette adresse n’ouvre plus votre compte Coaction");
    const elsewhere = new Browser();
    expect(await enter(elsewhere, adresse)).toBe("204");
    expect(await elsewhere.name()).toBe("Aline");
  });

  it("does not happen by the current address alone, nor by guessing", async () => {
    const aline = await signedIn("Aline");
    const adresse = newAdresse();
    const codes = await askFor(aline, adresse, null);
    expect(await confirm(aline, codes.here)).toEqual([200, { etat: "attend_nouvelle" }]);
    const guess = codes.there === "00000000" ? "00000001" : "00000000";
    for (let i = 0; i < 6; i++) expect(await confirm(aline, guess)).toEqual([403, { refus: "code_refuse" }]);
    expect(await confirm(aline, codes.there)).toEqual([403, { refus: "code_refuse" }]);
    expect(await findAccount(env, adresse)).toBeNull();
  });

  it("is asked for five times a day at most", async () => {
    const aline = await signedIn("Aline");
    for (let i = 0; i < 5; i++) await askFor(aline, newAdresse(), null);
    const body = { adresse: newAdresse(), remplace: null };
    expect(await aline.browser.outcome("POST", "/api/compte/adresses", body)).toBe("429 trop_d_essais");
  });

  it("is refused for one's own address, and for an address to replace that is not one's own", async () => {
    const aline = await signedIn("Aline");
    const ask = (body: unknown) => aline.browser.outcome("POST", "/api/compte/adresses", body);
    expect(await ask({ adresse: aline.adresse, remplace: null })).toBe("409 adresse_deja_la");
    expect(await ask({ adresse: newAdresse(), remplace: newAdresse() })).toBe("404 introuvable");
  });

  it("leaves at least one address", async () => {
    const aline = await signedIn("Aline");
    const adresse = newAdresse();
    const codes = await askFor(aline, adresse, null);
    for (const code of [codes.here, codes.there]) await confirm(aline, code);
    const remove = (each: Adresse) => aline.browser.outcome("DELETE", "/api/compte/adresses", { adresse: each });
    expect(await remove(newAdresse())).toBe("404 introuvable");
    expect(await remove(aline.adresse)).toBe("204");
    expect(await findAccount(env, aline.adresse)).toBeNull();
    expect(await remove(adresse)).toBe("409 derniere_adresse");
  });
});

describe("two accounts of one person", () => {
  /** Aline has proved that the address of the other account is hers too. */
  async function proved() {
    const aline = await signedIn("Aline");
    const other = await signedIn("Aline L.");
    const contrat = (await env.ACCOUNT.getByName("c9b14dfgpfnax6kj").memberships())[0];
    if (contrat === undefined) throw new Error("the demonstration has no contrat");
    await env.ACCOUNT.getByName(other.id).addMembership(contrat);
    const codes = await askFor(aline, other.adresse, null);
    expect(await confirm(aline, codes.here)).toEqual([200, { etat: "attend_nouvelle" }]);
    expect(await confirm(aline, codes.there)).toEqual([200, { etat: "jonction_proposee", nom: "Aline L." }]);
    return { aline, other, contrat };
  }

  it("become one when both were proved and she says so: one id acts, the other keeps its history under her name", async () => {
    const { aline, other, contrat } = await proved();
    expect(await other.browser.name()).toBe("Aline L.");
    expect(await aline.browser.outcome("POST", "/api/compte/jonction", { accepte: true })).toBe("204");
    expect(await other.browser.name()).toBeNull();
    expect((await shown(aline)).adresses.map(({ adresse }) => adresse)).toEqual([aline.adresse, other.adresse]);
    expect(await env.ACCOUNT.getByName(aline.id).memberships()).toEqual([contrat]);
    expect(await env.ACCOUNT.getByName(other.id).standing()).toEqual({ etat: "joint", id: other.id, into: aline.id });
    expect(await nameOf(env, other.id)).toBe("Aline");
    expect(await findAccount(env, other.adresse)).toBe(aline.id);
    expect(await findOrCreateAccount(env, other.adresse, "Quelqu’un")).toBe(aline.id);
    const elsewhere = new Browser();
    expect(await enter(elsewhere, other.adresse)).toBe("204");
    expect(await elsewhere.name()).toBe("Aline");
    expect(await aline.browser.outcome("POST", "/api/compte/jonction", { accepte: true })).toBe(
      "409 jonction_impossible",
    );
  });

  it("get reminders as one: stopped by the mail of either, and not told again what the other was", async () => {
    const { aline, other, contrat } = await proved();
    const stub = { aline: env.ACCOUNT.getByName(aline.id), other: env.ACCOUNT.getByName(other.id) };
    const fiche = { id: "f1f1f1f1f1f1f1f1" as DocumentId, numero: "1.1", intitule: "" };
    const told: ToldAttentes = {
      contrat: { id: contrat, slug: "c", nom: "C" },
      attentes: [{ quoi: "avis_a_donner", fiche, version: 1, depuis: 1, nombre: 1 }],
    };
    await stub.other.hearAttentes(1, told);
    await ring(stub.other);
    const stop = /\/rappels\/[0-9a-z.]+/.exec((await mailTo(other.adresse, 1)).text)?.[0] ?? "";
    await aline.browser.outcome("POST", "/api/compte/jonction", { accepte: true });
    const mails = async () => [...(await mailsTo(aline.adresse)), ...(await mailsTo(other.adresse))].length;
    const before = await mails();
    await stub.aline.hearAttentes(1, told);
    await ring(stub.aline);
    expect(await mails()).toBe(before);
    expect(await shown(aline)).toMatchObject({ rappels: true });
    expect((await new Browser().ask("POST", stop)).status).toBe(200);
    expect(await shown(aline)).toMatchObject({ rappels: false });
  });

  it("are one in a contrat that only the account that is kept is of: what the other did there is theirs", async () => {
    const { aline, other, contrat } = await proved();
    await env.ACCOUNT.getByName(other.id).removeMembership(contrat);
    await env.ACCOUNT.getByName(aline.id).addMembership(contrat);
    await runInDurableObject(env.CONTRAT.getByName(contrat), (_, { storage }) => {
      storage.sql.exec("INSERT INTO membres (account, depuis) VALUES (?, 1)", aline.id);
      storage.sql.exec("INSERT INTO membres (account, depuis, parti_le) VALUES (?, 1, 2)", other.id);
    });
    expect(await aline.browser.outcome("POST", "/api/compte/jonction", { accepte: true })).toBe("204");
    await runInDurableObject(env.CONTRAT.getByName(contrat), (_, { storage }) => {
      expect(storage.sql.exec("SELECT joint FROM membres WHERE account = ?", other.id).toArray()).toEqual([
        { joint: aline.id },
      ]);
    });
  });

  it("stay two until then, and for whoever proved nothing", async () => {
    const { other } = await proved();
    expect(await findAccount(env, other.adresse)).toBe(other.id);
    const stranger = await signedIn("Quelqu’un");
    await askFor(stranger, other.adresse, null);
    expect(await stranger.browser.outcome("POST", "/api/compte/jonction", { accepte: true })).toBe(
      "409 jonction_impossible",
    );
    expect(await other.browser.name()).toBe("Aline L.");
  });

  it("cannot each swallow the other", async () => {
    const { aline, other } = await proved();
    const back = await askFor(other, aline.adresse, null);
    for (const code of [back.here, back.there]) await confirm(other, code);
    const outcomes = await Promise.all(
      [aline, other].map(({ browser }) => browser.outcome("POST", "/api/compte/jonction", { accepte: true })),
    );
    const standings = await Promise.all([aline, other].map(({ id }) => env.ACCOUNT.getByName(id).standing()));
    expect(standings.filter((standing) => standing?.etat === "ouvert").length).toBeGreaterThanOrEqual(1);
    expect(outcomes.filter((outcome) => outcome === "204").length).toBe(
      standings.filter((standing) => standing?.etat === "joint").length,
    );
  });
});

describe("closing an account", () => {
  it("is for ever: nobody enters, nobody is called so, and the same address is somebody new", async () => {
    const aline = await signedIn("Aline");
    const elsewhere = new Browser();
    await enter(elsewhere, aline.adresse);
    expect(await aline.browser.outcome("POST", "/api/compte/fermeture", { ferme: false })).toBe("400 corps_invalide");
    expect(await aline.browser.outcome("POST", "/api/compte/fermeture", { ferme: true })).toBe("204");
    expect([await aline.browser.name(), await elsewhere.name()]).toEqual([null, null]);
    expect(await nameOf(env, aline.id)).toBeNull();
    expect(await env.ACCOUNT.getByName(aline.id).standing()).toEqual({ etat: "ferme", id: aline.id });
    expect(await findAccount(env, aline.adresse)).toBeNull();
    const again = await findOrCreateAccount(env, aline.adresse, "Aline revenue");
    expect(again).not.toBe(aline.id);
    expect(await env.ACCOUNT.getByName(aline.id).create(aline.id, "Quelqu’un")).toBeNull();
    expect(await nameOf(env, aline.id)).toBeNull();
    expect(await env.ACCOUNT.getByName(aline.id).addMembership("aaaabbbbccccdddd" as never)).toBeNull();
  });
});

describe("« Mes données »", () => {
  it("is a file with everything about the person, and nothing that lets in", async () => {
    const aline = await signedIn("Aline");
    const contrat = (await env.ACCOUNT.getByName("c9b14dfgpfnax6kj").memberships())[0];
    if (contrat === undefined) throw new Error("the demonstration has no contrat");
    await env.ACCOUNT.getByName(aline.id).addMembership(contrat);
    const response = await aline.browser.ask("GET", "/api/compte/donnees");
    expect(response.headers.get("content-disposition")).toBe('attachment; filename="mes-donnees-coaction.json"');
    expect(response.headers.get("cache-control")).toBe("no-store");
    const text = await response.text();
    const data = JSON.parse(text);
    expect(data).toMatchObject({
      format: "coaction/mes-donnees/1",
      compte: { id: aline.id, nom: "Aline", comptesJoints: [] },
      adresses: [{ adresse: aline.adresse }],
      changementAdresse: null,
      sessions: [{ appareil: { navigateur: "firefox", systeme: "linux" } }],
      courriels: [],
      rappels: { actifs: true, dernierLe: null, attentes: [] },
    });
    expect(data.demandesDeConnexion).toHaveLength(1);
    expect(data.contrats.map(({ id }: { id: string }) => id)).toEqual([contrat]);
    expect(data.contrats[0].donnees).not.toBeNull();
    expect(text).not.toContain(aline.browser.cookie.split(".")[1]);
    expect(await new Browser().outcome("GET", "/api/compte/donnees")).toBe("401 session_absente");
  });
});
