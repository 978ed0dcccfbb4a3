import { evictDurableObject, runDurableObjectAlarm, SELF } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { CLOSE } from "../../../shared/protocol/close-codes.ts";
import { addParagraph, RawPage, textOf, typeAtEnd } from "../../harness/raw-page.ts";
import { connect, documentOf, ficheOf, ORIGIN, openPage, signInAs, upgrade } from "../signed-in.ts";

const CHALLANS = "challans-gois-ocean-marais-de-monts";
const REDON = "pays-de-redon";

describe("two people in one fiche", () => {
  it("see each other's words, which are acknowledged once stored", async () => {
    const { page: pilote } = await openPage("pilote", CHALLANS, "2.1");
    const { page: partenaire } = await openPage("partenaire", CHALLANS, "2.1");
    typeAtEnd(pilote.doc, "description", " Un mot de la pilote.");
    await partenaire.until("the pilote's words", () =>
      textOf(partenaire.doc, "description").includes("Un mot de la pilote."),
    );
    await pilote.until("the acknowledgement", () => pilote.acked === pilote.sent);
    typeAtEnd(partenaire.doc, "leviers", " Et du partenaire.");
    await pilote.until("the partenaire's words", () => textOf(pilote.doc, "leviers").includes("Et du partenaire."));
    expect(pilote.refusals).toEqual([]);
    expect(partenaire.refusals).toEqual([]);
  });

  it("find each other by the names that the server gives; a page that claims one is refused", async () => {
    const { page: pilote } = await openPage("pilote", CHALLANS, "2.1");
    const { page: partenaire } = await openPage("partenaire", CHALLANS, "2.1");
    await pilote.until("the partenaire's arrival", () => pilote.present.has(partenaire.client));
    partenaire.sendCaret("freins", 1, { user: { name: "Quelqu'un d'autre" } });
    await partenaire.until("the refusal", () => partenaire.refusals.length === 1);
    expect(partenaire.refusals[0]?.code).toBe("presence_refusee");
    partenaire.sendCaret("leviers", 2);
    await pilote.until("the caret", () => JSON.stringify(pilote.present.get(partenaire.client)).includes("leviers"));
    expect(JSON.stringify([...pilote.present.values()])).not.toContain("Quelqu'un d'autre");
    partenaire.close();
    await pilote.until("the departure", () => !pilote.present.has(partenaire.client));
    expect(pilote.present.has(pilote.client)).toBe(true);
  });

  it("lose nothing when the object sleeps: sockets live on and the text is the same", async () => {
    const { page: pilote } = await openPage("pilote", CHALLANS, "2.1");
    const { page: partenaire } = await openPage("partenaire", CHALLANS, "2.1");
    const fiche = await ficheOf(await signInAs("pilote"), CHALLANS, "2.1");
    typeAtEnd(pilote.doc, "freins", " Avant le sommeil.");
    await pilote.until("the acknowledgement", () => pilote.acked === pilote.sent);
    await partenaire.until("the words", () => textOf(partenaire.doc, "freins").endsWith("Avant le sommeil."));
    await evictDurableObject(documentOf(fiche));
    typeAtEnd(partenaire.doc, "freins", " Après le sommeil.");
    await pilote.until("words after sleep", () => textOf(pilote.doc, "freins").includes("Après le sommeil."));
    const { page: coordinatrice } = await openPage("coordinatrice", CHALLANS, "2.1");
    expect(textOf(coordinatrice.doc, "freins")).toContain("Avant le sommeil. Après le sommeil.");
    expect([...coordinatrice.present.keys()]).toEqual(expect.arrayContaining([pilote.client, partenaire.client]));
  });
});

