import { type JSX, lazy } from "solid-js";
import { adminPages } from "../../../shared/protocol/instance-paths.ts";
import { SubPages } from "../sub-pages.tsx";

const PAGES = {
  [adminPages.contrats]: lazy(() => import("./contrats-page.tsx")),
  [adminPages.regions]: lazy(() => import("./regions-page.tsx")),
  [adminPages.people]: lazy(() => import("./people-page.tsx")),
  [adminPages.reglages]: lazy(() => import("./reglages-page.tsx")),
  [adminPages.health]: lazy(() => import("./health-page.tsx")),
};

/** Administering the instance. */
export default function AdminPages(): JSX.Element {
  return <SubPages pages={PAGES} />;
}
