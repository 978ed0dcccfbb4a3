import type { GroupeInList, GroupesBody } from "../../../shared/protocol/bodies/groupe.ts";
import { contratPages } from "../../../shared/protocol/contrat-paths.ts";
import type { ContratWithFiches } from "../../../shared/protocol/http-bodies.ts";

/** Something that waits for this person in a contrat, besides its fiches. */
export type Wait =
  | { readonly kind: "demandes"; readonly groupe: GroupeInList; readonly count: number; readonly href: string }
  | { readonly kind: "reunion"; readonly groupe: GroupeInList; readonly le: number; readonly href: string }
  | { readonly kind: "courriels"; readonly count: number; readonly href: string };

/** What is known of one contrat. */
export interface WaitFacts {
  readonly contrat: Pick<ContratWithFiches, "slug">;
  readonly groupes: GroupesBody["groupes"];
  /** How many mails of the contrat did not arrive, and wait for somebody to see to it. */
  readonly courriels: number;
}

/** What waits for this person: whoever asks something first, then what could not be sent, then meetings. */
export function waitsOf({ contrat: { slug }, groupes, courriels }: WaitFacts): readonly Wait[] {
  const demandes = groupes.flatMap((groupe): Wait[] => {
    const href = `${contratPages.groupeInviting(slug, groupe)}#demandes`;
    const count = groupe.demandes ?? 0;
    return count === 0 ? [] : [{ kind: "demandes", groupe, count, href }];
  });
  const reunions = groupes
    // Whoever coordinates sees those of every groupe, and goes to their own.
    .filter(({ roles }) => roles.length > 0)
    .flatMap((groupe) => {
      const { prochaine } = groupe;
      if (prochaine === null) return [];
      const href = `${contratPages.groupe(slug, groupe)}#reunion-${prochaine.id}`;
      return [{ kind: "reunion", groupe, le: prochaine.le, href } as const];
    });
  return [
    ...demandes,
    ...(courriels === 0
      ? []
      : [{ kind: "courriels", count: courriels, href: `${contratPages.invitations(slug)}#courriels` } as const]),
    ...reunions,
  ];
}
