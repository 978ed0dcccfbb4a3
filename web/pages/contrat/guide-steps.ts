import type { GroupeInList } from "../../../shared/protocol/bodies/groupe.ts";
import { contratPages } from "../../../shared/protocol/contrat-paths.ts";
import type { ContratWithFiches } from "../../../shared/protocol/http-bodies.ts";
import { GUIDE } from "../../labels/guide.ts";

/** One thing to do first. */
export interface GuideStep {
  readonly label: string;
  readonly href: string;
  readonly done: boolean;
  /** Nothing waits for it. */
  readonly optional: boolean;
}

/** What else is known of the contrat, beside its own page. */
export interface GuideFacts {
  readonly groupes: readonly GroupeInList[];
  readonly organisations: number;
  /** How many invitations were sent, whatever became of them. */
  readonly invitations: number;
}

/** What to do first, in order, with what is done. */
export function guideSteps(contrat: ContratWithFiches, facts: GuideFacts): readonly GuideStep[] {
  const { slug } = contrat;
  const groupe = facts.groupes[0];
  const atGroupe = groupe === undefined ? contratPages.groupes(slug) : contratPages.groupe(slug, groupe);
  const inviting = groupe === undefined ? contratPages.groupes(slug) : contratPages.groupeInviting(slug, groupe);
  const step = (label: string, href: string, done: boolean, optional = false) => ({ label, href, done, optional });
  return [
    step(GUIDE.identite, contratPages.identite(slug), contrat.territoire !== "" && contrat.porteur !== ""),
    step(GUIDE.axes, contratPages.plan(slug), contrat.axes.length > 0),
    step(GUIDE.organisations, contratPages.organisations(slug), facts.organisations > 0, true),
    step(GUIDE.groupe, contratPages.groupes(slug), facts.groupes.length > 0),
    step(
      GUIDE.pilote,
      inviting,
      facts.invitations > 0 || facts.groupes.some(({ membres }) => membres !== null && membres > 0),
    ),
    step(GUIDE.fiche, atGroupe, contrat.fiches.length > 0),
  ];
}
