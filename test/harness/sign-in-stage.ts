import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect } from "vitest";
import { type MailServer, startMailServer } from "./mail-server.ts";
import { bundleProgram, type PlainWorkerd, startPlain } from "./plain-workerd.ts";
import { quantiles } from "./quantiles.ts";

/** A real server with a way to make accounts, and a real SMTP server for its mails. */
export interface SignInStage {
  readonly post: MailServer;
  readonly server: PlainWorkerd;
  /** Asks the server from a network. */
  ask(method: string, path: string, body: unknown, network: string, cookie?: string): Promise<Answer>;
  makeAccount(adresse: string, nom?: string): Promise<void>;
  stop(): Promise<void>;
}

export interface Answer {
  readonly status: number;
  readonly cookie: string;
  readonly text: string;
}

/** Starts both; they are the caller's to stop. */
export async function openSignInStage(): Promise<SignInStage> {
  const folder = await mkdtemp(join(tmpdir(), "coaction-sign-in-"));
  const post = await startMailServer();
  const server = await startPlain({
    bundle: await bundleProgram("test/worker/programs/accounts.ts", folder),
    texts: {
      MAIL_FROM: "cls@mairie.example",
      SMTP_HOST: "127.0.0.1",
      SMTP_PORT: String(post.port),
      SMTP_TLS: "aucun",
      // The tests speak as the one proxy in front of it: people come from many networks.
      TRUSTED_PROXIES: "1",
    },
    outside: { allowed: ["127.0.0.1/32"], authorities: [] },
  });
  return {
    post,
    server,
    async ask(method: string, path: string, body: unknown, network: string, cookie = ""): Promise<Answer> {
      const response = await fetch(`${server.url}${path}`, {
        method,
        headers: { origin: server.url, "x-forwarded-for": network, cookie },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const given = (response.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
      return { status: response.status, cookie: given, text: await response.text() };
    },
    async makeAccount(adresse: string, nom = "Aline Le Goff"): Promise<void> {
      const query = new URLSearchParams({ adresse, nom });
      const response = await fetch(`${server.url}/essai/compte?${query}`);
      expect(response.status).toBe(200);
    },
    async stop() {
      await server.stop();
      await post.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Each person comes from a network of their own. */
export const networkOf = (n: number) => `10.${(n >> 8) & 255}.${n & 255}.7`;

/** Does it for each number, so many at a time; what each took, in milliseconds. */
export async function forEach(count: number, atOnce: number, act: (n: number) => Promise<void>): Promise<number[]> {
  const took: number[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let n = next++; n < count; n = next++) {
      const began = performance.now();
      await act(n);
      took.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return took;
}

/** How long things took, for a line of the report. */
export function show(took: readonly number[]): string {
  const { p50, p95, p99 } = quantiles(took);
  return `median ${Math.round(p50)} ms, p95 ${Math.round(p95)} ms, p99 ${Math.round(p99)} ms`;
}

/**
 * Waits until every object of these kinds sleeps: it is forgotten ten seconds after its last call, and SQLite then folds
 * what it kept beside the file into it.
 */
export async function untilAsleep(objects: string, kinds: readonly string[] = ["account"]): Promise<void> {
  const awake = new RegExp(`(?:${kinds.join("|")}).*-wal$`, "u");
  for (;;) {
    const files = await readdir(objects, { recursive: true });
    if (!files.some((file) => awake.test(file) && !file.includes("metadata"))) return;
    await pause(500);
  }
}
