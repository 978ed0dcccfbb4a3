import type { JSX } from "solid-js";
import { CONTRAT_NAV } from "../../labels/contrat-nav.ts";
import { APPEL } from "../../labels/groupe.ts";
import { CheckField } from "../../ui/form/check-field.tsx";
import { Form } from "../../ui/form/form.tsx";
import { TextareaField } from "../../ui/form/textarea-field.tsx";
import { createSaid, Said } from "../../ui/said.tsx";
import { createActForm, useContrat } from "../contrat/use-contrat.ts";
import { useGroupe } from "./groupe-screen.tsx";

/** The call to join: open or not, and what it says. */
export function Appel(): JSX.Element {
  const { api } = useContrat();
  const { groupe, refresh } = useGroupe();
  const [said, say] = createSaid();
  const form = createActForm({
    initial: { ouvert: groupe().appel.ouvert, texte: groupe().appel.texte },
    check: ({ ouvert, texte }) => ({
      texte: ouvert && texte.trim() === "" ? APPEL.textMissing : texte.length > 1_000 ? CONTRAT_NAV.tooLong : null,
    }),
    send: (appel) => api.changeAppel(groupe().id, appel),
    done: (_, values) => {
      form.reset(values);
      say(APPEL.saved);
      refresh();
    },
  });
  return (
    <section class="block" aria-labelledby="appel">
      <h2 id="appel">{APPEL.title}</h2>
      <p>{APPEL.means}</p>
      <Said text={said()} />
      <Form form={form} act={CONTRAT_NAV.save} busy={CONTRAT_NAV.saving}>
        <CheckField field={form.fields.ouvert} label={APPEL.open} />
        <TextareaField
          field={form.fields.texte}
          label={APPEL.text}
          hint={APPEL.textHint}
          optional={!form.fields.ouvert.value()}
        />
      </Form>
    </section>
  );
}
