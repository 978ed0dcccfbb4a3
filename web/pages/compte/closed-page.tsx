import type { JSX } from "solid-js";
import { paths } from "../../../shared/protocol/paths.ts";
import { COMPTE } from "../../labels/compte.ts";
import { ServerLink } from "../../ui/server-link.tsx";
import { MessagePage } from "../message-page.tsx";

/** After an account was closed. */
export default function ClosedPage(): JSX.Element {
  return (
    <MessagePage
      title={COMPTE.closedTitle}
      text={COMPTE.closed}
      act={
        <ServerLink class="btn main" href={paths.home}>
          {COMPTE.home}
        </ServerLink>
      }
    />
  );
}
