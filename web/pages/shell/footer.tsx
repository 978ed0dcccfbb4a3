import { createEffect, createSignal, type JSX } from "solid-js";
import type { AccessibiliteLevel } from "../../../shared/domain/accessibilite.ts";
import type { InstanceBody } from "../../../shared/protocol/bodies/instance-admin.ts";
import { apiPaths, paths } from "../../../shared/protocol/paths.ts";
import { LEVEL_LABELS, SHELL } from "../../labels/shell.ts";
import { useApp } from "../../stores/app-context.ts";
import { ServerLink } from "../../ui/server-link.tsx";

/** What a public service shows at the foot of every page. */
export function Footer(props: { onShortcuts: () => void }): JSX.Element {
  const level = createLevel();
  return (
    <footer class="foot">
      <nav aria-label={SHELL.footNav}>
        <ul>
          <li>
            <ServerLink href={paths.accessibility}>{LEVEL_LABELS[level()]}</ServerLink>
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

/** How far this site is accessible: who is here was told it already; to a visitor the server says it. */
function createLevel(): () => AccessibiliteLevel {
  const { ask, session } = useApp();
  // What the law has a site say that nobody audited: until it is known, nothing more is claimed.
  const [level, setLevel] = createSignal<AccessibiliteLevel>("non_conforme");
  createEffect(() => {
    const state = session.state();
    // A session that the device kept may be older than this part of it.
    if (state.kind === "present")
      setLevel((state.session.accessibilite as AccessibiliteLevel | undefined) ?? "non_conforme");
    else if (state.kind === "absent") {
      void ask<InstanceBody>("GET", apiPaths.instance).then(
        (result) => result.ok && setLevel(result.value.accessibilite),
      );
    }
  });
  return level;
}
