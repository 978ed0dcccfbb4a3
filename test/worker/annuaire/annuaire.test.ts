import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, it, vi } from "vitest";
import { emptyContrat } from "../../../shared/domain/new-contrat.ts";
import { REGLAGES_DEFAULT } from "../../../shared/domain/reglages.ts";
import { type AccountId, type ContratId, makeId } from "../../../shared/ids.ts";

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
const newAccount = () => makeId<AccountId>(random);
let names = 0;

/** An annuaire of its own. */
function newAnnuaire() {
  names += 1;
  return env.ANNUAIRE.getByName(`essai-${names}`);
}

async function newPerson(nom: string): Promise<AccountId> {
  const id = newAccount();
  await env.ACCOUNT.getByName(id).create(id, nom);
  return id;
}

function newContrat(slug: string, account: AccountId) {
  const id = makeId<ContratId>(random);
  return emptyContrat({ id, slug, nom: slug, par: account, le: 1, coordination: { account, nom: "Aline" } });
}

describe("the contrats of an instance", () => {
  it("are made with their name, and their coordination finds them at once", async () => {
    const annuaire = newAnnuaire();
    const aline = await newPerson("Aline");
    const made = newContrat("pays-de-redon", aline);
    expect(await annuaire.foundContrat(made)).toMatchObject({
      ok: true,
      value: { id: made.id, slug: "pays-de-redon" },
    });
    expect(await annuaire.resolve("pays-de-redon")).toBe(made.id);
    expect((await env.CONTRAT.getByName(made.id).listFor(aline))?.roles).toEqual(["coordination"]);
    expect(await env.ACCOUNT.getByName(aline).memberships()).toEqual([made.id]);
    await runInDurableObject(annuaire, (_, { storage: { sql } }) => {
      expect(sql.exec("SELECT founding FROM contrats").toArray()).toEqual([{ founding: null }]);
      expect(sql.exec("SELECT * FROM tellings").toArray()).toEqual([]);
    });
  });

  it("are made later when that failed in the middle, and once", async () => {
    const annuaire = newAnnuaire();
    // Nobody has this account yet: the last step fails.
    const aline = newAccount();
    const made = newContrat("cornouaille", aline);
    const spy = vi.spyOn(console, "error").mockImplementation(() => undefined);
    await runInDurableObject(annuaire, async (instance, { storage: { sql } }) => {
      const { CONTRAT } = Reflect.get(instance, "env") as typeof env;
      const real = CONTRAT.getByName.bind(CONTRAT);
      const broken = vi.spyOn(CONTRAT, "getByName").mockImplementation(() => {
        throw new Error("not just now");
      });
      expect(await instance.foundContrat(made)).toMatchObject({ ok: true });
      expect(sql.exec("SELECT target FROM tellings").toArray()).toEqual([{ target: made.id }]);
      broken.mockImplementation(real);
      sql.exec("UPDATE alarms SET at = 0");
      await instance.alarm();
      expect(sql.exec("SELECT target FROM tellings").toArray()).toEqual([]);
      broken.mockRestore();
    });
    spy.mockRestore();
    expect((await env.CONTRAT.getByName(made.id).listFor(aline))?.nom).toBe("cornouaille");
  });

  it("keep their old addresses, and none has another's", async () => {
    const annuaire = newAnnuaire();
    const aline = await newPerson("Aline");
    const [first, second] = [newContrat("pays-de-redon", aline), newContrat("pays-de-redon", aline)];
    expect((await annuaire.foundContrat(first)).ok).toBe(true);
    expect(await annuaire.foundContrat(second)).toEqual({ ok: false, code: "slug_pris" });
    expect(await env.CONTRAT.getByName(second.id).listFor(aline)).toBeNull();

    expect(await annuaire.addSlug("redon", first.id)).toBe(true);
    expect(await annuaire.addSlug("redon", second.id)).toBe(false);
    await annuaire.tellContrat(first.id, 2, { nom: "Redon", slug: "redon", coordonne: true });
    await annuaire.tellContrat(first.id, 1, { nom: "Pays de Redon", slug: "pays-de-redon", coordonne: false });
    expect(await annuaire.listContrats()).toMatchObject([{ nom: "Redon", slug: "redon", coordonne: true }]);
    for (const slug of ["redon", "pays-de-redon"]) expect(await annuaire.resolve(slug)).toBe(first.id);
  });
});

