import { type Accessor, batch, createSignal, createUniqueId } from "solid-js";
import type { Result } from "../../shared/result.ts";
import type { ApiRefusal } from "../api/client.ts";
import { isUnheard } from "../api/unheard.ts";
import { createSubmit } from "./create-submit.ts";

/** What one part of a form holds: words, or whether a box is ticked. */
export type FieldValue = string | boolean;

/** What is said around a field, whatever it holds. */
export interface FieldAbout {
  /** Of its input, unique in the page. */
  readonly id: string;
  /** What is wrong with it, as of the last attempt. */
  readonly error: Accessor<string | null>;
}

/** One part of a form. */
export interface Field<Value extends FieldValue> extends FieldAbout {
  readonly name: string;
  readonly value: Accessor<Value>;
  readonly set: (value: Value) => void;
}

/** Something to put right before the form is sent again. */
export interface FormProblem {
  /** The id of the input that it is about; null: of the whole. */
  readonly field: string | null;
  readonly sentence: string;
}

/** What a form may hold, by name. */
type Initial = Readonly<Record<string, FieldValue>>;

/** What it then holds: a box that begins unticked may be ticked. */
type Widened<Values extends Initial> = {
  readonly [Name in keyof Values]: Values[Name] extends boolean ? boolean : string;
};

/** What a form's parts, its summary and its button need of it. */
export interface FormState {
  readonly busy: Accessor<boolean>;
  /** What the last attempt met; a new array for each attempt. */
  readonly problems: Accessor<readonly FormProblem[]>;
  /** The last attempt was refused because nobody is signed in any more. */
  readonly signedOut: Accessor<boolean>;
  /** Its answer never came: it may have been done. */
  readonly unheard: Accessor<boolean>;
  /** Whether something differs from what the form began with. */
  readonly isChanged: () => boolean;
  readonly submit: () => void;
}

export interface Form<Values extends Initial> extends FormState {
  readonly fields: { readonly [Name in keyof Values]: Field<Widened<Values>[Name]> };
  readonly values: () => Widened<Values>;
  /** Begins again with these values. */
  readonly reset: (values: Widened<Values>) => void;
}

export interface FormOptions<Values extends Initial, Value, Code extends string> {
  readonly initial: Values;
  /** What keeps the form from being sent, by field; nothing: it is sent. */
  readonly check?: (values: Widened<Values>) => { readonly [Name in keyof Values]?: string | null };
  readonly send: (values: Widened<Values>) => Promise<Result<Value, ApiRefusal | Code>>;
  /** A sentence for each refusal that this request alone may meet. */
  readonly sentences: Readonly<Record<Exclude<Code, ApiRefusal>, string>>;
  /** Refusals that are about one field. */
  readonly at?: { readonly [Refused in Code | ApiRefusal]?: keyof Values & string };
  /** Not called when the screen is gone meanwhile. */
  readonly done: (value: Value, values: Widened<Values>) => void | Promise<void>;
}

/** A form over one request: what is typed stays until the act is done, whatever happens. Within an owner. */
export function createForm<Values extends Initial, Value = unknown, Code extends string = never>(
  options: FormOptions<Values, Value, Code>,
): Form<Values> {
  const [problems, setProblems] = createSignal<readonly FormProblem[]>([]);
  // `Object.keys` says `string`: they are the names of `initial`.
  const names = Object.keys(options.initial) as (keyof Values & string)[];
  const [signedOut, setSignedOut] = createSignal(false);
  const [unheard, setUnheard] = createSignal(false);
  let begun: Initial = options.initial;

  const entries = names.map(
    (name) => [name, createField(name, options.initial[name] as FieldValue, problems)] as const,
  );
  // Built from the keys and values of `initial`: each field holds what its own name says.
  const fields = Object.fromEntries(entries) as unknown as Form<Values>["fields"];
  const values = () =>
    Object.fromEntries(names.map((name) => [name, fields[name].value()])) as unknown as Widened<Values>;

  const sending = createSubmit<Widened<Values>, Value, Code>({
    send: options.send,
    sentences: options.sentences,
    done: options.done,
  });

  async function submit(): Promise<void> {
    if (sending.busy()) return;
    const now = values();
    const found: { readonly [Name in keyof Values]?: string | null } = options.check?.(now) ?? {};
    const wrong = names.flatMap((name) => {
      const sentence = found[name] ?? null;
      return sentence === null ? [] : [{ field: fields[name].id, sentence }];
    });
    setSignedOut(false);
    setProblems(wrong);
    if (wrong.length > 0) return;
    await sending.run(now);
    const refusal = sending.refusal();
    if (refusal === null) return;
    const at = options.at?.[refusal.code];
    setSignedOut(refusal.code === "session_absente");
    setUnheard(isUnheard(refusal.code));
    setProblems([{ field: at === undefined ? null : fields[at].id, sentence: refusal.sentence }]);
  }

  return {
    fields,
    values,
    problems,
    busy: sending.busy,
    signedOut,
    unheard,
    submit: () => void submit(),
    isChanged: () => names.some((name) => fields[name].value() !== begun[name]),
    reset: (next) =>
      batch(() => {
        begun = next;
        for (const name of names) fields[name].set(next[name]);
        setProblems([]);
      }),
  };
}

function createField(name: string, initial: FieldValue, problems: Accessor<readonly FormProblem[]>): Field<FieldValue> {
  const [value, setValue] = createSignal<FieldValue>(initial);
  const id = `${createUniqueId()}-${name}`;
  return {
    id,
    name,
    value,
    set: (next) => void setValue(() => next),
    error: () => problems().find(({ field }) => field === id)?.sentence ?? null,
  };
}
