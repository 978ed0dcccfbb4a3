import { z } from "zod";
import type { AccountId, SessionId } from "../../shared/ids.ts";
import type { PersonColor } from "../../shared/protocol/presence.ts";

/**
 * What the Worker decided about whoever asks to connect, handed to the document with the upgrade. Only the Worker can
 * reach a document, and it writes this header itself, so that nothing of a browser's passes for it.
 */
export interface Verdict {
  readonly account: AccountId;
  readonly name: string;
  readonly color: PersonColor;
  readonly writes: boolean;
  /** The number of the contrat's rights by which this was decided. */
  readonly rights: number;
  readonly session: SessionId;
  /** When the verdict ends, in milliseconds since 1970. */
  readonly until: number;
  /** The Yjs client id of this page load. */
  readonly client: number;
  /** Whether the page speaks our own frames (it sent `schema=`), or only y-websocket's. */
  readonly ours: boolean;
}

const HEADER = "coaction-verdict";

const verdictSchema = z.object({
  account: z.string(),
  name: z.string(),
  color: z.number(),
  writes: z.boolean(),
  rights: z.number(),
  session: z.string(),
  until: z.number(),
  client: z.number(),
  ours: z.boolean(),
});

/** The upgrade as the document receives it. */
export function withVerdict(request: Request, verdict: Verdict): Request {
  const headers = new Headers({ upgrade: "websocket" });
  // A header holds no letters beyond Latin-1; a name may.
  headers.set(HEADER, encodeURIComponent(JSON.stringify(verdict)));
  return new Request(request.url, { headers });
}

/** The verdict of an upgrade; throws when it is missing, which only a mistake of ours can do. */
export function readVerdict(request: Request): Verdict {
  const header = request.headers.get(HEADER);
  if (header === null) throw new Error("an upgrade without a verdict");
  // Written by `withVerdict`, whose types these are.
  return verdictSchema.parse(JSON.parse(decodeURIComponent(header))) as Verdict;
}
