import type { RouteDefinition } from "@solidjs/router";
import { paths, shortIdOfPiece } from "../shared/protocol/paths.ts";
import { Workspace } from "./pages/workspace.tsx";
import { type App, ficheKey, ONLY } from "./stores/app-context.ts";
import { lazyPart } from "./ui/late-part.ts";

/** The screens, each its own chunk. What a screen shows is asked for while its chunk loads. */
export function createRoutes(app: App): RouteDefinition[] {
  return [
    {
      path: paths.signIn,
      component: lazyPart(() => import("./pages/connexion/connexion-page.tsx")),
    },
    {
      path: [
        ...[paths.signInByMail, paths.signInLink, paths.firstAccess, paths.accountClosed],
        ...[paths.invitation(":slug"), paths.ateliers, paths.atelier(":slug")],
      ],
      component: lazyPart(() => import("./pages/door-pages.tsx")),
    },
    {
      component: Workspace,
      children: [
        { path: `${paths.account}/*`, component: lazyPart(() => import("./pages/compte/account-pages.tsx")) },
        {
          path: `${paths.administration}/*`,
          component: lazyPart(() => import("./pages/administration/admin-pages.tsx")),
        },
      ],
    },
    {
      path: paths.awaiting,
      component: Workspace,
      children: [
        {
          path: "/",
          component: lazyPart(() => import("./pages/contrats/awaiting-page.tsx")),
          preload: ({ intent }) => void (intent === "preload" || app.contrats.open(ONLY)),
        },
        {
          path: "/:slug",
          component: lazyPart(() => import("./pages/contrat/contrat-page.tsx")),
          preload: ({ intent, params }) => void (intent === "preload" || app.contrat.open(params["slug"] ?? "")),
        },
        { path: "/:slug/*rest", component: lazyPart(() => import("./pages/contrat/contrat-pages.tsx")) },
        {
          path: "/:slug/fiches/:piece",
          component: lazyPart(() => import("./pages/fiche/fiche-page.tsx")),
          preload: ({ intent, params }) => {
            const short = shortIdOfPiece(params["piece"] ?? "");
            if (intent !== "preload" && short !== null) app.fiche.open(ficheKey(params["slug"] ?? "", short));
          },
        },
      ],
    },
    { path: "*", component: lazyPart(() => import("./pages/not-found-page.tsx")) },
  ];
}
