import type { JSX } from "solid-js";
import { GROUPE_NAV } from "../../labels/contrat-nav.ts";
import { Inviting } from "../membres/inviting.tsx";
import { toGroupe } from "../membres/inviting-to.ts";
import { Appel } from "./appel.tsx";
import { Ateliers } from "./ateliers.tsx";
import { Demandes } from "./demandes.tsx";
import { GroupeScreen, useGroupe } from "./groupe-screen.tsx";
import { Managing } from "./managing.tsx";

/** Whom a groupe takes in: who asks, whom it invites, its call, the code of a workshop. */
export default function GroupeInvitingPage(): JSX.Element {
  return (
    <GroupeScreen title={GROUPE_NAV.inviting}>
      <Managing>
        <Demandes />
        <ByMail />
        <Appel />
        <Ateliers />
      </Managing>
    </GroupeScreen>
  );
}

function ByMail(): JSX.Element {
  const { groupe } = useGroupe();
  const { id, membres } = groupe();
  return <Inviting to={toGroupe(id, membres.length === 0)} groupeName={null} />;
}
