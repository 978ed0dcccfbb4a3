import "../styles/connexion.css";
import { useLocation } from "@solidjs/router";
import { type Component, createSignal, type JSX, onCleanup, onMount, Show } from "solid-js";
import { Dynamic } from "solid-js/web";
import { paths } from "../../shared/protocol/paths.ts";
import { DOOR_OFFLINE } from "../labels/server-page.ts";
import { lazyPart } from "../ui/late-part.ts";
import { Notice } from "../ui/notice.tsx";
import NotFoundPage from "./not-found-page.tsx";

const PAGES: Readonly<Record<string, Component>> = {
  [paths.signInByMail]: lazyPart(() => import("./connexion/sign-in-page.tsx")),
  [paths.signInLink]: lazyPart(() => import("./connexion/link-page.tsx")),
  [paths.firstAccess]: lazyPart(() => import("./premier-acces/first-access-page.tsx")),
  [paths.accountClosed]: lazyPart(() => import("./compte/closed-page.tsx")),
};

const InvitationPage = lazyPart(() => import("./invitation/invitation-page.tsx"));
const AtelierPage = lazyPart(() => import("./atelier/atelier-page.tsx"));

/** The pages of the door, by which one comes in or leaves: opened by whoever has no session, and rarely. */
export default function DoorPages(): JSX.Element {
  const location = useLocation();
  return (
    <>
      <OfflineNotice />
      <Dynamic component={pageAt(location.pathname.replace(/\/$/u, ""))} />
    </>
  );
}

/** One may be typing here for a while before the server is asked anything. */
function OfflineNotice(): JSX.Element {
  const [offline, setOffline] = createSignal(!navigator.onLine);
  const look = () => setOffline(!navigator.onLine);
  onMount(() => {
    for (const event of ["online", "offline"]) window.addEventListener(event, look);
    onCleanup(() => {
      for (const event of ["online", "offline"]) window.removeEventListener(event, look);
    });
  });
  return (
    <Show when={offline()}>
      <div class="door-offline">
        <Notice tone="offline" urgent>
          {DOOR_OFFLINE}
        </Notice>
      </div>
    </Show>
  );
}

function pageAt(path: string): Component {
  if (path.startsWith(paths.invitation(""))) return InvitationPage;
  if (path === paths.ateliers || path.startsWith(paths.atelier(""))) return AtelierPage;
  return PAGES[path] ?? NotFoundPage;
}
