import { type JSX, lazy } from "solid-js";
import { accountPages } from "../../../shared/protocol/account-pages.ts";
import { SubPages } from "../sub-pages.tsx";

const PAGES = {
  [accountPages.identity]: lazy(() => import("./identity-page.tsx")),
  [accountPages.sessions]: lazy(() => import("./sessions-page.tsx")),
  [accountPages.data]: lazy(() => import("./data-page.tsx")),
};

/** One's own account. */
export default function AccountPages(): JSX.Element {
  return <SubPages pages={PAGES} />;
}
