import { useLocation } from "@solidjs/router";
import { type JSX, Show } from "solid-js";
import { paths } from "../../shared/protocol/paths.ts";
import { ficheOfLecture } from "../api/server-pages.ts";
import { SERVER_PAGE } from "../labels/server-page.ts";
import { SHELL } from "../labels/shell.ts";
import { MessagePage } from "./message-page.tsx";

/** Instead of a page that the server makes and that nothing could bring: what is missing, and what can be done without. */
export function ServerPage(): JSX.Element {
  const location = useLocation();
  const fiche = () => ficheOfLecture(location.pathname);
  return (
    <MessagePage
      title={SERVER_PAGE.title}
      text={fiche() === null ? SERVER_PAGE.text : SERVER_PAGE.reading}
      act={
        <>
          <p>
            <Show
              when={fiche()}
              fallback={
                <a class="btn main" href={paths.awaiting}>
                  {SHELL.backToAwaiting}
                </a>
              }
            >
              {(href) => (
                <a class="btn main" href={href()}>
                  {SERVER_PAGE.toFiche}
                </a>
              )}
            </Show>
          </p>
          <p>
            <button type="button" class="btn" onClick={() => window.location.reload()}>
              {SHELL.retry}
            </button>
          </p>
        </>
      }
    />
  );
}
