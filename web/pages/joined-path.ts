import type { JoinedBody } from "../../shared/protocol/bodies/invitation.ts";
import { contratPages } from "../../shared/protocol/contrat-paths.ts";
import { paths } from "../../shared/protocol/paths.ts";

/** Where somebody who has just come to a contrat begins: in their groupe, named `nom` where it is known. */
export function joinedPath(slug: string, { groupe }: JoinedBody, nom: string): string {
  return groupe === null ? paths.contrat(slug) : contratPages.groupe(slug, { id: groupe, nom });
}
