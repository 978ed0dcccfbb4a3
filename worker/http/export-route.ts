import type { Context } from "hono";
import type { AccountId, DocumentId } from "../../shared/ids.ts";
import type { ExportedContrat } from "../contrat/acts/export.ts";
import { askToAct, askToSee } from "../contrat/ask.ts";
import type { ContratObject } from "../contrat/contrat-object.ts";
import { EXPORTED_TABLES, type ExportedTable } from "../contrat/export.ts";
import type { Env } from "../env.ts";
import { exportedNotes } from "../pages/exported-text.ts";
import { exportReadme } from "../pages/exported-words.ts";
import { type App, getActor } from "./actor.ts";
import { findContrat } from "./contrat-lookup.ts";
import { bytes, json, lines } from "./exported-bytes.ts";
import { ficheEntries } from "./exported-fiche.ts";
import { refused } from "./refuse.ts";
import { refusedAct } from "./refuse-act.ts";
import { onceASecond, whileAllowed } from "./while-allowed.ts";
import { type ZipEntry, zipStream } from "./zip.ts";

type Contrat = DurableObjectStub<ContratObject>;

/** `GET /api/contrats/:slug/export`: the whole contrat as an archive, for its coordination. */
export async function exportRoute(c: Context<App>): Promise<Response> {
  const actor = await getActor(c);
  if (actor === null) return refused(c, "session_absente");
  const contrat = await findContrat(c.env, c.req.param("contrat") ?? "");
  if (contrat === null) return refused(c, "introuvable");
  const exported = await askToAct(contrat, actor.id, "telecharger_contrat", {});
  if (!exported.ok) return refusedAct(c, exported.code);
  const now = Date.now();
  const name = `${exported.value.slug}-${new Date(now).toISOString().slice(0, 10)}.zip`;
  const mayStill = onceASecond(
    async () => (await askToSee(contrat, actor.id, "exportable", {})).ok,
    () => Date.now(),
  );
  const files = entries(c.env, contrat, exported.value, actor.id, now);
  const archive = zipStream(whileAllowed(files, mayStill), () => scheduler.wait(0));
  return c.body(archive, 200, {
    "content-type": "application/zip",
    "content-disposition": `attachment; filename="${name}"`,
  });
}

async function* entries(
  env: Env,
  contrat: Contrat,
  exported: ExportedContrat,
  account: AccountId,
  now: number,
): AsyncGenerator<ZipEntry> {
  yield { path: "LISEZMOI.txt", parts: [bytes(exportReadme(exported.nom, now))] };
  // The keys of the list.
  for (const table of Object.keys(EXPORTED_TABLES) as ExportedTable[]) {
    yield { path: `donnees/${table}.ndjson`, parts: tableLines(contrat, account, table) };
  }
  const about = { contrat: exported.nom, now };
  for (const fiche of exported.fiches) {
    const document = env.DOCUMENT.getByName(fiche.id);
    const folder = yield* ficheEntries({ about, contrat, document }, fiche);
    if (folder !== null) yield { path: `${folder}/historique.ndjson`, parts: logLines(env, fiche.id) };
  }
  for (const { id, le } of exported.notes) {
    const blocks = await env.DOCUMENT.getByName(id).readNotes();
    if (blocks === null) continue;
    const folder = `notes/${new Date(le).toISOString().slice(0, 10)}-${id}`;
    yield { path: `${folder}/texte.json`, parts: [json(blocks)] };
    yield { path: `${folder}/texte.html`, parts: [bytes(exportedNotes(about, { le, blocks }))] };
    yield { path: `${folder}/historique.ndjson`, parts: logLines(env, id) };
  }
}

async function* tableLines(contrat: Contrat, account: AccountId, table: ExportedTable): AsyncGenerator<Uint8Array> {
  for (let after = 0; ; ) {
    const rows = await askToSee(contrat, account, "table_exportee", { table, after });
    // The archive breaks: half of it must not pass for the whole.
    if (!rows.ok) throw new Error("the right to take the contrat along was lost meanwhile");
    if (rows.value.length === 0) return;
    yield lines(rows.value);
    after += rows.value.length;
  }
}

/** Each update as it was received: whoever knows Yjs can rebuild the text of any moment from them. */
async function* logLines(env: Env, document: DocumentId): AsyncGenerator<Uint8Array> {
  for (let after = 0; ; ) {
    const stretch = await env.DOCUMENT.getByName(document).readLog(after);
    const last = stretch.at(-1);
    if (last === undefined) return;
    yield lines(
      stretch.map(({ seq, author, at, bytes: update }) => ({ numero: seq, par: author, le: at, yjs: base64(update) })),
    );
    after = last.seq;
  }
}

function base64(update: Uint8Array): string {
  let binary = "";
  // Not all at once: a call takes so many arguments and no more.
  for (let start = 0; start < update.length; start += 8_192) {
    binary += String.fromCharCode(...update.subarray(start, start + 8_192));
  }
  return btoa(binary);
}
