import type { JSX } from "solid-js";
import { AXES } from "../../labels/contrat-settings.ts";
import { ReservedPage } from "../contrat/reserved-page.tsx";
import { SettingsNav } from "./settings-nav.tsx";
import { Tree } from "./tree.tsx";

/** The axes and objectifs of a contrat, and where its fiches stand. */
export default function PlanPage(): JSX.Element {
  return (
    <ReservedPage droit="gerer_plan" title={AXES.title} lede={AXES.lede} nav={<SettingsNav />}>
      <Tree />
    </ReservedPage>
  );
}
