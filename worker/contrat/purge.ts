import type { JournalDraft } from "../../shared/domain/journal.ts";
import type { DocumentId } from "../../shared/ids.ts";
import type { Result } from "../../shared/result.ts";
import { type Done, did } from "./act.ts";
import { expiredBy, purgeFiche, purgeGroupe, textsOf } from "./corbeille.ts";

/** Lets go for ever of what was thrown away thirty days ago. */
export function purge(sql: SqlStorage, now: number): Result<Done<null>, never> {
  const { fiches, groupes } = expiredBy(sql, now);
  const journal: JournalDraft[] = [];
  const purged: DocumentId[] = [];
  for (const groupe of groupes) {
    purged.push(...textsOf(sql, groupe));
    purgeGroupe(sql, groupe);
    journal.push({ acte: "purger_groupe", sur: { groupe } });
  }
  for (const fiche of fiches.filter((id) => !purged.includes(id))) {
    purged.push(fiche);
    purgeFiche(sql, fiche);
    journal.push({ acte: "purger_fiche", sur: { fiche } });
  }
  return did(null, journal, { purged });
}
