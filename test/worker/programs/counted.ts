import demonstration, {
  AccountObject,
  AdressesObject,
  AnnuaireObject,
  ContratObject,
  SeuilObject,
  DocumentObject as UncountedDocumentObject,
} from "../../../worker/demo/index.ts";

export { AccountObject, AdressesObject, AnnuaireObject, ContratObject, SeuilObject };

/** How often a document was made in memory, and how often its handlers ran: by its alarm, or by anything else. */
interface Counts {
  awakenings: number;
  alarms: number;
  calls: number;
}

/** By the document's id. The Worker is in the same isolate. */
const counts: Record<string, Counts> = {};

/** The product's own object, counted. */
export class DocumentObject extends UncountedDocumentObject {
  readonly #counts: Counts;

  constructor(...parts: ConstructorParameters<typeof UncountedDocumentObject>) {
    super(...parts);
    const name = this.ctx.id.name ?? "?";
    this.#counts = counts[name] ??= { awakenings: 0, alarms: 0, calls: 0 };
    this.#counts.awakenings += 1;
  }

  override fetch(request: Request): Response {
    this.#counts.calls += 1;
    return super.fetch(request);
  }

  override webSocketMessage(socket: WebSocket, message: ArrayBuffer | string): void {
    this.#counts.calls += 1;
    super.webSocketMessage(socket, message);
  }

  override webSocketClose(socket: WebSocket): void {
    this.#counts.calls += 1;
    super.webSocketClose(socket);
  }

  override async alarm(): Promise<void> {
    this.#counts.alarms += 1;
    await super.alarm();
  }
}

export default {
  fetch(request: Request, env: Parameters<typeof demonstration.fetch>[1], ctx: ExecutionContext) {
    if (new URL(request.url).pathname === "/essai/reveils") return Response.json(counts);
    return demonstration.fetch(request, env, ctx);
  },
};
