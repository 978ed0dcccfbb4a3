import { afterAll, beforeAll, expect, it } from "vitest";
import * as Y from "yjs";
import { type RunningServer, startServer } from "../harness/dev-server.ts";
import { HeldPage } from "../harness/held-page.ts";
import { connectPage, findFiche, newClient, signIn } from "../harness/live-client.ts";
import { addParagraph, textOf } from "../harness/raw-page.ts";
import { planRounds } from "../harness/rounds.ts";
import { onOneLine, type Patch, readTrace } from "../harness/traces.ts";

const SLUG = "challans-gois-ocean-marais-de-monts";
const SECTION = "description";
const PEOPLE = ["pilote", "partenaire", "coordinatrice"];

const trace = readTrace("clownschool");
if (trace === null) console.log("· clownschool: skipped, ../shared/traces/clownschool.json.gz is missing");

let server: RunningServer;
beforeAll(async () => {
  server = await startServer({ demonstration: true });
});
afterAll(() => server.stop());

it.skipIf(trace === null)(
  "three people write a real text together, each on the very history they saw; all end with its words",
  async () => {
    if (trace === null) return;
    const [first = ""] = PEOPLE;
    const fiche = await findFiche(await signIn(server.url, first), SLUG, "2.1");
    const people: HeldPage[] = [];
    for (const name of PEOPLE) {
      const person = new HeldPage(newClient());
      await connectPage(await signIn(server.url, name), SLUG, fiche, person);
      people.push(person);
    }
    const { page: reader } = await connectPage(await signIn(server.url, "habitant-2"), SLUG, fiche);
    const [opener] = people;
    if (opener === undefined) throw new Error("nobody");
    addParagraph(opener.doc, SECTION, "");
    const paragraphs = opener.doc.getXmlFragment(SECTION).length;
    for (const page of [...people, reader]) {
      await page.until("the paragraph", () => page.doc.getXmlFragment(SECTION).length === paragraphs);
    }
    for (const person of people) person.hold(SECTION);

    const start = performance.now();
    const rounds = planRounds(trace);
    const clocks = people.map(({ client, doc }) => [Y.getState(doc.store, client)]);
    for (const round of rounds) {
      for (const person of people) person.startRound();
      for (const { agent, shows, history, txns } of round) {
        const person = at(people, agent);
        person.show(shows);
        for (const [other, { client }] of people.entries()) {
          if (Y.getState(person.doc.store, client) !== clocks[other]?.[history[other] ?? -1]) {
            throw new Error(`agent ${agent} does not see exactly what it saw at edit ${txns[0]}`);
          }
        }
        for (const txn of txns) {
          person.edit(linesAsSpaces(at(trace.txns, txn).patches));
          at(clocks, agent).push(Y.getState(person.doc.store, person.client));
        }
      }
      const waited: Promise<void>[] = [];
      for (const { agent } of round) {
        const person = at(people, agent);
        const { client, written } = person;
        waited.push(person.until("the acknowledgement", () => person.unacked === 0));
        for (const other of people) {
          if (other !== person) waited.push(other.until("the others' words", () => other.hasArrived(client, written)));
        }
      }
      await Promise.all(waited);
    }
    for (const person of people) person.show([...rounds.keys()]);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`· clownschool: ${trace.txns.length} edits of three people, in ${rounds.length} rounds, ${seconds} s`);

    const expected = onOneLine(trace.endContent);
    for (const person of people) expect(person.refusals).toEqual([]);
    for (const page of [...people, reader]) expect(lastParagraph(page.doc)).toBe(expected);
    const { page: later } = await connectPage(await signIn(server.url, "pilote-2"), SLUG, fiche);
    expect(lastParagraph(later.doc)).toBe(expected);
    await server.kill9();
    await server.restart();
    const { page: afterCrash } = await connectPage(await signIn(server.url, first), SLUG, fiche);
    expect(lastParagraph(afterCrash.doc)).toBe(expected);
  },
  180_000,
);

function at<Value>(values: readonly Value[], index: number): Value {
  const value = values[index];
  if (value === undefined) throw new RangeError("not that many");
  return value;
}

function linesAsSpaces(patches: readonly Patch[]): Patch[] {
  return patches.map(([position, deleted, inserted]) => [position, deleted, onOneLine(inserted)]);
}

function lastParagraph(doc: Y.Doc): string | undefined {
  return textOf(doc, SECTION).split("\n").at(-1);
}
