import type { EtatRedaction } from "../../shared/domain/contrat.ts";
import { canonicalEmpreintes, ENGAGEMENT } from "../../shared/editor/canonical.ts";
import { readCanonical } from "../../shared/editor/read-canonical.ts";
import type { DocumentId } from "../../shared/ids.ts";
import { slugify } from "../../shared/text/slugify.ts";
import type { FicheEvent } from "../../shared/workflow/acts.ts";
import type { VersionState } from "../../shared/workflow/state.ts";
import { currentParts } from "../../shared/workflow/versions.ts";
import type { ContratObject } from "../contrat/contrat-object.ts";
import type { DocumentObject } from "../document/document-object.ts";
import type { ExportedFiche } from "../fiche/exported.ts";
import type { SealedEntry } from "../fiche/journal.ts";
import { readVersion } from "../fiche/reading.ts";
import type { FrozenVersion } from "../fiche/versions.ts";
import { type ExportedText, exportedDraft, exportedVersion } from "../pages/exported-text.ts";
import { bytes, json, lines } from "./exported-bytes.ts";
import type { ZipEntry } from "./zip.ts";

/** A fiche to export, as the contrat has it. */
export interface FicheToExport {
  readonly id: DocumentId;
  readonly numero: string;
  readonly etat: EtatRedaction;
}

interface Sources {
  readonly about: ExportedText;
  readonly contrat: DurableObjectStub<ContratObject>;
  readonly document: DurableObjectStub<DocumentObject>;
}

/** The files of a fiche but its log, and the folder that they are in: its versions are read one at a time. */
export async function* ficheEntries(
  sources: Sources,
  { id, numero, etat }: FicheToExport,
): AsyncGenerator<ZipEntry, string | null> {
  const { about, document } = sources;
  const exported: ExportedFiche | null = await document.exported(etat);
  if (exported === null) return null;
  const { content } = exported;
  const folder = `fiches/${slugify(`${numero} ${content.intitule}`, 60)}-${id}`;
  yield { path: `${folder}/texte.json`, parts: [json(content)] };
  const draft = { ...exported, numero, etat: exported.state.etat };
  yield { path: `${folder}/texte.html`, parts: [bytes(exportedDraft(about, draft))] };
  yield { path: `${folder}/vie.json`, parts: [json(lifeOf(exported))] };
  // Each line is what its fingerprint is made of, letter for letter.
  yield { path: `${folder}/journal.ndjson`, parts: exported.journal.map(({ forme }) => bytes(`${forme}\n`)) };
  yield { path: `${folder}/journal-mots.ndjson`, parts: [lines(exported.journal.flatMap(wordsOf))] };
  for (const frozen of exported.versions) {
    const state = exported.state.versions[frozen.numero - 1];
    if (state === undefined) throw new Error("a version that no act submitted");
    yield* versionEntries(sources, `${folder}/versions/${frozen.numero}`, { exported, frozen, state });
  }
  return folder;
}

async function* versionEntries(
  { about, contrat, document }: Sources,
  folder: string,
  { exported, frozen, state }: { exported: ExportedFiche; frozen: FrozenVersion; state: VersionState },
): AsyncGenerator<ZipEntry> {
  const parts = await document.exportedVersion(frozen.numero, exported.masques.length);
  // Half an archive, or one of two moments, must not pass for one.
  if (parts === null) throw new Error("a version was thrown away or masked meanwhile");
  const { empreintes, soumisePar } = state;
  const { masques, approuvee } = exported;
  const names = await contrat.namesOf([soumisePar]);
  yield {
    path: `${folder}/texte.html`,
    parts: [
      bytes(
        exportedVersion(about, {
          content: readCanonical(parts),
          masques,
          approuvee,
          version: readVersion(state),
          par: names[soumisePar]?.nom ?? null,
          place: frozen.place,
          empreintes,
        }),
      ),
    ],
  };
  yield { path: `${folder}/version.json`, parts: [json({ ...state, place: frozen.place, ecriture: frozen.seq })] };
  yield { path: `${folder}/empreintes.json`, parts: [bytes(canonicalEmpreintes(empreintes.parts))] };
  for (const part of ENGAGEMENT) yield { path: `${folder}/parties/${part}.json`, parts: [bytes(parts[part])] };
  // Of a part where words were masked, what is left.
  const sums = currentParts(state);
  const checked = ENGAGEMENT.map((part) => `${sums[part]}  parties/${part}.json\n`);
  yield {
    path: `${folder}/SHA256SUMS`,
    parts: [bytes(`${empreintes.version}  empreintes.json\n${checked.join("")}`)],
  };
}

/** Where the fiche stands. Whoever wants to see how it came there has the journal. */
function lifeOf({ premierEtat, state, journal, approuvee }: ExportedFiche): unknown {
  const { etat, versions, avis, reserves, decisions, deports, publication } = state;
  return {
    premierEtat,
    etat,
    approuvee,
    versions,
    avis,
    reserves,
    decisions,
    deports,
    publication,
    masques: journal.flatMap(masqueOf),
    journal: { entrees: journal.length, empreinte: journal.at(-1)?.empreinte ?? null },
  };
}

type Caviardage = Extract<FicheEvent, { readonly acte: "caviarder" }>;

function masqueOf({ forme }: SealedEntry): object[] {
  // Written by the journal, of a `Dated` event.
  const { acte, le, par, detail } = JSON.parse(forme) as { acte: string; le: number; par: string; detail: Caviardage };
  if (acte !== "caviarder") return [];
  const { caviardage, partie, motif, engagement, masquees } = detail;
  return [{ id: caviardage, partie, motif, le, par, engagement, versions: masquees }];
}

function wordsOf({ numero, mots }: SealedEntry): object[] {
  return mots.map((each) => ({ entree: numero, ...each }));
}
