import type { JSX } from "solid-js";
import type { GroupesBody } from "../../../shared/protocol/bodies/groupe.ts";
import type { ActRefusal } from "../../api/contrat.ts";
import { INVITING } from "../../labels/invitations.ts";
import { createQuestion } from "../../primitives/create-question.ts";
import { ReservedPage } from "../contrat/reserved-page.tsx";
import { useContrat } from "../contrat/use-contrat.ts";
import { Inviting } from "./inviting.tsx";
import { toContrat } from "./inviting-to.ts";
import { MembresNav } from "./membres-nav.tsx";

/** Inviting to the whole contrat, and every invitation that was sent, those to groupes included. */
export default function InvitationsPage(): JSX.Element {
  return (
    <ReservedPage droit="gerer_membres" title={INVITING.title} lede={INVITING.lede} nav={<MembresNav />}>
      <All />
    </ReservedPage>
  );
}

function All(): JSX.Element {
  const { api } = useContrat();
  const groupes = createQuestion<GroupesBody, ActRefusal>(() => api.groupes());
  const nameOf = (groupe: string) => groupes.value()?.groupes.find(({ id }) => id === groupe)?.nom ?? INVITING.aGroupe;
  return <Inviting to={toContrat()} groupeName={nameOf} />;
}
