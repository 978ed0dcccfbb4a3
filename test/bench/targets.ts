import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import WebSocket from "ws";
import { readWorkerSettings } from "../../worker/launcher/worker-settings.ts";
import { findFiche, liveAddress, signIn } from "../harness/live-client.ts";
import { type PlainWorkerd, startPlain, stripProgram } from "../harness/plain-workerd.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** Two fiches that the same three people write in. */
const FICHES = [
  { slug: "challans-gois-ocean-marais-de-monts", numero: "2.1" },
  { slug: "pays-de-redon", numero: "1.1" },
];
const PERSONAS = ["pilote", "partenaire", "coordinatrice"];

/** What is measured: the product, or the bare relay beside it. */
export interface Target {
  readonly name: "coaction" | "relay";
  /** A new socket for this Yjs client id; compressed as a browser's is, or not: in Node that is what would be measured. */
  open(client: number, compressed?: boolean): WebSocket;
}

/** A running server and how to reach texts on it. */
export interface Bench {
  readonly server: PlainWorkerd;
  /** One text of it; another number is another text. */
  readonly target: (text: number) => Target;
  /** Asks for something about the fiche of a text, « /historique »; throws at a refusal, and on a relay. */
  readonly ask: (text: number, path: string) => Promise<unknown>;
  readonly stop: () => Promise<void>;
}

/** The demonstration as it was built, every check on, and a fiche of it for each text. */
export async function startProduct(options: { readonly inspector?: boolean } = {}): Promise<Bench> {
  const bundle = join(root, "dist/demo/index.js");
  const server = await startPlain({ ...options, bundle, texts: { DEMONSTRATION: "1" } });
  const people = await Promise.all(PERSONAS.map((persona) => signIn(server.url, persona)));
  const [first] = people;
  if (first === undefined) throw new Error("nobody");
  const texts = await Promise.all(
    FICHES.map(async ({ slug, numero }) => ({ slug, fiche: await findFiche(first, slug, numero) })),
  );
  let opened = 0;
  // Each asks in turn: of one person's questions only a few wait.
  const askers = [...people, await signIn(server.url, "habitante")];
  let asked = 0;
  return {
    server,
    target: (text) => ({
      name: "coaction",
      open(client, compressed = false) {
        const found = texts[text];
        const person = people[opened % people.length];
        opened += 1;
        if (found === undefined || person === undefined) throw new RangeError("no such text");
        const headers = { cookie: person.cookie, origin: server.url };
        const address = liveAddress(server.url, found.slug, found.fiche, `?client=${client}&schema=1`);
        return new WebSocket(address, { headers, perMessageDeflate: compressed });
      },
    }),
    async ask(text, path) {
      const found = texts[text];
      if (found === undefined) throw new RangeError("no such text");
      const address = `${server.url}/api/contrats/${found.slug}/fiches/${found.fiche.id}${path}`;
      const person = askers[asked % askers.length] ?? first;
      asked += 1;
      const response = await fetch(address, { headers: { cookie: person.cookie } });
      if (!response.ok) throw new Error(`${path}: ${response.status}`);
      return response.json();
    },
    stop: server.stop,
  };
}

/** The bare relay, by the same runtime and the same sockets. */
export async function startRelay(options: { readonly inspector?: boolean } = {}): Promise<Bench> {
  const folder = await mkdtemp(join(tmpdir(), "coaction-relay-"));
  const { compatibilityDate, compatibilityFlags } = readWorkerSettings(join(root, "wrangler.toml"));
  const server = await startPlain({
    ...options,
    bundle: await stripProgram("test/worker/programs/relay.ts", folder),
    worker: { compatibilityDate, compatibilityFlags, objects: [{ binding: "RELAY", className: "Relay" }] },
  });
  const address = server.url.replace(/^http/, "ws");
  return {
    server,
    target: (text) => ({
      name: "relay",
      open: (_, compressed = false) => new WebSocket(`${address}/${text}`, { perMessageDeflate: compressed }),
    }),
    ask: () => Promise.reject(new Error("a relay knows nothing of its texts")),
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
