import type { JSX } from "solid-js";
import { contratPages } from "../../../shared/protocol/contrat-paths.ts";
import type { ContratWithFiches } from "../../../shared/protocol/http-bodies.ts";
import { paths } from "../../../shared/protocol/paths.ts";
import { CONTRAT_NAV } from "../../labels/contrat-nav.ts";
import { SubNav, type SubNavLink } from "../../ui/sub-nav.tsx";

/** The pages of a contrat that this person may open. */
export function ContratNav(props: { contrat: ContratWithFiches }): JSX.Element {
  return <SubNav label={CONTRAT_NAV.label} links={contratLinks(props.contrat)} />;
}

/** What the navigation of a contrat shows to whoever has these rights. */
function contratLinks({ slug, droits, fiches }: ContratWithFiches): readonly SubNavLink[] {
  const managesOne = droits.gerer_membres.ok || fiches.some((fiche) => fiche.droits.gerer_groupe.ok);
  return [
    { href: paths.contrat(slug), label: CONTRAT_NAV.plan },
    { href: contratPages.groupes(slug), label: CONTRAT_NAV.groupes, holds: true },
    { href: contratPages.instances(slug), label: CONTRAT_NAV.instances },
    ...(droits.gerer_membres.ok ? [{ href: contratPages.membres(slug), label: CONTRAT_NAV.membres, holds: true }] : []),
    ...(droits.gerer_plan.ok ? [{ href: contratPages.plan(slug), label: CONTRAT_NAV.settings, holds: true }] : []),
    ...(droits.lire_journal.ok ? [{ href: contratPages.journal(slug), label: CONTRAT_NAV.journal }] : []),
    ...(managesOne ? [{ href: contratPages.corbeille(slug), label: CONTRAT_NAV.corbeille }] : []),
    ...(droits.lire_journal.ok ? [{ href: contratPages.copie(slug), label: CONTRAT_NAV.copie }] : []),
  ];
}
