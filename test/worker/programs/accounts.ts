import { parseAdresse } from "../../../shared/domain/adresse.ts";
import { findOrCreateAccount } from "../../../worker/adresse/find-or-create.ts";
import type { Env } from "../../../worker/env.ts";
import product from "../../../worker/index.ts";

export * from "../../../worker/index.ts";

/** The product itself, and what a test needs besides: accounts without an invitation, and the mails that did not leave. */
export default {
  async fetch(request: Request, env: Env, ctx: ExecutionContext): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url);
    if (!pathname.startsWith("/essai/")) return product.fetch(request, env, ctx);
    const adresse = parseAdresse(searchParams.get("adresse") ?? "");
    if (adresse === null) return new Response(null, { status: 400 });
    const id = await findOrCreateAccount(env, adresse, searchParams.get("nom") ?? "Aline");
    if (pathname === "/essai/compte") return new Response(id);
    return Response.json((await env.ACCOUNT.getByName(id).data())?.courriels);
  },
} satisfies ExportedHandler<Env>;
