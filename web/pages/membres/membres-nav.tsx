import type { JSX } from "solid-js";
import { contratPages } from "../../../shared/protocol/contrat-paths.ts";
import { MEMBRES_NAV } from "../../labels/contrat-nav.ts";
import { SubNav } from "../../ui/sub-nav.tsx";
import { useContrat } from "../contrat/use-contrat.ts";

/** The pages about who is in a contrat. */
export function MembresNav(): JSX.Element {
  const { slug } = useContrat();
  return (
    <SubNav
      label={MEMBRES_NAV.label}
      links={[
        { href: contratPages.membres(slug), label: MEMBRES_NAV.membres },
        { href: contratPages.invitations(slug), label: MEMBRES_NAV.invitations },
        { href: contratPages.organisations(slug), label: MEMBRES_NAV.organisations },
      ]}
    />
  );
}
