import { get, type IncomingMessage } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { MembresBody } from "../../shared/protocol/bodies/membre.ts";
import type { ContratWithFiches, FicheInList } from "../../shared/protocol/http-bodies.ts";
import { apiPaths } from "../../shared/protocol/paths.ts";
import { type RunningServer, startServer } from "../harness/dev-server.ts";
import { ask } from "../harness/instance.ts";
import { connectPage, type SignedIn, signIn } from "../harness/live-client.ts";
import { addParagraph } from "../harness/raw-page.ts";

const SLUG = "pays-de-redon";
/** More than a connection holds that nobody reads, of letters that do not become fewer by being packed. */
const PARAGRAPHS = 250;

let server: RunningServer;
let coordinatrice: SignedIn;
let pilote: SignedIn;
beforeAll(async () => {
  server = await startServer({ demonstration: true });
  coordinatrice = await signIn(server.url, "coordinatrice");
  pilote = await signIn(server.url, "pilote");
});
afterAll(() => server.stop());

async function fiches(): Promise<readonly FicheInList[]> {
  const { body } = await ask(coordinatrice, "GET", `/api/contrats/${SLUG}`);
  return (body as ContratWithFiches).fiches.toSorted((a, b) => (a.numero < b.numero ? -1 : 1));
}

/** Makes the pilote one of the coordination, or no more. */
async function setRoles(...roles: readonly string[]): Promise<void> {
  const { body } = await ask(coordinatrice, "GET", `/api/contrats/${SLUG}/membres`);
  const found = (body as MembresBody).membres.find(({ nom }) => nom === "Baptiste Riou");
  const set = { roles, organisation: found?.organisation ?? null };
  expect((await ask(coordinatrice, "PUT", `/api/contrats/${SLUG}/membres/${found?.id}`, set)).status).toBe(204);
}

it("whoever is of the coordination no more receives nothing more of an archive that they let wait", async () => {
  const [first] = await fiches();
  if (first === undefined) throw new Error("no fiche");
  const { page } = await connectPage(coordinatrice, SLUG, first);
  for (let number = 0; number < PARAGRAPHS; number++) {
    const noise = Buffer.from(crypto.getRandomValues(new Uint8Array(9_000))).toString("base64");
    addParagraph(page.doc, "description", noise);
    if (number % 10 === 0) await page.until("kept", () => page.unacked === 0);
  }
  await page.until("kept", () => page.unacked === 0);
  page.close();
  await setRoles("coordination");

  const archives = [await archiveFor(pilote), await archiveFor(coordinatrice)] as const;
  // Nobody reads them: they stand still.
  await pause(2_000);
  await setRoles();
  expect(await Promise.all(archives.map(received))).toEqual(["broken", "whole"]);
});

/** The archive as it begins to come. */
async function archiveFor({ cookie }: SignedIn): Promise<IncomingMessage> {
  const archive = await new Promise<IncomingMessage>((resolve) => {
    get(`${server.url}${apiPaths.contratExport(SLUG)}`, { headers: { cookie } }, resolve);
  });
  expect(archive.statusCode).toBe(200);
  return archive;
}

/** The rest of it. */
function received(archive: IncomingMessage): Promise<"whole" | "broken"> {
  return new Promise((resolve) => {
    archive.on("end", () => resolve(archive.complete ? "whole" : "broken"));
    archive.on("error", () => resolve("broken"));
    archive.resume();
  });
}