describe("someone who may read and not write", () => {
  it("reads the text; every frame that writes is refused, and nothing changes", async () => {
    const { page: habitante } = await openPage("habitante", REDON, "1.1");
    const { page: pilote } = await openPage("pilote", REDON, "1.1");
    expect(habitante.writes).toBe(false);
    expect(textOf(habitante.doc, "constats").length).toBeGreaterThan(100);
    const before = Y.encodeStateVector(pilote.doc);

    const forged = new Y.Doc();
    forged.clientID = habitante.client;
    addParagraph(forged, "constats", "Des mots qui ne passent pas");
    const update = Y.encodeStateAsUpdate(forged);
    for (const step of [1, 2]) habitante.sendRaw(frame(0, step, update));
    habitante.sendUpdate(update);
    habitante.decide({ id: 1, fate: "ecarte", place: null, after: null });
    await habitante.until("four refusals", () => habitante.refusals.length === 4);
    expect(new Set(habitante.refusals.map(({ code }) => code))).toEqual(new Set(["lecture_seule"]));

    const { page: later } = await openPage("partenaire", REDON, "1.1");
    expect(Y.encodeStateVector(later.doc)).toEqual(before);
    expect(textOf(later.doc, "constats")).not.toContain("ne passent pas");
  });
});

describe("an upgrade that may not be", () => {
  it("gets the same close, whatever is wrong with it", async () => {
    const cookie = await signInAs("habitante");
    const pilote = await signInAs("pilote");
    const mine = await ficheOf(pilote, CHALLANS, "2.1");
    // A draft that its groupe showed to no body.
    const draft = await ficheOf(await signInAs("coordinatrice"), "pays-de-redon", "3.1");
    const live = (slug: string, id: string) => `/api/contrats/${slug}/fiches/${id}/live?client=77&schema=1`;
    const attempts: [string, Record<string, string>][] = [
      [live(CHALLANS, mine.id), { cookie: pilote, origin: "https://ailleurs.example" }],
      [live(CHALLANS, mine.id), { origin: ORIGIN }],
      [live(CHALLANS, mine.id), { origin: ORIGIN, cookie: `${pilote.slice(0, -1)}x` }],
      [live(CHALLANS, "0123456789abcdef"), { cookie: pilote, origin: ORIGIN }],
      [live("inconnu", mine.id), { cookie: pilote, origin: ORIGIN }],
      [live(CHALLANS, mine.id), { cookie, origin: ORIGIN }],
      [live("pays-de-redon", draft.id), { cookie: await signInAs("cotech-1"), origin: ORIGIN }],
    ];
    for (const [path, headers] of attempts) {
      const { closed } = connect(await upgrade(path, headers), new RawPage(77));
      expect(await closed).toBe(CLOSE.refused);
    }
  });

  it("is told when only its handshake is wrong", async () => {
    const cookie = await signInAs("pilote");
    const { id } = await ficheOf(cookie, CHALLANS, "2.1");
    const base = `/api/contrats/${CHALLANS}/fiches/${id}/live`;
    const open = async (query: string) =>
      connect(await upgrade(`${base}${query}`, { cookie, origin: ORIGIN }), new RawPage(78)).closed;
    expect(await open("")).toBe(CLOSE.badHandshake);
    expect(await open("?client=4294967296&schema=1")).toBe(CLOSE.badHandshake);
    expect(await open("?client=78&schema=999")).toBe(CLOSE.oldSchema);
    expect(await open("?client=78&schema=1&epoch=avant")).toBe(CLOSE.oldEpoch);
  });
});

