import type { JSX } from "solid-js";
import { contratPages } from "../../../shared/protocol/contrat-paths.ts";
import { SETTINGS_NAV } from "../../labels/contrat-nav.ts";
import { SubNav } from "../../ui/sub-nav.tsx";
import { useContrat } from "../contrat/use-contrat.ts";

/** The pages about what a contrat is. */
export function SettingsNav(): JSX.Element {
  const { slug } = useContrat();
  return (
    <SubNav
      label={SETTINGS_NAV.label}
      links={[
        { href: contratPages.plan(slug), label: SETTINGS_NAV.plan },
        { href: contratPages.identite(slug), label: SETTINGS_NAV.identite },
        { href: contratPages.partage(slug), label: SETTINGS_NAV.partage },
      ]}
    />
  );
}
