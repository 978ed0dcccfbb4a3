import { DurableObject } from "cloudflare:workers";

interface Env {
  readonly RELAY: DurableObjectNamespace<Relay>;
}

/** What costs nothing but the sockets: every frame goes to every socket as it came, its sender included. */
export class Relay extends DurableObject<Env> {
  override fetch(): Response {
    const { 0: client, 1: server } = new WebSocketPair();
    this.ctx.acceptWebSocket(server);
    return new Response(null, { status: 101, webSocket: client });
  }

  override webSocketMessage(_socket: WebSocket, message: ArrayBuffer | string): void {
    for (const socket of this.ctx.getWebSockets()) socket.send(message);
  }
}

export default {
  fetch(request: Request, env: Env): Promise<Response> | Response {
    if (request.headers.get("upgrade") === null) return new Response("relay");
    return env.RELAY.getByName(new URL(request.url).pathname).fetch(request);
  },
} satisfies ExportedHandler<Env>;
