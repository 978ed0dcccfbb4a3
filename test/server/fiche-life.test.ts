import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ActesBody } from "../../shared/protocol/bodies/fiche-acts.ts";
import type { FicheBody, SessionBody } from "../../shared/protocol/http-bodies.ts";
import { ask, type Person } from "../harness/instance.ts";
import { signIn } from "../harness/live-client.ts";
import { bundleProgram, type PlainWorkerd, startPlain } from "../harness/plain-workerd.ts";

let folder: string;
let server: PlainWorkerd;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "coaction-life-"));
  const bundle = await bundleProgram("test/worker/programs/hanging.ts", folder);
  server = await startPlain({ bundle, texts: { DEMONSTRATION: "1" } });
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

async function idOf(person: Person): Promise<string> {
  return ((await ask(person, "GET", "/api/session")).body as SessionBody).account.id;
}

describe("a contrat that does not answer", () => {
  it("keeps nobody from acting on a fiche, and hears of it once it answers again", async () => {
    const coordinatrice = await signIn(server.url, "coordinatrice");
    const partenaire = await signIn(server.url, "partenaire");
    const people = `par=${await idOf(coordinatrice)}&ecrit=${await idOf(partenaire)}`;
    const made = await (await fetch(`${server.url}/essai/contrat?fiches=1&${people}`)).json();
    const { id, slug, fiches } = made as { id: string; slug: string; fiches: string[] };
    const at = `/api/contrats/${slug}/fiches/${fiches[0]}`;
    const actes = async () => (await ask(partenaire, "GET", `${at}/actes`)).body as ActesBody;
    const inList = async () => ((await ask(partenaire, "GET", at)).body as FicheBody).fiche;

    await fetch(`${server.url}/essai/muet?document=${id}`);
    const { brouillon } = await actes();
    const submit = { acte: "soumettre", empreinte: brouillon?.empreinte, malgre: "Elle presse." };
    expect((await ask(coordinatrice, "POST", `${at}/actes`, submit)).status).toBe(204);
    expect((await actes()).versions).toMatchObject([{ numero: 1, etat: "soumise" }]);
    // The contrat's copy is of before.
    expect(await inList()).toMatchObject({ derniere: null });
    expect((await ask(coordinatrice, "POST", `${at}/actes`, { acte: "mettre_en_relecture" })).status).toBe(204);

    await fetch(`${server.url}/essai/parle`);
    await expect.poll(async () => (await inList()).derniere, { timeout: 40_000 }).not.toBeNull();
    expect(await inList()).toMatchObject({ etat: "en_relecture", derniere: { numero: 1, etat: "soumise" } });
  });
});
