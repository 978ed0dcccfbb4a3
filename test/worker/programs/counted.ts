import demonstration, {
  AccountObject as UncountedAccountObject,
  AdressesObject as UncountedAdressesObject,
  AnnuaireObject as UncountedAnnuaireObject,
  ContratObject as UncountedContratObject,
  DocumentObject as UncountedDocumentObject,
  SeuilObject as UncountedSeuilObject,
} from "../../../worker/demo/index.ts";

/** How often a document was made in memory, and how often its handlers ran: by its alarm, or by anything else. */
interface Counts {
  awakenings: number;
  alarms: number;
  calls: number;
}

/** By the document's id. The Worker is in the same isolate. */
const counts: Record<string, Counts> = {};

/** How often any object was made in memory, whatever it is. */
let awakenings = 0;

/** The same object, whose awakenings are counted. */
function counted<Parts extends unknown[], Instance extends object>(
  Uncounted: new (...parts: Parts) => Instance,
): new (
  ...parts: Parts
) => Instance {
  // A function's mixin takes its arguments as they come.
  const Base = Uncounted as unknown as new (...parts: unknown[]) => object;
  class Counted extends Base {
    constructor(...parts: unknown[]) {
      super(...parts);
      awakenings += 1;
    }
  }
  return Counted as unknown as new (
    ...parts: Parts
  ) => Instance;
}

export class AccountObject extends counted(UncountedAccountObject) {}
export class AdressesObject extends counted(UncountedAdressesObject) {}
export class AnnuaireObject extends counted(UncountedAnnuaireObject) {}
export class ContratObject extends counted(UncountedContratObject) {}
export class SeuilObject extends counted(UncountedSeuilObject) {}

/** The product's own object, counted. */
export class DocumentObject extends UncountedDocumentObject {
  readonly #counts: Counts;

  constructor(...parts: ConstructorParameters<typeof UncountedDocumentObject>) {
    super(...parts);
    const name = this.ctx.id.name ?? "?";
    this.#counts = counts[name] ??= { awakenings: 0, alarms: 0, calls: 0 };
    this.#counts.awakenings += 1;
    awakenings += 1;
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
    const { pathname } = new URL(request.url);
    if (pathname === "/essai/reveils") return Response.json(counts);
    if (pathname === "/essai/reveils/tous") return Response.json(awakenings);
    return demonstration.fetch(request, env, ctx);
  },
};
