import { useParams } from "@solidjs/router";
import { type Component, createMemo, type JSX } from "solid-js";
import { Dynamic } from "solid-js/web";
import { lazyPart } from "../../ui/late-part.ts";
import NotFoundPage from "../not-found-page.tsx";

const FicheViews = lazyPart(() => import("../fiche/fiche-views.tsx"));

/** By the pieces of the address behind the contrat's; `*` stands for any one. */
const PAGES: readonly (readonly [pattern: string, page: Component])[] = [
  ["fiches/*/historique", FicheViews],
  ["fiches/*/historique/*", FicheViews],
  ["fiches/*/historique/*/*", FicheViews],
  ["fiches/*/instruction", FicheViews],
  ["fiches/*/depuis-l-approbation", FicheViews],
  ["groupes", lazyPart(() => import("../groupe/groupes-page.tsx"))],
  ["groupes/*", lazyPart(() => import("../groupe/groupe-page.tsx"))],
  ["groupes/*/inviter", lazyPart(() => import("../groupe/inviting-page.tsx"))],
  ["groupes/*/reglages", lazyPart(() => import("../groupe/settings-page.tsx"))],
  ["groupes/*/reunions/*", lazyPart(() => import("../groupe/reunion-page.tsx"))],
  ["membres", lazyPart(() => import("../membres/membres-page.tsx"))],
  ["membres/invitations", lazyPart(() => import("../membres/invitations-page.tsx"))],
  ["membres/organisations", lazyPart(() => import("../membres/organisations-page.tsx"))],
  ["instances", lazyPart(() => import("../instances/instances-page.tsx"))],
  ["plan", lazyPart(() => import("../plan/plan-page.tsx"))],
  ["plan/identite", lazyPart(() => import("../plan/identite-page.tsx"))],
  ["plan/partage", lazyPart(() => import("../plan/partage-page.tsx"))],
  ["journal", lazyPart(() => import("../journal/journal-page.tsx"))],
  ["corbeille", lazyPart(() => import("../journal/corbeille-page.tsx"))],
  ["copie", lazyPart(() => import("../journal/copie-page.tsx"))],
];

/** The pages of a contrat beside its plan d'actions: they share one line in the list of addresses that all load. */
export default function ContratPages(): JSX.Element {
  const params = useParams();
  const page = createMemo(() => pageOf(params["rest"] ?? "") ?? NotFoundPage);
  return <Dynamic component={page()} />;
}

function pageOf(rest: string): Component | null {
  const pieces = rest.replace(/\/$/u, "").split("/");
  const found = PAGES.find(([pattern]) => {
    const wanted = pattern.split("/");
    return wanted.length === pieces.length && wanted.every((each, index) => each === "*" || each === pieces[index]);
  });
  return found?.[1] ?? null;
}
