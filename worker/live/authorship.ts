import * as Y from "yjs";
import type { AccountId } from "../../shared/ids.ts";
import type { Origins } from "./origins.ts";

/** A stretch of visible letters with one author. */
export interface AuthoredRun {
  readonly text: string;
  /** Who first typed these letters. */
  readonly author: AccountId;
  /** Who moved them since, when that is somebody else: always shown with the author. */
  readonly mover: AccountId | null;
}

/** Who wrote each visible letter of a section: one list for each paragraph, in the order of the text. */
export function authorsOf(
  fragment: Y.XmlFragment,
  origins: Origins,
  owner: (client: number) => AccountId | null,
): AuthoredRun[][] {
  return fragment.toArray().map((paragraph) => {
    const runs: AuthoredRun[] = [];
    if (paragraph instanceof Y.XmlElement) {
      for (const child of paragraph.toArray()) {
        if (child instanceof Y.XmlText) collect(child, origins, owner, runs);
      }
    }
    return runs;
  });
}

function collect(
  text: Y.XmlText,
  origins: Origins,
  owner: (client: number) => AccountId | null,
  runs: AuthoredRun[],
): void {
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
    const { client, clock } = item.id;
    for (const origin of origins.of({ client, clock, length: item.length })) {
      const author = owner(origin.first.client);
      const writer = owner(client);
      if (author === null || writer === null) throw new Error("letters of a client id that nobody leased");
      const start = origin.clock - clock;
      const run = {
        text: item.content.str.slice(start, start + origin.length),
        author,
        mover: writer === author ? null : writer,
      };
      const last = runs.at(-1);
      if (last !== undefined && last.author === run.author && last.mover === run.mover) {
        runs[runs.length - 1] = { ...last, text: last.text + run.text };
      } else {
        runs.push(run);
      }
    }
  }
}
