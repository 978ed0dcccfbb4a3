import type { BrowserContext, Page } from "@playwright/test";

/** What somebody did in their browser. */
export interface Gestures {
  /** Pages that were shown, one after another. */
  readonly pages: number;
  /** Presses on something: a button, a link, a box, or the Enter key that stands for one. */
  readonly presses: number;
  /** Fields, lists and texts that were filled, however many keys each took. */
  readonly fields: number;
}

/** Counts what is done in this browser; called before any of its pages has an address. */
export async function countGestures(context: BrowserContext): Promise<() => Gestures> {
  const counts = { pages: 0, presses: 0, fields: 0 };
  await context.exposeBinding("countedGesture", (_source, kind: "presses" | "fields") => {
    counts[kind] += 1;
  });
  await context.addInitScript(() => {
    // What `exposeBinding` has put there.
    const told = (window as unknown as { countedGesture: (kind: "presses" | "fields") => Promise<void> })
      .countedGesture;
    let filled: EventTarget | null = null;
    addEventListener("pointerdown", () => void told("presses"), true);
    addEventListener(
      "keydown",
      ({ key, target }) => {
        if (key === "Enter" && target instanceof HTMLInputElement) void told("presses");
      },
      true,
    );
    addEventListener(
      "input",
      ({ target }) => {
        const isBox = target instanceof HTMLInputElement && ["checkbox", "radio"].includes(target.type);
        if (target !== filled && !isBox) void told("fields");
        filled = target;
      },
      true,
    );
  });
  const watch = (page: Page) => {
    let last = "";
    page.on("framenavigated", (frame) => {
      if (frame !== page.mainFrame() || frame.url() === "about:blank") return;
      const { pathname } = new URL(frame.url());
      if (pathname !== last) counts.pages += 1;
      last = pathname;
    });
  };
  for (const page of context.pages()) watch(page);
  context.on("page", watch);
  return () => ({ ...counts });
}
