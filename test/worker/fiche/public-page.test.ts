import { evictDurableObject, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ContratId, DocumentId } from "../../../shared/ids.ts";
import { shortId } from "../../../shared/ids.ts";
import type { CaviardageApercuBody } from "../../../shared/protocol/bodies/history.ts";
import { demoId } from "../../../worker/demo/demo-id.ts";
import { keyOfFiche } from "../../../worker/pages/store/keys.ts";
import { type Answer, ask, storyOf } from "../http/asked.ts";
import { ring } from "../ring.ts";
import { AskedFiche, OK } from "./asked.ts";

const SLUG = "challans-gois-ocean-marais-de-monts";
const MOT = "Quéméner";
const PUBLISH = { acte: "publier", malgre: "Le résumé suivra." };
const BACK = { acte: "depublier", raison: "Une erreur de lieu." };

/** What anybody reads at this address. */
const read = (path: string, headers: Record<string, string> = {}): Promise<Answer> =>
  ask("GET", path, "", undefined, headers);

const textOf = (answer: Answer): string => String(answer.body);

/** A published fiche whose « Constats » have a name in them. */
class Published {
  readonly fiche: AskedFiche;
  readonly shown: Awaited<ReturnType<AskedFiche["validate"]>>;

  private constructor(fiche: AskedFiche, shown: Published["shown"]) {
    this.fiche = fiche;
    this.shown = shown;
  }

  static async make(publish = true): Promise<Published> {
    const fiche = await AskedFiche.make();
    await fiche.fill("partenaire");
    await fiche.write("partenaire", { constats: ` Monsieur ${MOT} le dit.`, resume: "Vivre mieux chez soi." });
    const published = new Published(fiche, await fiche.validate());
    if (publish) expect(await published.act(PUBLISH)).toBe(OK);
    return published;
  }

  act(asked: Readonly<Record<string, unknown>>): Promise<string> {
    return this.fiche.act("coordinatrice", { ...asked, ...this.shown });
  }

  /** Its public address, which it has wherever it stands. */
  async address(): Promise<string> {
    const undecorated = `/plans/${SLUG}/fiches/${shortId(this.fiche.id)}`;
    const { status, headers } = await read(undecorated);
    return status === 302 ? (headers.get("location") ?? "") : undecorated;
  }

  async read(headers: Record<string, string> = {}): Promise<Answer> {
    return read(await this.address(), headers);
  }

  /** The very file, whoever serves it. */
  async file(): Promise<string> {
    const key = keyOfFiche(demoId<ContratId>(storyOf(SLUG).id), this.fiche.id);
    return (await env.PAGES?.get(key)) ?? "";
  }

