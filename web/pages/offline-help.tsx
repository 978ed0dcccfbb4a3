import type { JSX } from "solid-js";
import { paths } from "../../shared/protocol/paths.ts";
import { OFFLINE_HELP } from "../labels/server-page.ts";
import { SHELL } from "../labels/shell.ts";

/** What can be done meanwhile without the network. */
export default function OfflineHelp(): JSX.Element {
  return (
    <>
      <p>{OFFLINE_HELP}</p>
      <p>
        <a href={paths.awaiting}>{SHELL.backToAwaiting}</a>
      </p>
    </>
  );
}
