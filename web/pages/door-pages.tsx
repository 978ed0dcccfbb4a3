import { useLocation } from "@solidjs/router";
import { type Component, type JSX, lazy } from "solid-js";
import { Dynamic } from "solid-js/web";
import { paths } from "../../shared/protocol/paths.ts";
import NotFoundPage from "./not-found-page.tsx";

const PAGES: Readonly<Record<string, Component>> = {
  [paths.signInByMail]: lazy(() => import("./connexion/sign-in-page.tsx")),
  [paths.signInLink]: lazy(() => import("./connexion/link-page.tsx")),
  [paths.firstAccess]: lazy(() => import("./premier-acces/first-access-page.tsx")),
  [paths.accountClosed]: lazy(() => import("./compte/closed-page.tsx")),
};

const InvitationPage = lazy(() => import("./invitation/invitation-page.tsx"));
const AtelierPage = lazy(() => import("./atelier/atelier-page.tsx"));

/** The pages of the door, by which one comes in or leaves: opened by whoever has no session, and rarely. */
export default function DoorPages(): JSX.Element {
  const location = useLocation();
  return <Dynamic component={pageAt(location.pathname.replace(/\/$/u, ""))} />;
}

function pageAt(path: string): Component {
  if (path.startsWith(paths.invitation(""))) return InvitationPage;
  if (path === paths.ateliers || path.startsWith(paths.atelier(""))) return AtelierPage;
  return PAGES[path] ?? NotFoundPage;
}
