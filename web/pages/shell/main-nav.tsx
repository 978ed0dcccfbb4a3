import { useIsRouting, useLocation } from "@solidjs/router";
import { For, type JSX, Show } from "solid-js";
import type { ContratWithFiches } from "../../../shared/protocol/http-bodies.ts";
import { paths } from "../../../shared/protocol/paths.ts";
import { SHELL } from "../../labels/shell.ts";
import { Disclosure } from "../../ui/disclosure.tsx";

/** The links of the header on a wide screen: several contrats share a menu. */
export function MainNav(props: { contrats: readonly ContratWithFiches[] }): JSX.Element {
  return (
    <nav aria-label={SHELL.mainNav}>
      <AwaitingLink />
      <Show when={props.contrats.length > 1} fallback={<ContratLinks contrats={props.contrats} />}>
        <Disclosure label={SHELL.myContrats}>
          {() => (
            <div class="menu-list">
              <ContratLinks contrats={props.contrats} />
            </div>
          )}
        </Disclosure>
      </Show>
    </nav>
  );
}

/** The link to « Ce qui m'attend ». */
export function AwaitingLink(): JSX.Element {
  const location = useLocation();
  return (
    <a href={paths.awaiting} aria-current={location.pathname === paths.awaiting ? "page" : undefined}>
      {SHELL.awaiting}
    </a>
  );
}

/** One link for each contrat; the one whose pages are open says so. */
export function ContratLinks(props: { contrats: readonly ContratWithFiches[] }): JSX.Element {
  const location = useLocation();
  const isRouting = useIsRouting();
  const current = (path: string) => {
    // A link drawn while a page is on its way (one has just joined) is not told of the address when it arrives: asked again.
    isRouting();
    if (location.pathname === path) return "page";
    return location.pathname.startsWith(`${path}/`) ? "true" : undefined;
  };
  return (
    <For each={props.contrats}>
      {(contrat) => (
        <a href={paths.contrat(contrat.slug)} aria-current={current(paths.contrat(contrat.slug))}>
          {contrat.nom}
        </a>
      )}
    </For>
  );
}
