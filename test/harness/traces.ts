import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";

/** One edit of one person: at a position of the text as it then was, this many letters go and these come. */
export type Patch = readonly [position: number, deleted: number, inserted: string];

/** A session of several people: each edit was made on the text that its parents make together. */
export interface SharedTrace {
  readonly numAgents: number;
  readonly endContent: string;
  readonly txns: readonly {
    readonly parents: readonly number[];
    readonly agent: number;
    readonly patches: readonly Patch[];
  }[];
}

/** The same session, one edit after another. */
export interface FlatTrace {
  readonly startContent: string;
  readonly endContent: string;
  readonly txns: readonly { readonly patches: readonly Patch[] }[];
}

/** A real writing session from beside the repository, which does not contain it; null where it is missing. */
export function readTrace(name: "clownschool"): SharedTrace | null;
export function readTrace(name: "clownschool_flat"): FlatTrace | null;
export function readTrace(name: string): unknown {
  const path = fileURLToPath(new URL(`../../../shared/traces/${name}.json.gz`, import.meta.url));
  return existsSync(path) ? JSON.parse(gunzipSync(readFileSync(path)).toString("utf8")) : null;
}

/** A paragraph has no line ends. */
export function onOneLine(text: string): string {
  return text.replaceAll("\n", " ");
}
