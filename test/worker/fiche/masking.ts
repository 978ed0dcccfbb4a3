import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import type { CaviardageApercuBody, CaviardeBody } from "../../../shared/protocol/bodies/history.ts";
import { decodePack } from "../../../worker/live/pack.ts";
import { ask } from "../http/asked.ts";
import type { AskedFiche } from "./asked.ts";

/** The name of nobody, to be masked. */
export const WORDS = "Jean Quéméner";

/** What would be masked. */
export async function preview(fiche: AskedFiche, persona = "coordinatrice", mots = WORDS, partie = "constats") {
  const body = { partie, mots, motif: "donnee_de_sante" };
  const answer = await ask("POST", fiche.at("/caviardages/apercu"), await fiche.cookie(persona), body);
  // An answer of our own server.
  return { status: answer.status, body: answer.body as CaviardageApercuBody & { refus?: string } };
}

/** Masks what was previewed. */
export async function mask(fiche: AskedFiche, apercu: string, mots = WORDS, partie = "constats") {
  const body = { partie, mots, motif: "donnee_de_sante", apercu };
  const answer = await ask("POST", fiche.at("/caviardages"), await fiche.cookie("coordinatrice"), body);
  return { status: answer.status, body: answer.body as CaviardeBody & { refus?: string } };
}

/** Everything that the document's tables hold, as text: packs opened, bytes read as UTF-8. */
export function stored(fiche: AskedFiche): Promise<string> {
  return runInDurableObject(env.DOCUMENT.getByName(fiche.id), (_, { storage: { sql } }) => {
    const tables = sql.exec<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'").toArray();
    return tables
      .filter(({ name }) => !name.startsWith("_cf"))
      .flatMap(({ name }) => sql.exec(`SELECT * FROM ${name}`).toArray())
      .flatMap((row) => Object.values(row))
      .map((value) => (value instanceof ArrayBuffer ? opened(new Uint8Array(value)) : String(value)))
      .join("\n");
  });
}

function opened(bytes: Uint8Array): string {
  const text = new TextDecoder();
  try {
    return [...decodePack(bytes)].map((row) => text.decode(row.bytes)).join("\n");
  } catch {
    return text.decode(bytes);
  }
}

/** What stands in its place. */
export const BLANKS = "█".repeat(WORDS.length);
