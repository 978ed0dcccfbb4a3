import { type Accessor, batch, createSignal, onCleanup } from "solid-js";
import type { Result } from "../../shared/result.ts";
import type { ApiRefusal } from "../api/client.ts";
import { API_REFUSAL_LABELS } from "../labels/api-refusals.ts";

export interface SubmitOptions<Input, Value, Code extends string> {
  /** The one request. What must happen whether or not the person waits for it is part of it. */
  readonly send: (input: Input) => Promise<Result<Value, ApiRefusal | Code>>;
  /** A sentence for each refusal that this request alone may meet. */
  readonly sentences: Readonly<Record<Exclude<Code, ApiRefusal>, string>>;
  /** What the screen shows then; not called when the screen is gone meanwhile. */
  readonly done: (value: Value, input: Input) => void | Promise<void>;
}

/** Why an act was not done. */
export interface Refusal<Code extends string> {
  readonly code: ApiRefusal | Code;
  readonly sentence: string;
}

export interface Submit<Input, Code extends string> {
  /** Whether the request is on its way. */
  readonly busy: Accessor<boolean>;
  /** Why the last one was refused, until the next. */
  readonly refusal: Accessor<Refusal<Code> | null>;
  /** Sends, unless it is being sent: pressing twice is one act. True when it was done. */
  run(input: Input): Promise<boolean>;
}

/** One request, one verdict. Within an owner. */
export function createSubmit<Input, Value, Code extends string = never>(
  options: SubmitOptions<Input, Value, Code>,
): Submit<Input, Code> {
  const [busy, setBusy] = createSignal(false);
  const [refusal, setRefusal] = createSignal<Refusal<Code> | null>(null);
  let isHere = true;
  onCleanup(() => {
    isHere = false;
  });

  const sentenceOf = (code: ApiRefusal | Code): string =>
    // A code is of the one table or of the other: that is what `sentences` must hold.
    (({ ...API_REFUSAL_LABELS, ...options.sentences }) as Readonly<Record<string, string>>)[code] ?? "";

  return {
    busy,
    refusal,
    async run(input) {
      if (busy()) return false;
      batch(() => {
        setBusy(true);
        setRefusal(null);
      });
      try {
        const result = await options.send(input);
        if (!isHere) return result.ok;
        if (result.ok) await options.done(result.value, input);
        else setRefusal({ code: result.code, sentence: sentenceOf(result.code) });
        return result.ok;
      } finally {
        setBusy(false);
      }
    },
  };
}
