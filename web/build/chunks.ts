/** The list of chunks that vite writes (`build.manifest`), as far as it is read here. */
export type Chunks = Readonly<Record<string, Chunk>>;

export interface Chunk {
  readonly file: string;
  readonly isEntry?: boolean;
  /** Keys of the chunks that are loaded with this one. */
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

/** Path from the root of the style sheet that the page's entry loads. Throws unless there is exactly one. */
export function entryStyles(chunks: Chunks): string {
  const [entry, ...others] = Object.values(chunks).filter((chunk) => chunk.isEntry === true);
  const [styles, ...more] = entry?.css ?? [];
  if (styles === undefined || others.length > 0 || more.length > 0) {
    throw new Error("the web part must have one entry with one style sheet: server-rendered pages link to it");
  }
  return `/${styles}`;
}

/** Key of the page itself, and of what is loaded so that someone can write: the screen, then its editor. */
const SHELL = "index.html";
const WRITING = ["pages/fiche/fiche-page.tsx", "pages/fiche/redaction/redaction.tsx"];

/** Scripts and style sheets, from the root of the built folder, that every screen loads before its own. */
export function shellFiles(chunks: Chunks): readonly string[] {
  return filesOf(chunks, loadedWith(chunks, SHELL));
}

/** The same for someone who writes, the shell included; not what waits for a gesture, a dialog for instance. */
export function writingFiles(chunks: Chunks): readonly string[] {
  return filesOf(chunks, new Set([SHELL, ...WRITING].flatMap((source) => [...loadedWith(chunks, source)])));
}

/** Keys of the chunks loaded at once with this one: its static imports, and theirs. */
function loadedWith(chunks: Chunks, source: string): Set<string> {
  const keys = new Set<string>();
  const visit = (key: string): void => {
    if (keys.has(key)) return;
    keys.add(key);
    for (const imported of chunkAt(chunks, key).imports ?? []) visit(imported);
  };
  visit(source);
  return keys;
}

function filesOf(chunks: Chunks, keys: ReadonlySet<string>): readonly string[] {
  return [...new Set([...keys].flatMap((key) => [chunkAt(chunks, key).file, ...(chunkAt(chunks, key).css ?? [])]))];
}

function chunkAt(chunks: Chunks, key: string): Chunk {
  const chunk = chunks[key];
  if (chunk === undefined) throw new Error(`${key} is not a chunk of the web build`);
  return chunk;
}
