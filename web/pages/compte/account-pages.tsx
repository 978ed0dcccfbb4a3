import type { JSX } from "solid-js";
import { accountPages } from "../../../shared/protocol/account-pages.ts";
import { lazyPart } from "../../ui/late-part.ts";
import { SubPages } from "../sub-pages.tsx";

const PAGES = {
  [accountPages.identity]: lazyPart(() => import("./identity-page.tsx")),
  [accountPages.sessions]: lazyPart(() => import("./sessions-page.tsx")),
  [accountPages.data]: lazyPart(() => import("./data-page.tsx")),
};

/** One's own account. */
export default function AccountPages(): JSX.Element {
  return <SubPages pages={PAGES} />;
}