  async must(method: string, path: string, body?: unknown): Promise<Answer> {
    const answer = await ask(method, `/api/contrats/${SLUG}${path}`, await this.fiche.cookie("coordinatrice"), body);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status}`);
    return answer;
  }
}

describe("what everybody reads of a fiche", () => {
  it("is there from the act on, with its plan and on the home page, and nobody is named", async () => {
    const published = await Published.make(false);
    expect((await published.read()).status).toBe(404);
    expect(await published.act(PUBLISH)).toBe(OK);

    const page = await published.read();
    expect(page.status).toBe(200);
    expect(page.headers.get("content-type")).toBe("text/html; charset=UTF-8");
    expect(page.headers.get("cache-control")).toBe("public, max-age=60");
    expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
    const text = textOf(page);
    expect(text).toContain(`Monsieur ${MOT} le dit.`);
    expect(text.indexOf("Vivre mieux chez soi.")).toBeLessThan(text.indexOf("Constats et enjeux"));
    expect(text).toContain(`<link rel="canonical" href="http://127.0.0.1:8787${await published.address()}">`);
    for (const nom of ["Goulven", "Maëlle", "Baptiste", "Nolwenn"]) expect(text).not.toContain(nom);

    const plan = await read(`/plans/${SLUG}`);
    expect(plan.status).toBe(200);
    expect(textOf(plan)).toContain(await published.address());
    await expect.poll(async () => textOf(await read("/"))).toContain(`href="/plans/${SLUG}"`);
  });

  it("is asked for again for nothing while it is the same", async () => {
    const published = await Published.make();
    const first = await published.read();
    const etag = first.headers.get("etag") ?? "";
    expect(etag).toMatch(/^"[0-9a-f]{32}"$/);
    const again = await published.read({ "if-none-match": `W/"autre", W/${etag}` });
    expect([again.status, again.body, again.headers.get("etag")]).toEqual([304, "", etag]);
    expect(again.headers.get("cache-control")).toBe("public, max-age=60");
    const head = await ask("HEAD", await published.address(), "");
    expect([head.status, head.body, head.headers.get("etag")]).toEqual([200, "", etag]);
    const plan = await read(`/plans/${SLUG}`);
    const same = await read(`/plans/${SLUG}`, { "if-none-match": plan.headers.get("etag") ?? "" });
    expect(same.status).toBe(304);
  });

  it("has one address: case and decoration lead to it, and an unknown one nowhere", async () => {
    const published = await Published.make();
    const address = await published.address();
    const short = shortId(published.fiche.id);
    for (const other of [
      `/plans/${SLUG}/fiches/${short}`,
      `/plans/${SLUG}/fiches/n-importe-quoi-${short.toUpperCase()}`,
      `/plans/${SLUG.toUpperCase()}/fiches/${address.split("/").at(-1)}`,
    ]) {
      const { status, headers } = await read(other);
      expect([status, headers.get("location")], other).toEqual([302, address]);
    }
    const shouted = await read(`/plans/${SLUG.toUpperCase()}`);
    expect([shouted.status, shouted.headers.get("location")]).toEqual([302, `/plans/${SLUG}`]);
    for (const nowhere of [
      "/plans/nulle-part",
      `/plans/nulle-part/fiches/${short}`,
      `/plans/${SLUG}/fiches/00000000`,
      `/plans/${SLUG}/fiches/x${short}`,
      "/plans/..%2f..%2finstance",
      `/plans/${SLUG}/fiches/..%2f..%2finstance`,
    ]) {
      const answer = await read(nowhere);
      expect(answer.status, nowhere).toBe(404);
      expect(textOf(answer)).toContain("Page introuvable");
    }
  });

  it("is where the workspace's address leads whoever has no session, and nobody else", async () => {
    const published = await Published.make();
    const fiche = await published.fiche.inList("coordinatrice");
    const workspace = `/contrats/${SLUG}/fiches/${fiche?.numero.replace(".", "-")}-${shortId(published.fiche.id)}`;
    for (const path of [workspace, `${workspace}/lecture`]) {
      const { status, headers } = await read(path);
      expect([status, headers.get("location")], path).toEqual([302, await published.address()]);
    }
    const signedIn = await ask("GET", workspace, await published.fiche.cookie("coordinatrice"));
    expect(signedIn.headers.get("location") ?? "").not.toContain("/plans");
    expect(await published.act(BACK)).toBe(OK);
    expect((await read(`${workspace}/lecture`)).status).toBe(401);
  });

  it("does not change with what is written after, and follows its place in the plan", async () => {
    const published = await Published.make();
    const before = await published.address();
    await published.fiche.write("partenaire", { constats: " Une suite." });
    await published.fiche.quiet();
    expect(textOf(await published.read())).not.toContain("Une suite.");
    await published.fiche.move("coordinatrice");
    const after = await published.address();
    expect(after).not.toBe(before);
    expect(textOf(await published.read())).toContain("Axe 2.");
    const old = await read(before);
    expect([old.status, old.headers.get("location")]).toEqual([302, after]);
  });
});

describe("what is not public any more", () => {
  it("leaves a page that says so, and a file without a word of it", async () => {
    const published = await Published.make();
    const address = await published.address();
    expect(await published.file()).toContain(MOT);
    expect(await published.act(BACK)).toBe(OK);
    const gone = await read(address);
    expect(gone.status).toBe(410);
    expect(gone.headers.get("cache-control")).toBe("public, max-age=60");
    expect(gone.headers.get("etag")).toBeNull();
    expect(textOf(gone)).toContain("Cette fiche n’est plus publiée");
    expect(textOf(gone)).not.toContain(MOT);
    expect(JSON.parse(await published.file())).toEqual({ format: "coaction-page/1", etat: "retiree" });
    expect(textOf(await read(`/plans/${SLUG}`))).not.toContain(shortId(published.fiche.id));
    expect(await published.act(PUBLISH)).toBe(OK);
    expect((await read(address)).status).toBe(200);
  });

  it("is what is in the corbeille, alone or with its groupe, until it comes back; and what was purged, for ever", async () => {
    const published = await Published.make();
    const { id, groupe } = published.fiche;
    const bin = async (expected: number, words: boolean) => {
      expect((await published.read()).status).toBe(expected);
      expect((await published.file()).includes(MOT)).toBe(words);
      const plan = textOf(await read(`/plans/${SLUG}`));
      expect(plan.includes(shortId(id as DocumentId))).toBe(words);
    };
    await bin(200, true);
    await published.must("DELETE", `/fiches/${id}`);
    await bin(410, false);
    await published.must("POST", `/corbeille/fiches/${id}/retour`);
    await bin(200, true);
    await published.must("DELETE", `/groupes/${groupe}`);
    await bin(410, false);
    await published.must("POST", `/corbeille/groupes/${groupe}/retour`);
    await bin(200, true);

    await published.must("DELETE", `/fiches/${id}`);
    const contrat = env.CONTRAT.getByName(demoId(storyOf(SLUG).id));
    await ring(contrat, "corbeille", (sql) => sql.exec("UPDATE fiches SET jete_le = 1 WHERE id = ?", id));
    await bin(410, false);
    await runInDurableObject(env.DOCUMENT.getByName(id), (_, { storage }) => {
      const tables = storage.sql.exec<{ name: string }>("SELECT name FROM sqlite_master").toArray();
      expect(tables.filter(({ name }) => !name.startsWith("_cf"))).toEqual([]);
    });
  });

  it("is what was masked: nothing that anybody can read has it, and the rest stays", async () => {
    const published = await Published.make();
    const { fiche } = published;
    const body = { partie: "constats", mots: MOT, motif: "donnee_personnelle" };
    const cookie = await fiche.cookie("coordinatrice");
    const shown = await ask("POST", fiche.at("/caviardages/apercu"), cookie, body);
    // An answer of our own server.
    const { apercu } = shown.body as CaviardageApercuBody;
    const masked = await ask("POST", fiche.at("/caviardages"), cookie, { ...body, apercu });
    expect(masked.status).toBe(201);
    const page = await published.read();
    expect(page.status).toBe(200);
    for (const text of [textOf(page), await published.file()]) {
      expect(text).not.toContain(MOT);
      expect(text).toContain("Monsieur ████████ le dit.");
      expect(text).toContain("Vivre mieux chez soi.");
    }
    expect(textOf(page)).toContain("(donnée personnelle)");
    expect(textOf(page)).toContain("l’empreinte reste celle du texte entier");
  });
});

describe("a contrat that changes its address", () => {
  it("keeps the old one, which leads to the new one", async () => {
    const published = await Published.make();
    const before = await published.address();
    await published.must("PUT", "/slug", { slug: "marais-de-monts" });
    try {
      const plan = await read(`/plans/${SLUG}`);
      expect([plan.status, plan.headers.get("location")]).toEqual([302, "/plans/marais-de-monts"]);
      const fiche = await read(before);
      const address = before.replace(SLUG, "marais-de-monts");
      expect([fiche.status, fiche.headers.get("location")]).toEqual([302, address]);
      expect((await read(address)).status).toBe(200);
      expect(textOf(await read("/plans/marais-de-monts"))).toContain(address);
      await expect.poll(async () => textOf(await read("/"))).toContain('href="/plans/marais-de-monts"');
    } finally {
      await published.must("PUT", "/slug", { slug: SLUG });
    }
  });
});

describe("while the store takes nothing", () => {
  const { PAGES } = env;
  if (PAGES === undefined || PAGES === null) throw new Error("no pages store");
  const put = PAGES.put;
  beforeEach(() => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
  });
  afterEach(() => {
    PAGES.put = put;
  });

  it("acts are done all the same, and the pages follow by their alarms, whoever sleeps meanwhile", async () => {
    const published = await Published.make();
    const address = await published.address();
    let refused = 0;
    // The objects of these tests have the same bindings.
    PAGES.put = () => {
      refused += 1;
      return Promise.reject(new Error("no room"));
    };
    expect(await published.act(BACK)).toBe(OK);
    expect((await published.fiche.actes("coordinatrice")).publiee).toBeNull();
    expect((await read(address)).status).toBe(200);
    // The fiche's own and its plan's.
    expect(refused).toBeGreaterThanOrEqual(2);
    PAGES.put = put;
    const document = env.DOCUMENT.getByName(published.fiche.id);
    await evictDurableObject(document);
    await expect.poll(async () => (await read(address)).status, { timeout: 20_000 }).toBe(410);
    await expect.poll(() => published.file(), { timeout: 20_000 }).not.toContain(MOT);
  });
});
