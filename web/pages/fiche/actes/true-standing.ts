import { type Accessor, createEffect } from "solid-js";
import { shortId } from "../../../../shared/ids.ts";
import type { ActesBody } from "../../../../shared/protocol/bodies/fiche-acts.ts";
import type { FicheBody } from "../../../../shared/protocol/http-bodies.ts";
import { ficheKey, useApp } from "../../../stores/app-context.ts";
import { standingOf } from "./standing-of.ts";

/** What the document itself says of where a fiche stands is shown in the place of what lists were last told. Within a component. */
export function keepStandingTrue(body: Accessor<FicheBody>, actes: Accessor<ActesBody | null>): void {
  const { fiche } = useApp();
  createEffect(() => {
    const known = actes();
    if (known === null) return;
    const shown = body();
    const next = { ...shown.fiche, ...standingOf(known) };
    // What is already shown is not put again: everything that reads it would be drawn again.
    if (JSON.stringify(next) === JSON.stringify(shown.fiche)) return;
    fiche.put(ficheKey(shown.contrat.slug, shortId(shown.fiche.id)), { ...shown, fiche: next });
  });
}
