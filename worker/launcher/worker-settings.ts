import { readFileSync } from "node:fs";
import { parse } from "smol-toml";
import * as z from "zod";

/** What `wrangler.toml` says of the Worker and that holds on workerd too. */
export interface WorkerSettings {
  readonly compatibilityDate: string;
  readonly compatibilityFlags: readonly string[];
  readonly objects: readonly ObjectBinding[];
}

export interface ObjectBinding {
  /** Name of the binding in the Worker: `DOCUMENT`. */
  readonly binding: string;
  readonly className: string;
}

const wranglerFile = z.object({
  compatibility_date: z.string(),
  compatibility_flags: z.array(z.string()).default([]),
  durable_objects: z.object({ bindings: z.array(z.object({ name: z.string(), class_name: z.string() })) }),
});

/** Reads `wrangler.toml`, so that both ways to run have one truth. Throws on a file that this does not understand. */
export function readWorkerSettings(path: string): WorkerSettings {
  const file = wranglerFile.parse(parse(readFileSync(path, "utf8")));
  return {
    compatibilityDate: file.compatibility_date,
    compatibilityFlags: file.compatibility_flags,
    objects: file.durable_objects.bindings.map(({ name, class_name }) => ({ binding: name, className: class_name })),
  };
}
