/** The parts of Node that workerd has and that the SMTP sender uses: opening a socket, and hearing that it failed. */
declare module "node:events" {
  export class EventEmitter {
    on(event: "error", listener: (error: Error) => void): this;
  }
}
declare module "node:net" {
  export interface Socket {
    once(event: "connect" | "secureConnect" | "error" | "timeout", listener: (error: Error) => void): this;
    off(event: "connect" | "secureConnect" | "error" | "timeout", listener: (error: Error) => void): this;
    setTimeout(milliseconds: number): this;
    destroy(): this;
  }
  export function connect(options: { readonly host: string; readonly port: number }): Socket;
}
declare module "node:tls" {
  import type { Socket } from "node:net";
  export function connect(options: {
    readonly host: string;
    readonly port: number;
    readonly servername: string;
  }): Socket;
}
