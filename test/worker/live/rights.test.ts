import { evictDurableObject, runInDurableObject, SELF } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import type { GroupeRole } from "../../../shared/domain/contrat.ts";
import { CLOSE } from "../../../shared/protocol/close-codes.ts";
import type { FicheInList } from "../../../shared/protocol/http-bodies.ts";
import { demonstration } from "../../../worker/demo/data.ts";
import { textOf, typeAtEnd } from "../../harness/raw-page.ts";
import { ring } from "../ring.ts";
import { documentOf, ficheOf, ORIGIN, openLive, openPage, signInAs } from "../signed-in.ts";

const SLUG = "pays-de-redon";

/** The coordinatrice makes a persona exactly that in the groupe of a fiche. */
async function change(persona: string, fiche: FicheInList, roles: readonly GroupeRole[]): Promise<void> {
  const response = await SELF.fetch(`${ORIGIN}/api/demo/droits`, {
    method: "POST",
    headers: { origin: ORIGIN, cookie: await signInAs("coordinatrice") },
    body: JSON.stringify({ persona, contrat: SLUG, fiche: fiche.id, roles }),
  });
  expect(response.status).toBe(204);
}

describe("a right lowered while the socket is open", () => {
  it("the very next write is refused, and the page comes back as a reader", async () => {
    const cookie = await signInAs("partenaire");
    const fiche = await ficheOf(cookie, SLUG, "1.1");
    const { page: partenaire, closed } = await openPage("partenaire", SLUG, "1.1", cookie);
    const { page: pilote } = await openPage("pilote", SLUG, "1.1");
    typeAtEnd(partenaire.doc, "constats", " Tant qu'il écrit.");
    await pilote.until("the words", () => textOf(pilote.doc, "constats").includes("Tant qu'il écrit."));

    // The groupe of this fiche has residents who read.
    const lowered = change("partenaire", fiche, ["habitant"]);
    await lowered;
    typeAtEnd(partenaire.doc, "constats", " Une fois de trop.");
    expect(await closed).toBe(CLOSE.judgeAgain);
    await pilote.until("his leaving", () => !pilote.present.has(partenaire.client));

    const again = await openLive(cookie, SLUG, fiche, partenaire.client);
    await again.page.until("the welcome", () => again.page.writes !== null);
    expect(again.page.writes).toBe(false);
    again.page.sendUpdate(new Uint8Array([0, 0]));
    await again.page.until("the refusal", () => again.page.refusals.length === 1);
    expect(again.page.refusals[0]?.code).toBe("lecture_seule");
    const { page: later } = await openPage("pilote", SLUG, "1.1");
    expect(textOf(later.doc, "constats")).not.toContain("Une fois de trop.");

    await change("partenaire", fiche, ["partenaire"]);
  });

  it("holds for a socket whose object slept meanwhile, and leaves the others alone", async () => {
    const cookie = await signInAs("partenaire-2");
    const fiche = await ficheOf(await signInAs("pilote"), SLUG, "1.1");
    await change("partenaire-2", fiche, ["partenaire"]);
    const { page: pilote } = await openPage("pilote", SLUG, "1.1");
    const { closed } = await openPage("partenaire-2", SLUG, "1.1", cookie);
    await evictDurableObject(documentOf(fiche));
    await change("partenaire-2", fiche, []);
    expect(await closed).toBe(CLOSE.judgeAgain);
    const { closed: refused } = await openLive(cookie, SLUG, fiche, 4_001);
    expect(await refused).toBe(CLOSE.refused);
    typeAtEnd(pilote.doc, "constats", " Elle continue.");
    await pilote.until("the acknowledgement", () => pilote.unacked === 0);
  });

  it("sends back an upgrade that was judged before the change", async () => {
    const cookie = await signInAs("coordinatrice");
    const fiche = await ficheOf(cookie, SLUG, "3.1");
    await openPage("coordinatrice", SLUG, "3.1", cookie);
    // A change that this document heard of and the verdict did not.
    await documentOf(fiche).rightsChanged(1_000_000, []);
    const { closed } = await openLive(cookie, SLUG, fiche, 4_002);
    expect(await closed).toBe(CLOSE.judgeAgain);
  });

  it("is told again later to a document that did not answer", async () => {
    const contrat = env.CONTRAT.getByName(demonstration.contrats.find(({ slug }) => slug === SLUG)?.id ?? "");
    const fiche = await ficheOf(await signInAs("pilote"), SLUG, "1.1");
    await change("habitante", fiche, ["habitant"]);
    const { closed } = await openPage("habitante", SLUG, "1.1");
    // As a telling that failed leaves it: owed, and an alarm set.
    await ring(contrat, "tell", (sql) => {
      sql.exec("INSERT INTO tellings SELECT ?, account, 999999 FROM opened WHERE document = ?", fiche.id, fiche.id);
    });
    expect(await closed).toBe(CLOSE.judgeAgain);
    const owed = await runInDurableObject(contrat, (_, state) =>
      state.storage.sql.exec("SELECT * FROM tellings").toArray(),
    );
    expect(owed).toEqual([]);
  });
});

describe("a session that ends", () => {
  it("closes its own sockets, and no other", async () => {
    const first = await signInAs("coordinatrice");
    const second = await signInAs("coordinatrice");
    const { closed } = await openPage("coordinatrice", SLUG, "2.1", first);
    const { page: stays } = await openPage("coordinatrice", SLUG, "2.1", second);
    const response = await SELF.fetch(`${ORIGIN}/api/session`, {
      method: "DELETE",
      headers: { origin: ORIGIN, cookie: first },
    });
    expect(response.status).toBe(204);
    expect(await closed).toBe(CLOSE.judgeAgain);
    typeAtEnd(stays.doc, "constats", " Toujours là.");
    await stays.until("the acknowledgement", () => stays.unacked === 0);
    const fiche = await ficheOf(second, SLUG, "2.1");
    expect(await (await openLive(first, SLUG, fiche, 4_003)).closed).toBe(CLOSE.refused);
  });
});

it("a verdict lasts twelve hours: the next frame after it is not taken, and the page is judged again", async () => {
  const { page, closed } = await openPage("coordinatrice", SLUG, "2.1");
  const fiche = await ficheOf(await signInAs("coordinatrice"), SLUG, "2.1");
  await runInDurableObject(documentOf(fiche), (_, state) => {
    for (const socket of state.getWebSockets()) {
      socket.serializeAttachment({ ...socket.deserializeAttachment(), until: Date.now() - 1 });
    }
  });
  await evictDurableObject(documentOf(fiche));
  typeAtEnd(page.doc, "constats", " Trop tard.");
  expect(await closed).toBe(CLOSE.judgeAgain);
  const { page: later } = await openPage("coordinatrice", SLUG, "2.1");
  expect(textOf(later.doc, "constats")).not.toContain("Trop tard.");
});
