import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import * as z from "zod";

/** The file that says what a backup holds. */
export const MANIFEST = "manifeste.json";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Nothing that leads out of the folder. */
const path = z
  .string()
  .regex(/^(?:(?:instance|secrets|epoque)\.json|objects\/[a-z0-9-]+\/[A-Za-z0-9_-]+\.sqlite|pages\/[a-z0-9-]+)$/);

const manifestSchema = z
  .strictObject({
    format: z.literal("coaction-sauvegarde/1"),
    /** Of the software that made it. */
    version: z.string(),
    /** ISO 8601. */
    madeAt: z.string(),
    instance: z.enum(["demonstration", "reelle"]),
    files: z.array(z.strictObject({ path, bytes: z.int().nonnegative(), sha256 })),
    objects: z.array(
      z.strictObject({
        path,
        tables: z.array(z.strictObject({ name: z.string(), rows: z.int().nonnegative(), sha256 })),
      }),
    ),
  })
  .refine(({ files, objects }) => {
    const paths = new Set(files.map((file) => file.path));
    return paths.has("instance.json") && objects.every((object) => paths.has(object.path));
  });

/** What a backup holds: each file with its fingerprint and, for each object, the content of each of its tables. */
export type Manifest = Readonly<z.infer<typeof manifestSchema>>;

/** What a manifest says, or null when it is none. */
export function parseManifest(text: string): Manifest | null {
  try {
    return manifestSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** The SHA-256 of a file, in hexadecimal; read in pieces. */
export async function fileFingerprint(file: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  return hash.digest("hex");
}
