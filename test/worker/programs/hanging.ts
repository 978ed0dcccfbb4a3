import type { NewContrat } from "../../../shared/domain/new-contrat.ts";
import { emptyContrat } from "../../../shared/domain/new-contrat.ts";
import {
  type AccountId,
  type AxeId,
  type ContratId,
  type DocumentId,
  type GroupeId,
  makeId,
  parseId,
  type SessionId,
} from "../../../shared/ids.ts";
import demonstration, {
  AccountObject,
  AdressesObject,
  AnnuaireObject,
  ContratObject as AnsweringContratObject,
  DocumentObject as AnsweringDocumentObject,
  SeuilObject,
} from "../../../worker/demo/index.ts";
import { ANNUAIRE } from "../../../worker/durable/names.ts";

export { AccountObject, AdressesObject, AnnuaireObject, SeuilObject };

/*
 * The demonstration with a contrat as large as one asks, and documents that can be made not to answer. The Worker and its
 * objects are in one isolate.
 */

/** Objects that are told and never answer. */
const silent = new Set<string>();

/** Whether upgrades are held between their verdict and their document, and how many have come there. */
let holding = false;
let held = 0;

export class DocumentObject extends AnsweringDocumentObject {
  override async rightsChanged(number: number, accounts: readonly AccountId[]): Promise<void> {
    if (silent.has(this.ctx.id.name ?? "")) await never;
    super.rightsChanged(number, accounts);
  }

  override async sessionEnded(session: SessionId): Promise<void> {
    if (silent.has(this.ctx.id.name ?? "")) await never;
    super.sessionEnded(session);
  }

  override fetch(request: Request): Response {
    if (!holding) return super.fetch(request);
    held += 1;
    // The platform waits for what a handler gives, whatever its type says.
    return this.#later(request) as unknown as Response;
  }

  async #later(request: Request): Promise<Response> {
    // A promise that another request resolves is one that the platform gives up.
    while (holding) await scheduler.wait(10);
    return super.fetch(request);
  }
}

export class ContratObject extends AnsweringContratObject {
  override async tellFiche(...told: Parameters<AnsweringContratObject["tellFiche"]>): Promise<void> {
    if (silent.has(this.ctx.id.name ?? "")) await never;
    return super.tellFiche(...told);
  }
}

const never = new Promise<never>(() => undefined);

type DemoEnv = Parameters<typeof demonstration.fetch>[1];

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));

/** A contrat of one groupe with so many fiches; this person coordinates it, and that one writes all of them. */
async function makeContrat(env: DemoEnv, fiches: number, by: AccountId, writer: AccountId) {
  const [id, axe, groupe] = [makeId<ContratId>(random), makeId<AxeId>(random), makeId<GroupeId>(random)];
  const slug = `essai-${id}`;
  const le = Date.now();
  const made: NewContrat = {
    ...emptyContrat({ id, slug, nom: "Essai", par: by, le, coordination: { account: by, nom: "Coordination" } }),
    axes: [{ id: axe, libelle: "Axe", objectifs: [] }],
    groupes: [{ id: groupe, nom: "Groupe", habitantsEcrivent: true, appel: null }],
    groupeRoles: [{ account: writer, groupe, role: "partenaire" }],
    fiches: Array.from({ length: fiches }, (_, i) => ({
      id: makeId<DocumentId>(random),
      numero: `1.${i + 1}`,
      intitule: `Fiche ${i + 1}`,
      axe,
      groupe,
      etat: "brouillon",
      remplies: [],
    })),
  };
  for (const fiche of made.fiches) {
    const document = {
      id: fiche.id,
      kind: "fiche",
      contrat: id,
      createdAt: le,
      etat: "brouillon",
      updates: [],
    } as const;
    await env.DOCUMENT.getByName(fiche.id).create(document);
  }
  await env.CONTRAT.getByName(id).create(made);
  for (const account of [by, writer]) await env.ACCOUNT.getByName(account).addMembership(id);
  await env.ANNUAIRE.getByName(ANNUAIRE).addContrat(id, "Essai", slug);
  return { id, slug, groupe, fiches: made.fiches.map((fiche) => fiche.id) };
}

export default {
  async fetch(request: Request, env: DemoEnv, ctx: ExecutionContext): Promise<Response> {
    const url = new URL(request.url);
    const account = (name: string) => {
      const id = parseId<AccountId>(url.searchParams.get(name) ?? "");
      if (id === null) throw new Error(`no ${name}`);
      return id;
    };
    switch (url.pathname) {
      case "/essai/contrat":
        return Response.json(
          await makeContrat(env, Number(url.searchParams.get("fiches")), account("par"), account("ecrit")),
        );
      case "/essai/muet":
        silent.add(url.searchParams.get("document") ?? "");
        return new Response(null, { status: 204 });
      case "/essai/parle":
        silent.clear();
        return new Response(null, { status: 204 });
      case "/essai/retiens":
        [holding, held] = [true, 0];
        return new Response(null, { status: 204 });
      case "/essai/retenus":
        return Response.json(held);
      case "/essai/lache":
        holding = false;
        return new Response(null, { status: 204 });
      default:
        return demonstration.fetch(request, env, ctx);
    }
  },
};
