import { resolve } from "node:path";
import { makeBackup } from "./backup.ts";
import { describeBackup } from "./backup-words.ts";
import { dataFolder } from "./data-folder.ts";
import { readDataDir } from "./settings.ts";
import { describeFailure } from "./words.ts";

// `npm run sauvegarde -- <dossier>`: without a folder, one named by the moment, in `sauvegardes/`.
const moment = new Date().toISOString().slice(0, 19).replace(/[T:]/g, "-");
const target = resolve(process.argv[2] ?? `sauvegardes/${moment}`);
const backup = await makeBackup(dataFolder(readDataDir(process.env, process.cwd())), target);
if (backup.ok) {
  console.log(describeBackup(backup.value));
} else {
  console.error(describeFailure(backup.failure));
  process.exitCode = 1;
}
