import { useLocation } from "@solidjs/router";
import { type JSX, Show } from "solid-js";
import { paths } from "../../shared/protocol/paths.ts";
import { isServerPage } from "../api/server-pages.ts";
import { NOT_FOUND } from "../labels/not-found.ts";
import { SHELL } from "../labels/shell.ts";
import { MessagePage } from "./message-page.tsx";
import { ServerPage } from "./server-page.tsx";

/** An address that leads nowhere; or to a page of the server's, which the service worker could not bring. */
export default function NotFoundPage(): JSX.Element {
  const location = useLocation();
  return (
    <Show when={!isServerPage(location.pathname)} fallback={<ServerPage />}>
      <MessagePage
        title={NOT_FOUND.title}
        text={NOT_FOUND.text}
        act={
          <a class="btn main" href={paths.awaiting}>
            {SHELL.backToAwaiting}
          </a>
        }
      />
    </Show>
  );
}
