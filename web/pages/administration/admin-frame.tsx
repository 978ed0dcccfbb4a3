import "../../styles/compte.css";
import type { JSX } from "solid-js";
import { adminPages } from "../../../shared/protocol/instance-paths.ts";
import { ADMIN } from "../../labels/administration.ts";
import { pageTitle } from "../../labels/shell.ts";
import { PageHeading } from "../../ui/page-heading.tsx";
import { usePageTitle } from "../../ui/page-title.ts";
import { SubNav } from "../../ui/sub-nav.tsx";

const LINKS = [
  { href: adminPages.contrats, label: ADMIN.contrats },
  { href: adminPages.regions, label: ADMIN.regions },
  { href: adminPages.people, label: ADMIN.people },
  { href: adminPages.reglages, label: ADMIN.reglages },
  { href: adminPages.health, label: ADMIN.health },
];

/** What the pages of administration have in common. `title` is the page's own. */
export function AdminFrame(props: { title: string; children: JSX.Element }): JSX.Element {
  usePageTitle(() => pageTitle(props.title, ADMIN.title));
  return (
    <main class="page account-page">
      <p class="crumb">{ADMIN.title}</p>
      <PageHeading>{props.title}</PageHeading>
      <SubNav label={ADMIN.nav} links={LINKS} />
      {props.children}
    </main>
  );
}
