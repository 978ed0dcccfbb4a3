import type { JSX } from "solid-js";
import { AXES } from "../../labels/contrat-settings.ts";
import { Allowed } from "../contrat/allowed.tsx";
import { ContratMain, ContratScreen } from "../contrat/contrat-screen.tsx";
import { useContrat } from "../contrat/use-contrat.ts";
import { SettingsNav } from "./settings-nav.tsx";
import { Tree } from "./tree.tsx";

/** The axes and objectifs of a contrat, and where its fiches stand. */
export default function PlanPage(): JSX.Element {
  return (
    <ContratScreen>
      <Page />
    </ContratScreen>
  );
}

function Page(): JSX.Element {
  const { contrat } = useContrat();
  return (
    <ContratMain title={AXES.title} lede={AXES.lede} nav={<SettingsNav />}>
      <Allowed droit={contrat().droits.gerer_plan}>
        <Tree />
      </Allowed>
    </ContratMain>
  );
}