describe("a région", () => {
  it("shows its readers which contrats chose to share with it, and nobody else", async () => {
    const annuaire = newAnnuaire();
    const [aline, lecteur] = [await newPerson("Aline"), newAccount()];
    const made = newContrat("pays-de-redon", aline);
    await annuaire.foundContrat(made);
    const bretagne = await annuaire.addRegion("Bretagne");
    expect(await annuaire.addRegionReader(bretagne, lecteur)).toBe(true);
    const shown = async (account: AccountId) =>
      (await annuaire.regionsReadBy(account)).map(({ region, contrats }) => [
        region.nom,
        contrats.map(({ slug }) => slug),
      ]);
    expect(await shown(lecteur)).toEqual([["Bretagne", []]]);
    await annuaire.shareWithRegion(bretagne, made.id, true);
    await annuaire.shareWithRegion(bretagne, made.id, true);
    expect(await shown(lecteur)).toEqual([["Bretagne", ["pays-de-redon"]]]);
    expect(await shown(aline)).toEqual([]);
    await annuaire.shareWithRegion(bretagne, made.id, false);
    expect(await shown(lecteur)).toEqual([["Bretagne", []]]);
  });
});

describe("an account that is closed or joined", () => {
  it("is named here no more; what it might goes to the account that it is joined to", async () => {
    const annuaire = newAnnuaire();
    const [aline, again, bachir] = [newAccount(), newAccount(), newAccount()];
    const region = await annuaire.addRegion("Bretagne");
    await annuaire.addAdministration(aline);
    await annuaire.addRegionReader(region, aline);
    expect(await annuaire.mayLeave(aline)).toBe(false);
    expect(await annuaire.mayLeave(bachir)).toBe(true);

    await annuaire.joinAccounts(aline, again);
    await annuaire.joinAccounts(aline, again);
    expect((await annuaire.listAdministration()).map(({ account }) => account)).toEqual([again]);
    expect(await annuaire.listRegions()).toMatchObject([{ lecteurs: [again] }]);

    await annuaire.addAdministration(bachir);
    expect(await annuaire.mayLeave(again)).toBe(true);
    await annuaire.forgetAccount(again);
    await annuaire.forgetAccount(again);
    expect((await annuaire.listAdministration()).map(({ account }) => account)).toEqual([bachir]);
    expect(await annuaire.listRegions()).toMatchObject([{ lecteurs: [] }]);
  });
});

describe("an annuaire that nobody made", () => {
  it("answers, and keeps nothing", async () => {
    const annuaire = newAnnuaire();
    expect(await annuaire.isEmpty()).toBe(true);
    expect(await annuaire.resolve("pays-de-redon")).toBeNull();
    expect(await annuaire.listContrats()).toEqual([]);
    expect(await annuaire.reglages()).toEqual({ reglages: REGLAGES_DEFAULT, numero: 0 });
    expect(await annuaire.isAdministration(newAccount())).toBe(false);
    expect(await annuaire.regionsReadBy(newAccount())).toEqual([]);
    await annuaire.forgetAccount(newAccount());
    await runInDurableObject(annuaire, (_, { storage: { sql } }) => {
      expect(sql.exec("SELECT name FROM sqlite_master WHERE name NOT LIKE '\\_cf%' ESCAPE '\\'").toArray()).toEqual([]);
    });
  });
});

describe("what everybody reads of the instance", () => {
  /** What the file says, once it was written. */
  const kept = async () =>
    JSON.parse((await env.PAGES?.get("instance")) ?? "{}") as { plans?: object[]; reglages?: object };

  it("is a file: what it says of itself, and the plans of which anything is published", async () => {
    const annuaire = newAnnuaire();
    const aline = await newPerson("Aline");
    const [redon, brest] = [newContrat("redon", aline), newContrat("brest", aline)];
    // A contrat may tell before it is named.
    await annuaire.tellPlan(brest.id, 1, 3);
    for (const { id, slug } of [redon, brest]) await annuaire.addContrat(id, `Contrat de ${slug}`, slug);
    await annuaire.tellPlan(redon.id, 1, 1);
    const plans = [
      { slug: "brest", nom: "Contrat de brest", fiches: 3 },
      { slug: "redon", nom: "Contrat de redon", fiches: 1 },
    ];
    await expect.poll(kept).toMatchObject({ plans });

    await annuaire.tellPlan(brest.id, 3, 0);
    await annuaire.tellPlan(brest.id, 2, 4);
    await annuaire.tellContrat(redon.id, 1, { nom: "Pays de Redon", slug: "pays-de-redon", coordonne: true });
    await annuaire.changeReglages({ ...REGLAGES_DEFAULT, nom: "CLS de l’Ouest" }, 0, aline);
    await expect.poll(kept).toMatchObject({
      reglages: { nom: "CLS de l’Ouest" },
      plans: [{ slug: "pays-de-redon", nom: "Pays de Redon", fiches: 1 }],
    });
  });
});
