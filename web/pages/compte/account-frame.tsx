import "../../styles/compte.css";
import type { JSX } from "solid-js";
import { accountPages } from "../../../shared/protocol/account-pages.ts";
import { COMPTE } from "../../labels/compte.ts";
import { pageTitle } from "../../labels/shell.ts";
import { PageHeading } from "../../ui/page-heading.tsx";
import { usePageTitle } from "../../ui/page-title.ts";
import { SubNav } from "../../ui/sub-nav.tsx";

const LINKS = [
  { href: accountPages.identity, label: COMPTE.identity },
  { href: accountPages.sessions, label: COMPTE.sessions },
  { href: accountPages.data, label: COMPTE.data },
];

/** What the pages of one's account have in common. `title` is the page's own. */
export function AccountFrame(props: { title: string; children: JSX.Element }): JSX.Element {
  usePageTitle(() => pageTitle(props.title, COMPTE.title));
  return (
    <main class="page account-page">
      <p class="crumb">{COMPTE.title}</p>
      <PageHeading>{props.title}</PageHeading>
      <SubNav label={COMPTE.nav} links={LINKS} />
      {props.children}
    </main>
  );
}
