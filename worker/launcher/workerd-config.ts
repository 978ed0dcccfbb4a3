import type { WorkerSettings } from "./worker-settings.ts";

/** What one server is made of. Paths are absolute, but for the bundle's. */
export interface WorkerdSetup {
  readonly worker: WorkerSettings;
  /** Path of the built Worker, from the folder of the configuration file: the format knows no absolute one. */
  readonly bundle: string;
  /** Folder of the built web files. */
  readonly web: string;
  /** Folder of the objects' SQLite files. */
  readonly objects: string;
  /** `127.0.0.1:8787`. */
  readonly address: string;
  /** Bindings that anyone may read in the configuration file. */
  readonly texts: Readonly<Record<string, string>>;
  /** Names of bindings that come from the environment of the process. */
  readonly secrets: readonly string[];
}

/** The text of workerd's configuration file. */
export function workerdConfig(setup: WorkerdSetup): string {
  const { worker } = setup;
  const bindings = [
    `(name = "ASSETS", service = "web")`,
    ...worker.objects.map(
      ({ binding, className }) => `(name = ${quote(binding)}, durableObjectNamespace = ${quote(className)})`,
    ),
    ...Object.entries(setup.texts).map(([name, text]) => `(name = ${quote(name)}, text = ${quote(text)})`),
    ...setup.secrets.map((name) => `(name = ${quote(name)}, fromEnvironment = ${quote(name)})`),
  ];
  const namespaces = worker.objects.map(
    ({ binding, className }) =>
      `(className = ${quote(className)}, uniqueKey = ${quote(uniqueKey(binding))}, enableSql = true)`,
  );
  return `using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "coaction", worker = .coaction),
    (name = "web", disk = (path = ${quote(setup.web)})),
    (name = "objects", disk = (path = ${quote(setup.objects)}, writable = true)),
  ],
  sockets = [(name = "http", address = ${quote(setup.address)}, http = (), service = "coaction")],
);

const coaction :Workerd.Worker = (
  modules = [(name = "index.js", esModule = embed ${quote(setup.bundle)})],
  compatibilityDate = ${quote(worker.compatibilityDate)},
  compatibilityFlags = ${list(worker.compatibilityFlags.map(quote))},
  bindings = ${list(bindings)},
  durableObjectNamespaces = ${list(namespaces)},
  durableObjectStorage = (localDisk = "objects"),
);
`;
}

/**
 * Names the sub-folder of a namespace, and goes into every object's id. It comes from the binding's name: renaming a
 * binding in wrangler.toml leaves its data behind, so a binding keeps its name.
 */
function uniqueKey(binding: string): string {
  return `coaction-${binding.toLowerCase()}`;
}

function list(items: readonly string[]): string {
  return items.length === 0 ? "[]" : `[\n${items.map((item) => `    ${item},\n`).join("")}  ]`;
}

/** A text of the configuration's format: what is not plain becomes `\xNN`, byte by byte. */
function quote(text: string): string {
  const bytes = [...new TextEncoder().encode(text)];
  const plain = (byte: number) => byte >= 0x20 && byte < 0x7f && byte !== 0x22 && byte !== 0x5c;
  const escaped = bytes.map((byte) =>
    plain(byte) ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, "0")}`,
  );
  return `"${escaped.join("")}"`;
}
