import { createServer } from "node:net";
import { ok } from "../../shared/result.ts";
import { fail, type Outcome, systemErrorCode } from "./failure.ts";

/** Tries the address and lets go of it: workerd's own message, were it taken, would not help anyone. */
export function checkPort(host: string, port: number): Promise<Outcome<null>> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (error) => {
      const cause = systemErrorCode(error);
      if (cause === null) reject(error);
      else if (cause === "EADDRINUSE") resolve(fail({ code: "port_pris", host, port }));
      else resolve(fail({ code: "port_interdit", host, port, cause }));
    });
    server.listen({ host, port }, () => server.close(() => resolve(ok(null))));
  });
}
