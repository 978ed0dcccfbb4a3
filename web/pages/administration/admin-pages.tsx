import type { JSX } from "solid-js";
import { adminPages } from "../../../shared/protocol/instance-paths.ts";
import { lazyPart } from "../../ui/late-part.ts";
import { SubPages } from "../sub-pages.tsx";

const PAGES = {
  [adminPages.contrats]: lazyPart(() => import("./contrats-page.tsx")),
  [adminPages.regions]: lazyPart(() => import("./regions-page.tsx")),
  [adminPages.people]: lazyPart(() => import("./people-page.tsx")),
  [adminPages.reglages]: lazyPart(() => import("./reglages-page.tsx")),
  [adminPages.health]: lazyPart(() => import("./health-page.tsx")),
};

/** Administering the instance. */
export default function AdminPages(): JSX.Element {
  return <SubPages pages={PAGES} />;
}
