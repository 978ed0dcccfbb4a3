import { parseAdresse } from "../../../shared/domain/adresse.ts";
import { type ContratId, type DocumentId, makeId } from "../../../shared/ids.ts";
import { findOrCreateAccount } from "../../../worker/adresse/find-or-create.ts";
import type { Env } from "../../../worker/env.ts";
import product, { AccountObject as ProductAccountObject } from "../../../worker/index.ts";

export * from "../../../worker/index.ts";

/** An account for which a day can pass at once. */
export class AccountObject extends ProductAccountObject {
  async ring(): Promise<void> {
    this.ctx.storage.sql.exec("UPDATE alarms SET at = 1");
    this.ctx.storage.sql.exec("UPDATE rappels SET dernier_le = 1 WHERE dernier_le IS NOT NULL");
    await this.alarm();
  }
}

type TestEnv = Omit<Env, "ACCOUNT"> & { readonly ACCOUNT: DurableObjectNamespace<AccountObject> };

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));

/** Somebody is awaited for an avis on one more fiche, as their contrat would tell it. */
async function hear(env: TestEnv, account: string, number: number): Promise<void> {
  const contrat = "k0x0x0x0x0x0x0x0" as ContratId;
  await env.ACCOUNT.getByName(account).addMembership(contrat);
  const fiche = { id: makeId<DocumentId>(random), numero: `2.${number}`, intitule: "Marcher en forêt" };
  await env.ACCOUNT.getByName(account).hearAttentes(number, {
    contrat: { id: contrat, slug: "pays-de-redon", nom: "Pays de Redon" },
    attentes: [{ quoi: "avis_a_donner", fiche, version: 1, depuis: 1, nombre: 1 }],
  });
  await env.ACCOUNT.getByName(account).ring();
}

/** The product itself, and what a test needs besides: accounts without an invitation, and the mails that did not leave. */
export default {
  async fetch(request: Request, env: TestEnv, ctx: ExecutionContext): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url);
    if (!pathname.startsWith("/essai/")) return product.fetch(request, env, ctx);
    const adresse = parseAdresse(searchParams.get("adresse") ?? "");
    if (adresse === null) return new Response(null, { status: 400 });
    const id = await findOrCreateAccount(env, adresse, searchParams.get("nom") ?? "Aline");
    if (pathname === "/essai/compte") return new Response(id);
    if (pathname === "/essai/attente") {
      await hear(env, id ?? "", Number(searchParams.get("numero")));
      return new Response(null, { status: 204 });
    }
    return Response.json((await env.ACCOUNT.getByName(id ?? "").data())?.courriels);
  },
} satisfies ExportedHandler<TestEnv>;
