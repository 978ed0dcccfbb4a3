import type { JSX } from "solid-js";
import { paths } from "../../../shared/protocol/paths.ts";
import { SHELL } from "../../labels/shell.ts";
import { ServerLink } from "../../ui/server-link.tsx";

/** What a public service shows at the foot of every page. */
export function Footer(props: { onShortcuts: () => void }): JSX.Element {
  return (
    <footer class="foot">
      <nav aria-label={SHELL.footNav}>
        <ul>
          <li>
            <ServerLink href={paths.accessibility}>{SHELL.accessibility}</ServerLink>
          </li>
          <li>
            <ServerLink href={paths.legal}>{SHELL.legal}</ServerLink>
          </li>
          <li>
            <ServerLink href={paths.privacy}>{SHELL.privacy}</ServerLink>
          </li>
          <li>
            <ServerLink href={paths.problem}>{SHELL.problem}</ServerLink>
          </li>
          <li>
            <button type="button" class="link" onClick={props.onShortcuts}>
              {SHELL.shortcuts}
            </button>
          </li>
        </ul>
      </nav>
    </footer>
  );
}
