import { type JSX, splitProps } from "solid-js";
import type { ContratWithFiches } from "../../../shared/protocol/http-bodies.ts";
import { Allowed } from "./allowed.tsx";
import { ContratMain, type ContratPageProps, ContratScreen } from "./contrat-screen.tsx";
import { useContrat } from "./use-contrat.ts";

interface ReservedPageProps extends ContratPageProps {
  /** The right in the whole contrat that one needs here. */
  readonly droit: keyof ContratWithFiches["droits"];
}

/** A page about a contrat for whoever has a right in it; the others read who has. */
export function ReservedPage(props: ReservedPageProps): JSX.Element {
  return (
    <ContratScreen>
      <Reserved {...props} />
    </ContratScreen>
  );
}

function Reserved(props: ReservedPageProps): JSX.Element {
  const { contrat } = useContrat();
  const [own, page] = splitProps(props, ["droit", "children"]);
  return (
    <ContratMain {...page}>
      <Allowed droit={contrat().droits[own.droit]}>{own.children}</Allowed>
    </ContratMain>
  );
}
