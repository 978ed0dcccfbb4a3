import { useLocation, useNavigate } from "@solidjs/router";
import { createEffect, untrack } from "solid-js";
import type { FicheBody } from "../../../shared/protocol/http-bodies.ts";
import { paths } from "../../../shared/protocol/paths.ts";

/**
 * Rewrites the words before the short id when they are no longer those of the fiche (it was renumbered, or renamed), so
 * that the address one copies is the one one reads. Within a component.
 *
 * @param view what follows the fiche's own address: « /historique », or nothing
 */
export function correctAddress(body: () => FicheBody, view: () => string = () => ""): void {
  const location = useLocation();
  const navigate = useNavigate();
  createEffect(() => {
    const { fiche, contrat } = body();
    const right = paths.fiche(contrat.slug, fiche) + untrack(view);
    // Only what the server says of the fiche counts, not where one goes from here.
    const { pathname, search, hash } = untrack(() => ({ ...location }));
    if (pathname !== right) navigate(right + search + hash, { replace: true, scroll: false, resolve: false });
  });
}
