/** `manifest.json` among the built web files: written by the web's build, read by the Worker, which serves nothing else. */
export interface WebManifest {
  /** By path from the root, `/assets/index-Bx3f.js`. */
  readonly files: Readonly<Record<string, WebFile>>;
  /** Files that server-rendered pages name, whose hash they cannot know. */
  readonly named: WebNames;
}

export interface WebFile {
  /** The whole `Content-Type`, charset included. */
  readonly type: string;
  /** Of the content before compression. */
  readonly hash: string;
  /** Whether a twin compressed with brotli is beside it, under the same path and `.br`. */
  readonly br: boolean;
  /** The same with gzip and `.gz`. */
  readonly gz: boolean;
}

export interface WebNames {
  /** Path of the style sheet of the whole application. */
  readonly styles: string;
}
