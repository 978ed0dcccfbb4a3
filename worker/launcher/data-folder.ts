import { access, chmod, constants, mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { ok } from "../../shared/result.ts";
import { fail, type InstanceKind, type Outcome, systemErrorCode } from "./failure.ts";
import { createWhole } from "./files.ts";

/** Everything that a folder of data holds. */
export interface DataFolder {
  readonly path: string;
  /** Says, once and for ever, which kind of instance this is. */
  readonly instanceFile: string;
  readonly secretsFile: string;
  /** Written by a restoration alone. */
  readonly epochFile: string;
  readonly lockFile: string;
  /** What the Worker may read of the machine it runs on: see `MachineState`. */
  readonly machine: string;
  /** Written again at each start. */
  readonly configFile: string;
  /** The SQLite files of the objects. */
  readonly objects: string;
  /** What everybody may read. */
  readonly pages: string;
}

export function dataFolder(path: string): DataFolder {
  return {
    path,
    instanceFile: join(path, "instance.json"),
    secretsFile: join(path, "secrets.json"),
    epochFile: join(path, "epoque.json"),
    lockFile: join(path, "serveur.lock"),
    machine: join(path, "machine"),
    configFile: join(path, "workerd.capnp"),
    objects: join(path, "objects"),
    pages: join(path, "pages"),
  };
}

/** What a start that was cut short leaves (its lock, the draft of a file), and what the system puts in an empty disk. */
const NOT_STRANGE = /^(serveur\.lock|lost\+found|\.DS_Store)$|\.tmp$/;

/**
 * Makes the folder if there is none, and refuses one that belongs to another kind of instance, to something else, or
 * that cannot be written. Leaves an existing folder as it is. "neuf" means that `claimFolder` must follow.
 */
export async function openFolder(folder: DataFolder, kind: InstanceKind): Promise<Outcome<"neuf" | "connu">> {
  try {
    await mkdir(folder.path, { recursive: true, mode: 0o700 });
    await access(folder.path, constants.R_OK | constants.W_OK | constants.X_OK);
    const found = await readInstance(folder);
    if (!found.ok) return found;
    if (found.value !== null) return found.value === kind ? ok("connu") : wrongKind(folder, found.value);
    const strangers = (await readdir(folder.path)).filter((name) => !NOT_STRANGE.test(name));
    return strangers.length === 0 ? ok("neuf") : fail({ code: "dossier_inconnu", folder: folder.path });
  } catch (error) {
    return notWritable(folder, error);
  }
}

/** Writes which kind of instance this folder is from now on. To be called under the lock, on a new folder. */
export async function claimFolder(folder: DataFolder, kind: InstanceKind): Promise<Outcome<null>> {
  try {
    await chmod(folder.path, 0o700);
    await createWhole(folder.instanceFile, `${JSON.stringify({ instance: kind })}\n`);
  } catch (error) {
    return notWritable(folder, error);
  }
  const found = await readInstance(folder);
  if (!found.ok) return found;
  return found.value === kind ? ok(null) : wrongKind(folder, kind === "reelle" ? "demonstration" : "reelle");
}

/** Which kind of instance an existing folder holds; it is only read. */
export async function instanceOf(folder: DataFolder): Promise<Outcome<InstanceKind>> {
  const found = await readInstance(folder);
  if (!found.ok) return found;
  return found.value === null ? fail({ code: "pas_de_donnees", folder: folder.path }) : ok(found.value);
}

/** A refusal for an error of the operating system; anything else is a bug and is thrown again. */
export function notWritable(folder: DataFolder, error: unknown): Outcome<never> {
  const cause = systemErrorCode(error);
  if (cause === null) throw error;
  return fail({ code: "dossier_non_inscriptible", folder: folder.path, cause });
}

async function readInstance(folder: DataFolder): Promise<Outcome<InstanceKind | null>> {
  let text: string;
  try {
    text = await readFile(folder.instanceFile, "utf8");
  } catch (error) {
    if (systemErrorCode(error) === "ENOENT") return ok(null);
    return fail({ code: "instance_abimee", file: folder.instanceFile });
  }
  const kind = parseInstance(text);
  return kind === null ? fail({ code: "instance_abimee", file: folder.instanceFile }) : ok(kind);
}

function parseInstance(text: string): InstanceKind | null {
  try {
    const { instance } = JSON.parse(text) as { instance?: unknown };
    return instance === "demonstration" || instance === "reelle" ? instance : null;
  } catch {
    return null;
  }
}

function wrongKind(folder: DataFolder, found: InstanceKind): Outcome<never> {
  const code = found === "demonstration" ? "dossier_de_demonstration" : "dossier_reel";
  return fail({ code, folder: folder.path });
}
