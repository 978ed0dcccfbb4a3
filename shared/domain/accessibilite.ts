import type { Reglages } from "./reglages.ts";

/** How far a site is accessible, as the law has it said. */
export type AccessibiliteLevel = "non_conforme" | "partiellement_conforme" | "totalement_conforme";

/** The level that may be claimed: by law, from what an audit counted, and « non conforme » without one. */
export function accessibiliteLevel({ accessibilite: { audit } }: Reglages): AccessibiliteLevel {
  if (audit === null || audit.pourcent < 50) return "non_conforme";
  return audit.pourcent < 100 ? "partiellement_conforme" : "totalement_conforme";
}
