import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { ok } from "../../shared/result.ts";
import { claimFolder, type DataFolder, dataFolder, notWritable, openFolder } from "./data-folder.ts";
import { watchSpace } from "./disk-space.ts";
import { readEpoch } from "./epoch.ts";
import { fail, type InstanceKind, type Outcome } from "./failure.ts";
import { makeFirstAccess, type NewAccess, opensInstance } from "./first-access.ts";
import { untilHealthy } from "./health.ts";
import { type Lock, takeLock } from "./lock.ts";
import { tellDisk } from "./machine-state.ts";
import { outsideFor, readMailSettings } from "./mail-settings.ts";
import { openPages } from "./pages-folder.ts";
import { checkPort } from "./port.ts";
import { runWorkerd, type Server } from "./run-workerd.ts";
import { openSecrets } from "./secrets.ts";
import { readSettings, type Settings, socketAddress } from "./settings.ts";
import { untilAskedToStop } from "./signals.ts";
import { describeFailure, describeFirstAccess, describeNoMail, describeReady } from "./words.ts";
import { readWorkerSettings } from "./worker-settings.ts";
import { type Outside, workerdConfig } from "./workerd-config.ts";

/** Seconds that a start may take, the loading of the demonstration included. */
const START_WITHIN = 120;

/** Runs the server until it is asked to stop, and sets the exit code: 0 when it stopped because it was asked to. */
export async function launch(kind: InstanceKind): Promise<void> {
  const outcome = await serve(kind);
  if (outcome.ok) return;
  console.error(describeFailure(outcome.failure));
  process.exitCode = 1;
}

async function serve(kind: InstanceKind): Promise<Outcome<null>> {
  const settings = readSettings(kind, process.env, process.cwd());
  if (!settings.ok) return settings;
  const { dataDir, host, port } = settings.value;
  // A demonstration keeps its mails.
  const mail = kind === "reelle" ? readMailSettings(process.env) : ok(null);
  if (!mail.ok) return mail;
  const outside = await outsideFor(mail.value);
  if (!outside.ok) return outside;
  const built = builtFiles(kind);
  if (!built.ok) return built;

  const folder = dataFolder(dataDir);
  const state = await openFolder(folder, kind);
  if (!state.ok) return state;
  const lock = await takeLock(folder);
  if (!lock.ok) return lock;
  try {
    const claimed = state.value === "neuf" ? await claimFolder(folder, kind) : ok(null);
    if (!claimed.ok) return claimed;
    const secrets = await openSecrets(folder);
    if (!secrets.ok) return secrets;
    const epoch = await readEpoch(folder);
    if (!epoch.ok) return epoch;
    const free = await checkPort(host, port);
    if (!free.ok) return free;
    await watchSpace(dataDir, console.warn, (state) => tellDisk(folder, state));
    const access = kind === "reelle" ? makeFirstAccess(settings.value.publicUrl, Date.now()) : null;
    const texts = {
      PUBLIC_URL: settings.value.publicUrl,
      ...(kind === "demonstration" ? { DEMONSTRATION: "1", NEW_IDS_MAX: MANY_VISITORS } : {}),
      ...(epoch.value === null ? {} : { EPOCH: epoch.value }),
      ...(access === null ? {} : { PREMIER_ACCES: access.binding }),
      ...(settings.value.trustedProxies === 0 ? {} : { TRUSTED_PROXIES: String(settings.value.trustedProxies) }),
      ...mail.value?.texts,
    };
    if (kind === "reelle" && mail.value === null) console.warn(describeNoMail());
    const hidden = { ...secrets.value, ...mail.value?.secrets };
    const server = await startServer(settings.value, folder, built.value, {
      texts,
      secrets: hidden,
      outside: outside.value,
    });
    if (!server.ok) return server;
    return await untilStopped(settings.value, server.value, lock.value, access);
  } finally {
    await lock.value.release();
  }
}

interface BuiltFiles {
  readonly bundle: string;
  readonly web: string;
}

/** The demonstration is a bundle of its own: the deployed one does not hold it, so that no setting can switch it on. */
function builtFiles(kind: InstanceKind): Outcome<BuiltFiles> {
  const bundle = fromRoot(kind === "demonstration" ? "dist/demo/index.js" : "dist/worker/index.js");
  const web = fromRoot("dist/web");
  for (const file of [bundle, `${web}/manifest.json`]) {
    if (!existsSync(file)) return fail({ code: "non_construit", file });
  }
  return ok({ bundle, web });
}

/** What the Worker is given. */
interface Given {
  readonly texts: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
  readonly outside: Outside;
}

/** One persona of a demonstration is many people, each with pages of their own. */
const MANY_VISITORS = "1000";

async function startServer(
  settings: Settings,
  folder: DataFolder,
  built: BuiltFiles,
  given: Given,
): Promise<Outcome<Server>> {
  const config = workerdConfig({
    worker: readWorkerSettings(fromRoot("wrangler.toml")),
    bundle: relative(folder.path, built.bundle),
    web: built.web,
    objects: folder.objects,
    pages: folder.pages,
    address: socketAddress(settings.host, settings.port),
    machine: folder.machine,
    texts: given.texts,
    secrets: Object.keys(given.secrets),
    outside: given.outside,
  });
  try {
    for (const path of [folder.objects, folder.machine]) await mkdir(path, { recursive: true, mode: 0o700 });
    await openPages(folder.pages);
    await writeFile(folder.configFile, config, { mode: 0o600 });
  } catch (error) {
    return notWritable(folder, error);
  }
  return ok(runWorkerd(folder.configFile, given.secrets));
}

/** From the start of the server to its end, asked for or not. */
async function untilStopped(
  settings: Settings,
  server: Server,
  lock: Lock,
  access: NewAccess | null,
): Promise<Outcome<null>> {
  process.once("exit", server.kill);
  const asked = untilAskedToStop(server.kill).then(() => "asked" as const);
  const gone = server.ended.then((how) => ({ how }));
  await lock.noteServer(server.pid);

  const enough = new AbortController();
  const healthy = untilHealthy(settings, AbortSignal.any([enough.signal, AbortSignal.timeout(START_WITHIN * 1000)]));
  let next: "asked" | boolean | { readonly how: string } = await Promise.race([asked, gone, healthy]);
  enough.abort();
  if (next === false) {
    await server.stop();
    return fail({ code: "serveur_muet", seconds: START_WITHIN });
  }
  if (next === true) {
    if (access !== null && (await opensInstance(settings, access))) console.log(describeFirstAccess(access.address));
    console.log(describeReady(settings.kind, settings.publicUrl));
    next = await Promise.race([asked, gone]);
  }
  if (next !== "asked") return fail({ code: "serveur_arrete", how: next.how });
  await server.stop();
  return ok(null);
}

function fromRoot(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url));
}
