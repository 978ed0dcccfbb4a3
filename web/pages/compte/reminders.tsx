import type { JSX } from "solid-js";
import { changeReminders } from "../../api/attentes.ts";
import { RAPPELS } from "../../labels/rappels.ts";
import { createForm } from "../../primitives/create-form.ts";
import { useApp } from "../../stores/app-context.ts";
import { CheckField } from "../../ui/form/check-field.tsx";
import { Form } from "../../ui/form/form.tsx";

/** Whether a mail says that something waits. */
export function Reminders(props: { on: boolean; onDone: (sentence: string) => void }): JSX.Element {
  const { ask } = useApp();
  const initial: { readonly actifs: boolean } = { actifs: props.on };
  const form = createForm<typeof initial, null>({
    initial,
    send: ({ actifs }) => changeReminders(ask, actifs),
    sentences: {},
    done: (_, { actifs }) => props.onDone(actifs ? RAPPELS.on : RAPPELS.off),
  });
  return (
    <section class="account-part">
      <h2>{RAPPELS.title}</h2>
      <Form form={form} act={RAPPELS.act} busy={RAPPELS.busy}>
        <CheckField field={form.fields.actifs} label={RAPPELS.label} hint={RAPPELS.means} />
      </Form>
    </section>
  );
}
