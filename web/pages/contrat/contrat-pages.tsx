import { useParams } from "@solidjs/router";
import { type Component, createMemo, type JSX, lazy } from "solid-js";
import { Dynamic } from "solid-js/web";
import NotFoundPage from "../not-found-page.tsx";

const FicheViews = lazy(() => import("../fiche/fiche-views.tsx"));

/** By the pieces of the address behind the contrat's; `*` stands for any one. */
const PAGES: readonly (readonly [pattern: string, page: Component])[] = [
  ["fiches/*/historique", FicheViews],
  ["fiches/*/historique/*", FicheViews],
  ["fiches/*/historique/*/*", FicheViews],
  ["fiches/*/instruction", FicheViews],
  ["fiches/*/depuis-l-approbation", FicheViews],
  ["groupes", lazy(() => import("../groupe/groupes-page.tsx"))],
  ["groupes/*", lazy(() => import("../groupe/groupe-page.tsx"))],
  ["groupes/*/inviter", lazy(() => import("../groupe/inviting-page.tsx"))],
  ["groupes/*/reglages", lazy(() => import("../groupe/settings-page.tsx"))],
  ["groupes/*/reunions/*", lazy(() => import("../groupe/reunion-page.tsx"))],
  ["membres", lazy(() => import("../membres/membres-page.tsx"))],
  ["membres/invitations", lazy(() => import("../membres/invitations-page.tsx"))],
  ["membres/organisations", lazy(() => import("../membres/organisations-page.tsx"))],
  ["instances", lazy(() => import("../instances/instances-page.tsx"))],
  ["plan", lazy(() => import("../plan/plan-page.tsx"))],
  ["plan/identite", lazy(() => import("../plan/identite-page.tsx"))],
  ["plan/partage", lazy(() => import("../plan/partage-page.tsx"))],
  ["journal", lazy(() => import("../journal/journal-page.tsx"))],
  ["corbeille", lazy(() => import("../journal/corbeille-page.tsx"))],
  ["copie", lazy(() => import("../journal/copie-page.tsx"))],
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
