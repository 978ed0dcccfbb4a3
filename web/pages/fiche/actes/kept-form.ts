import { type Accessor, createEffect, createSignal } from "solid-js";
import type { DocumentId } from "../../../../shared/ids.ts";
import type { FicheActe } from "../../../../shared/workflow/acts.ts";
import type { Field, Form } from "../../../primitives/create-form.ts";
import { createKeptTyped, type KeptTyped } from "../../../primitives/create-kept-typed.ts";

/** What the window of an act holds, kept on the device until the act is done. */
export interface KeptForm {
  readonly kept: KeptTyped;
  /** The version that was shown when it was begun; null: it is not begun. */
  readonly begunOn: Accessor<number | null>;
  /** Begins again with nothing. */
  readonly erase: () => void;
}

/** A type, and not an interface: a form's values are any record. */
type Words = Readonly<Record<string, string>>;

/**
 * Keeps what is typed in the window of an act: closed, reloaded or interrupted, it is there when it is opened again.
 * Within a component.
 *
 * @param form its fields are all words
 * @param about which act, of which fiche
 * @param shown the version that the window shows
 */
export function keepForm<Values extends Words>(
  form: Form<Values>,
  { acte, fiche }: { readonly acte: FicheActe; readonly fiche: DocumentId },
  shown: Accessor<number>,
): KeptForm {
  const nothing = form.values();
  const [begunOn, setBegunOn] = createSignal<number | null>(null);
  createEffect(() => {
    if (!form.isChanged()) setBegunOn(null);
    else if (begunOn() === null) setBegunOn(shown());
  });
  const kept = createKeptTyped({
    form: `${acte}/${fiche}`,
    read: () => (form.isChanged() ? { ...form.values(), version: begunOn() } : null),
    restore(values) {
      // What `read` gave, to this page or to an earlier one.
      const { version, ...found } = (values ?? {}) as Partial<Record<string, unknown>>;
      if (typeof version === "number") setBegunOn(version);
      // Each holds words: that is what `Values` says.
      const fields = form.fields as unknown as Readonly<Record<string, Field<string>>>;
      for (const [name, field] of Object.entries(fields)) {
        const value = found[name];
        if (typeof value === "string") field.set(value);
      }
    },
  });
  return {
    kept,
    begunOn,
    erase() {
      form.reset(nothing);
      kept.forget();
    },
  };
}
