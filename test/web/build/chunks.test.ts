import { describe, expect, it } from "vitest";
import { type Chunks, entryStyles, shellFiles, writingFiles } from "../../../web/build/chunks.ts";

const chunks: Chunks = {
  "index.html": {
    file: "assets/index.js",
    isEntry: true,
    css: ["assets/index.css"],
    imports: ["_solid.js"],
  },
  "_solid.js": { file: "assets/solid.js" },
  "pages/contrats/awaiting-page.tsx": { file: "assets/awaiting.js", imports: ["index.html"] },
  "pages/fiche/fiche-page.tsx": {
    file: "assets/fiche.js",
    css: ["assets/fiche.css"],
    imports: ["index.html", "_yjs.js"],
  },
  "_yjs.js": { file: "assets/yjs.js", imports: ["_solid.js"] },
  "pages/fiche/redaction/redaction.tsx": { file: "assets/redaction.js", imports: ["_yjs.js", "_prosemirror.js"] },
  "editor/link-dialog.tsx": { file: "assets/link-dialog.js", imports: ["_solid.js"] },
  "_prosemirror.js": { file: "assets/prosemirror.js" },
};

describe("what a budget of size counts", () => {
  it("the shell: what the page loads before any screen", () => {
    expect(shellFiles(chunks)).toEqual(["assets/index.js", "assets/index.css", "assets/solid.js"]);
  });

  it("writing: the shell, the screen and its editor, no other screen, no dialog that waits for a click", () => {
    expect([...writingFiles(chunks)].sort()).toEqual([
      "assets/fiche.css",
      "assets/fiche.js",
      "assets/index.css",
      "assets/index.js",
      "assets/prosemirror.js",
      "assets/redaction.js",
      "assets/solid.js",
      "assets/yjs.js",
    ]);
  });

  it("nothing silently, when the screen of writing has moved", () => {
    const { "pages/fiche/fiche-page.tsx": _, ...moved } = chunks;
    expect(() => writingFiles(moved)).toThrow("pages/fiche/fiche-page.tsx");
  });

  it("one style sheet for server-rendered pages, or the build stops", () => {
    expect(entryStyles(chunks)).toBe("/assets/index.css");
    const bare: Chunks = { "index.html": { file: "assets/index.js", isEntry: true } };
    expect(() => entryStyles(bare)).toThrow("one style sheet");
  });
});
