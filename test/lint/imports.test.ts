import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** A file that a colleague might write, and the rule that must stop it (null: nothing stops it). */
interface Sample {
  readonly path: string;
  readonly text: string;
  readonly stoppedBy: RegExp | null;
}

function importing(path: string, specifier: string, stoppedBy: RegExp | null): Sample {
  return { path, text: `import { a } from "${specifier}";\n\nexport const b = a;\n`, stoppedBy };
}

function writing(path: string, text: string, stoppedBy: RegExp | null): Sample {
  return { path, text, stoppedBy };
}

const samples: readonly Sample[] = [
  importing("shared/text/a.ts", "../../web/a.ts", /shared\/ imports nothing of ours/),
  importing("shared/text/b.ts", "../../worker/env.ts", /shared\/ imports nothing of ours/),
  importing("shared/text/c.ts", "node:fs", /only pure libraries/),
  importing("shared/text/d.ts", "solid-js", /only pure libraries/),
  importing("shared/text/e.ts", "../ids.ts", null),
  importing("shared/text/f.ts", "yjs", null),
  writing("shared/text/now.ts", "export const a = () => Date.now();\n", /no clock/),
  writing("shared/text/date.ts", "export const a = () => new Date();\n", /no clock/),
  writing("shared/text/given.ts", "export const a = (now: number) => new Date(now);\n", null),
  writing("shared/text/random.ts", "export const a = () => Math.random();\n", /no chance/),
  writing("worker/http/now.ts", "export const a = () => Date.now();\n", null),

  importing("web/api/a.ts", "../../worker/env.ts", /web\/ never imports worker\//),
  importing("web/api/b.ts", "../../shared/ids.ts", null),
  importing("web/pages/a.ts", "solid-js", null),
  importing("web/pages/b.ts", "../../test/harness/a.ts", /never imports test\//),
  importing("web/editor/a.ts", "../../worker/env.ts", /web\/ never imports worker\//),
  importing("web/editor/b.ts", "solid-js", /know nothing of Solid/),
  importing("web/editor/c.tsx", "@kobalte/core/dialog", /know nothing of Solid/),
  importing("web/editor/toolbar.tsx", "solid-js", null),
  importing("web/editor/section-editor.tsx", "solid-js/store", null),
  importing("web/editor/intitule-field.tsx", "../../worker/env.ts", /web\/ never imports worker\//),
  importing("web/live/a.ts", "solid-js/store", /know nothing of Solid/),
  importing("web/live/b.ts", "../../shared/ids.ts", null),

  importing("worker/http/a.ts", "../../web/a.ts", /worker\/ never imports web\//),
  importing("worker/main.ts", "./demo/data.ts", /Only worker\/demo\/ knows the demonstration/),
  importing("worker/http/b.ts", "../demo/data.ts", /Only worker\/demo\/ knows the demonstration/),
  importing("worker/http/c.ts", "../launcher/words.ts", /runs in Node/),
  importing("worker/app.ts", "./document/document-object.ts", null),
  importing("worker/env.ts", "./account/account-object.ts", null),
  importing("worker/demo/a.ts", "../index.ts", null),
  importing("worker/demo/b.ts", "../../web/a.ts", /worker\/ never imports web\//),
  importing("worker/document/a.ts", "../contrat/contrat-object.ts", /objects do not import each other/),
  importing("worker/document/b.ts", "../account/sessions.ts", /objects do not import each other/),
  importing("worker/document/c.ts", "../fiche/reading.ts", null),
  importing("worker/document/d.ts", "../live/gate.ts", null),
  importing("worker/document/e.ts", "../durable/sql.ts", null),
  importing("worker/contrat/a.ts", "../document/document-object.ts", /objects do not import each other/),
  importing("worker/contrat/b.ts", "../live/gate.ts", /objects do not import each other/),
  importing("worker/account/a.ts", "../contrat/membres.ts", /objects do not import each other/),
  importing("worker/annuaire/a.ts", "../account/sessions.ts", /objects do not import each other/),
  importing("worker/fiche/a.ts", "../document/document-object.ts", /never the other way round/),
  importing("worker/fiche/b.ts", "../live/gate.ts", null),
  importing("worker/live/a.ts", "../fiche/reading.ts", /knows nothing of fiches/),
  importing("worker/live/b.ts", "../document/document-object.ts", /knows nothing of fiches/),
  importing("worker/launcher/a.ts", "../http/a.ts", /only as a built file/),
  importing("worker/launcher/b.ts", "../env.ts", /only as a built file/),
  importing("worker/launcher/c.ts", "../../shared/result.ts", null),

  writing("web/ui/constant.tsx", 'export const A = () => <p style="color: red">a</p>;\n', /blocks `style` attributes/),
  writing(
    "web/ui/object.tsx",
    "export const A = () => <p style={{ color: b() }}>a</p>;\n",
    /blocks `style` attributes/,
  ),
  writing("web/ui/attr.tsx", 'export const A = () => <p attr:style="color: red">a</p>;\n', /blocks `style` attributes/),
  writing(
    "web/ui/set.ts",
    'export const a = (e: Element) => e.setAttribute("style", "b");\n',
    /blocks `style` attributes/,
  ),
  writing("web/ui/class.tsx", 'export const A = () => <p class="style">style=</p>;\n', null),
  writing("web/ui/property.ts", 'export const a = (e: HTMLElement) => e.style.setProperty("top", "1px");\n', null),
];

/** Runs the project's own lint once over a folder that holds only the samples: path → what was said about it. */
function lint(): ReadonlyMap<string, string> {
  const folder = mkdtempSync(join(tmpdir(), "coaction-lint-"));
  try {
    for (const file of ["biome.json", ".gitignore", "test/lint"]) {
      cpSync(join(root, file), join(folder, file), { recursive: true, filter: (path) => !path.endsWith(".ts") });
    }
    for (const sample of samples) {
      mkdirSync(dirname(join(folder, sample.path)), { recursive: true });
      writeFileSync(join(folder, sample.path), sample.text);
    }
    const biome = join(root, "node_modules/.bin/biome");
    const run = spawnSync(biome, ["lint", "--reporter=json", "--max-diagnostics=none", "."], {
      cwd: folder,
      encoding: "utf8",
    });
    return byPath(JSON.parse(run.stdout) as Report);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The part of biome's JSON report that is read here. */
interface Report {
  readonly diagnostics: readonly { readonly message: string; readonly location: { readonly path: string } }[];
}

function byPath(report: Report): ReadonlyMap<string, string> {
  const said = new Map<string, string>();
  for (const { message, location } of report.diagnostics) {
    said.set(location.path, `${said.get(location.path) ?? ""}${message}\n`);
  }
  return said;
}

describe("who may import whom, and what may not be written", () => {
  const said = lint();

  it.each(samples.filter(({ stoppedBy }) => stoppedBy !== null))("stops $path: $text", ({ path, stoppedBy }) => {
    expect(said.get(path) ?? "nothing was said").toMatch(stoppedBy ?? /./);
  });

  it.each(samples.filter(({ stoppedBy }) => stoppedBy === null))("lets through $path: $text", ({ path }) => {
    expect(said.get(path)).toBeUndefined();
  });
});
