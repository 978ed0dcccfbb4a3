import "../styles/sub-nav.css";
import { useLocation } from "@solidjs/router";
import { For, type JSX } from "solid-js";

export interface SubNavLink {
  readonly href: string;
  readonly label: string;
  /** Whether the pages below its address are its own. */
  readonly holds?: boolean;
}

/** The pages of one subject, as links: the one that is open says so. */
export function SubNav(props: { label: string; links: readonly SubNavLink[] }): JSX.Element {
  const location = useLocation();
  const current = ({ href, holds }: SubNavLink) => {
    if (location.pathname === href) return "page";
    return holds === true && location.pathname.startsWith(`${href}/`) ? "true" : undefined;
  };
  return (
    <nav class="sub-nav" aria-label={props.label}>
      <For each={props.links}>
        {(link) => (
          <a href={link.href} aria-current={current(link)}>
            {link.label}
          </a>
        )}
      </For>
    </nav>
  );
}
