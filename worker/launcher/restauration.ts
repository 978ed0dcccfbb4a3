import { resolve } from "node:path";
import { describeRestoration } from "./backup-words.ts";
import { dataFolder } from "./data-folder.ts";
import { fail } from "./failure.ts";
import { restoreBackup } from "./restore.ts";
import { readDataDir } from "./settings.ts";
import { describeFailure } from "./words.ts";

// `npm run restauration -- <sauvegarde>`: into the folder of DATA_DIR, which must be empty.
const [, , backup] = process.argv;
const dataDir = readDataDir(process.env, process.cwd());
const restored =
  backup === undefined
    ? fail({ code: "sauvegarde_a_dire" })
    : await restoreBackup(resolve(backup), dataFolder(dataDir));
if (restored.ok) {
  console.log(describeRestoration(dataDir, restored.value));
} else {
  console.error(describeFailure(restored.failure));
  process.exitCode = 1;
}
