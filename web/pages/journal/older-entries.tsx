import { type Accessor, createSignal, type JSX, Show } from "solid-js";
import type { Submit } from "../../primitives/create-submit.ts";
import { RefusalNotice } from "../../ui/refusal-notice.tsx";

/** A page of a journal, the newest first. */
interface JournalPart {
  readonly entrees: readonly { readonly numero: number }[];
  /** Whether there are older ones. */
  readonly suite: boolean;
}

/** What the entry of a journal is on the page, so that it can take the focus. */
export function entryId({ numero }: { readonly numero: number }): string {
  return `entree-${numero}`;
}

/** What is shown of a journal: what came first, and the older ones that somebody asked for. */
export function createEntries<Page extends JournalPart>(newest: Accessor<Page>) {
  const [older, setOlder] = createSignal<readonly Page[]>([]);
  const pages = (): readonly Page[] => [newest(), ...older()];
  return {
    pages,
    /** What the next ones come before; undefined when all are shown. */
    next: (): number | undefined => {
      const last = pages().at(-1);
      return last?.suite === true ? last.entrees.at(-1)?.numero : undefined;
    },
    /** Shows the next ones. The button may be gone: the first that it brought takes the focus. */
    add(page: Page): void {
      setOlder((before) => [...before, page]);
      const [first] = page.entrees;
      if (first !== undefined) queueMicrotask(() => document.getElementById(entryId(first))?.focus());
    },
  };
}

/** The button that brings what is older, for as long as there is some. */
export function MoreEntries(props: {
  readonly next: number | undefined;
  readonly act: Submit<number, string>;
  readonly words: { readonly more: string; readonly moreLoading: string };
}): JSX.Element {
  return (
    <>
      <RefusalNotice refusal={props.act.refusal()} />
      <Show when={props.next}>
        {(before) => (
          <button
            type="button"
            id="suite"
            class="btn more"
            aria-disabled={props.act.busy()}
            onClick={() => void props.act.run(before())}
          >
            {props.act.busy() ? props.words.moreLoading : props.words.more}
          </button>
        )}
      </Show>
    </>
  );
}
