import * as Y from "yjs";
import { decodeServerFrame, type ServerFrame } from "../../../shared/protocol/server-frames.ts";
import { RawPage } from "../../harness/raw-page.ts";

/** Who is on the fiche, in the order in which they came. */
export const PERSONAS = ["pilote", "partenaire", "coordinatrice", "habitante"];
let lastClient = 500;

/** A client id that no page here had before. Those of a session are numbered in the order of its people. */
export function nextClient(): number {
  lastClient += 1;
  return lastClient;
}

/** A page that keeps what it is shown, as its person would tell it: who is here, which words, what was refused. */
export class WatchedPage extends RawPage {
  readonly persona: string;
  readonly seen: string[] = [];
  here = false;
  caret = 0;
  /** The last of its own carets that it heard back: the server told everybody of it, or will not. */
  echoed = 0;

  constructor(persona: string, client: number) {
    super(client);
    this.persona = persona;
  }

  override feed(bytes: Uint8Array): void {
    const frame = decodeServerFrame(bytes);
    if (frame?.kind === "presence") {
      this.echoed = frame.entries.find(({ client }) => client === this.client)?.clock ?? this.echoed;
    }
    super.feed(bytes);
    if (frame !== null) this.seen.push(describeFrame(frame));
  }
}

/** Without what differs between two sessions on one fiche: ids and times. */
function describeFrame(frame: ServerFrame): string {
  switch (frame.kind) {
    case "sync_step_1":
      return "asked what it has";
    case "sync_step_2":
      return "synchronised";
    case "update":
      return `words ${lettersIn(frame.update)}`;
    case "presence":
      // A page keeps them by client: their order in a frame is nothing that anyone sees.
      return frame.entries
        .map(({ client, state }) => `${personaOf(client)} ${JSON.stringify(state)}`)
        .sort()
        .join(", ");
    case "ack":
      return `kept up to ${frame.number}`;
    case "refusal":
      return `refused ${frame.number} ${frame.code}`;
    case "event":
      if (frame.event.type === "fiche_changee") return "the fiche changed";
      return frame.event.type === "bienvenue"
        ? `welcome, ${frame.event.writes ? "writes" : "reads"}`
        : `set aside ${JSON.stringify(frame.event.words.map(({ at: _at, id: _id, ...words }) => words))}`;
  }
}

/** Clients are numbered in the order of the people. */
function personaOf(client: number): string {
  return PERSONAS[(client - 501) % PERSONAS.length] ?? "?";
}

function lettersIn(update: Uint8Array): string {
  return Y.decodeUpdate(update)
    .structs.map((struct) =>
      "content" in struct && struct.content instanceof Y.ContentString ? struct.content.str : "·",
    )
    .join("");
}