describe("a client id", () => {
  it("is one person's: another is told to draw a new one, the same person's new socket replaces the old", async () => {
    const { page: pilote, closed } = await openPage("pilote", CHALLANS, "2.1");
    const cookie = await signInAs("partenaire");
    const { id } = await ficheOf(cookie, CHALLANS, "2.1");
    const path = `/api/contrats/${CHALLANS}/fiches/${id}/live?client=${pilote.client}&schema=1`;
    expect(await connect(await upgrade(path, { cookie, origin: ORIGIN }), new RawPage(1)).closed).toBe(
      CLOSE.clientTaken,
    );

    const again = new RawPage(pilote.client);
    connect(await upgrade(path, { cookie: await signInAs("pilote"), origin: ORIGIN }), again);
    expect(await closed).toBe(CLOSE.replaced);
    await again.until("the second synchronisation", () => again.synced);
  });

  it("of somebody else brings no words", async () => {
    const { page: pilote } = await openPage("pilote", CHALLANS, "2.1");
    const { page: partenaire } = await openPage("partenaire", CHALLANS, "2.1");
    const forged = new Y.Doc();
    Y.applyUpdate(forged, Y.encodeStateAsUpdate(pilote.doc));
    forged.clientID = pilote.client;
    const vector = Y.encodeStateVector(forged);
    addParagraph(forged, "leviers", "Mots prêtés à la pilote");
    partenaire.sendUpdate(Y.encodeStateAsUpdate(forged, vector));
    await partenaire.until("the refusal", () => partenaire.refusals.length === 1);
    expect(partenaire.refusals[0]?.code).toBe("identifiant_etranger");
  });
});

describe("the contrat", () => {
  it("hears a fiche's new intitulé after the last key", async () => {
    const { page: pilote } = await openPage("pilote", CHALLANS, "4.1");
    const cookie = await signInAs("pilote");
    const fiche = await ficheOf(cookie, CHALLANS, "4.1");
    pilote.doc.getText("intitule").insert(0, "Nouveau : ");
    await pilote.until("the acknowledgement", () => pilote.acked === pilote.sent);
    // Too early the first time: the alarm is set again, since keys may follow.
    const told = async () => {
      await runDurableObjectAlarm(documentOf(fiche));
      return ficheOf(cookie, CHALLANS, "4.1");
    };
    await expect
      .poll(told, { timeout: 30_000, interval: 100 })
      .toMatchObject({ intitule: `Nouveau : ${fiche.intitule}`, modifieeLe: expect.any(Number) });
  });
});

describe("what is not a frame", () => {
  it("is refused with its name, and the next words pass", async () => {
    const { page: pilote } = await openPage("pilote", CHALLANS, "2.1");
    pilote.sendRaw(new Uint8Array([250]));
    pilote.sendRaw(new Uint8Array([0, 9]));
    pilote.sendRaw(new Uint8Array());
    pilote.sendRaw(frame(0, 2, new Uint8Array([1, 1, 1, 1, 1])));
    await pilote.until("four refusals", () => pilote.refusals.length === 4);
    expect(pilote.refusals.map(({ code }) => code)).toEqual([
      "trame_invalide",
      "trame_inconnue",
      "trame_invalide",
      "hors_modele",
    ]);
    typeAtEnd(pilote.doc, "vigilance", " Toujours là.");
    await pilote.until("the acknowledgement", () => pilote.acked === pilote.sent);
  });
});

it("a writing request of another origin is refused, whatever it says that it upgrades to", async () => {
  const body = JSON.stringify({ persona: "pilote" });
  const foreign = { origin: "https://ailleurs.example" };
  for (const headers of [foreign, { ...foreign, upgrade: "websocket" }]) {
    const response = await SELF.fetch(`${ORIGIN}/api/demo/session`, { method: "POST", headers, body });
    expect(response.status).toBe(403);
    expect(response.headers.get("set-cookie")).toBeNull();
  }
});

it("a body that is too large is refused before anything reads it", async () => {
  const response = await SELF.fetch(`${ORIGIN}/api/demo/session`, {
    method: "POST",
    headers: { origin: ORIGIN },
    body: "x".repeat(1024 * 1024),
  });
  expect(response.status).toBe(413);
});

function frame(type: number, step: number, bytes: Uint8Array): Uint8Array {
  const length: number[] = [];
  let rest = bytes.length;
  do {
    length.push(rest > 127 ? (rest & 127) | 128 : rest);
    rest >>= 7;
  } while (rest > 0);
  return new Uint8Array([type, step, ...length, ...bytes]);
}
