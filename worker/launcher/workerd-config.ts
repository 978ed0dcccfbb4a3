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
  /** Folder of what everybody may read. */
  readonly pages: string;
  /** Folder in which the launcher says how the machine is; without it nobody does. */
  readonly machine?: string;
  /** `127.0.0.1:8787`. */
  readonly address: string;
  /** Bindings that anyone may read in the configuration file. */
  readonly texts: Readonly<Record<string, string>>;
  /** Names of bindings that come from the environment of the process. */
  readonly secrets: readonly string[];
  /** Without it, the Worker reaches nothing outside. */
  readonly outside?: Outside;
}

/** What the Worker may reach outside. */
export interface Outside {
  /** Networks (`192.0.2.7/32`), or `public` for every public address. */
  readonly allowed: readonly string[];
  /** Certificates of authorities to trust beside the public ones, in PEM. */
  readonly authorities: readonly string[];
}

/** The text of workerd's configuration file. */
export function workerdConfig(setup: WorkerdSetup): string {
  const { worker } = setup;
  const bindings = [
    `(name = "ASSETS", service = "web")`,
    `(name = "PAGES_DISK", service = "pages")`,
    ...(setup.machine === undefined ? [] : [`(name = "MACHINE", service = "machine")`]),
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
  const machine =
    setup.machine === undefined ? "" : `\n    (name = "machine", disk = (path = ${quote(setup.machine)})),`;
  return `using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "coaction", worker = .coaction),
    (name = "web", disk = (path = ${quote(setup.web)})),
    (name = "objects", disk = (path = ${quote(setup.objects)}, writable = true)),
    (name = "pages", disk = (path = ${quote(setup.pages)}, writable = true)),${machine}
    (name = "internet", network = ${network(setup.outside ?? { allowed: [], authorities: [] })}),
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

/** The service that every outgoing connection goes through, by its name. */
function network({ allowed, authorities }: Outside): string {
  const trusted = `trustBrowserCas = true, trustedCertificates = [${authorities.map(quote).join(", ")}]`;
  return `(allow = [${allowed.map(quote).join(", ")}], tlsOptions = (${trusted}))`;
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
