import type { JSX } from "solid-js";
import type { EtatRedaction } from "../../shared/domain/contrat.ts";
import { ETAT_LABELS } from "../labels/etats.ts";
import { Badge } from "../ui/badge.tsx";

const TONES = { proposition: "draft", brouillon: "draft", en_relecture: "accent", close: "ok" } as const;

/** The état of a draft, in words. */
export function EtatBadge(props: { etat: EtatRedaction }): JSX.Element {
  return <Badge tone={TONES[props.etat]}>{ETAT_LABELS[props.etat]}</Badge>;
}
