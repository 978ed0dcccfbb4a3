import { useNavigate } from "@solidjs/router";
import { For, type JSX, Show } from "solid-js";
import { contratPages } from "../../../shared/protocol/contrat-paths.ts";
import { IDENTITE } from "../../labels/contrat-settings.ts";
import { ONLY, useApp } from "../../stores/app-context.ts";
import { Form } from "../../ui/form/form.tsx";
import { InputField } from "../../ui/form/input-field.tsx";
import { createActForm, useContrat } from "../contrat/use-contrat.ts";

/** The words that name the contrat in addresses; those that it had keep leading to it. */
export function Slug(props: { slugs: readonly string[]; onDone: () => void }): JSX.Element {
  const { api, slug } = useContrat();
  const { contrats } = useApp();
  const navigate = useNavigate();
  const form = createActForm({
    initial: { slug },
    check: (values) => ({
      slug: values.slug.length <= 80 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(values.slug) ? null : IDENTITE.slugWrong,
    }),
    send: (values) => api.changeSlug(values.slug),
    at: { slug_pris: "slug" },
    done: (_, values) => {
      contrats.refresh(ONLY);
      navigate(contratPages.identite(values.slug), { replace: true });
    },
  });
  const before = () => props.slugs.filter((each) => each !== slug);
  return (
    <section class="block" aria-labelledby="adresse">
      <h2 id="adresse">{IDENTITE.slug}</h2>
      <p>{IDENTITE.slugMeans}</p>
      <Form form={form} act={IDENTITE.slugAct} busy={IDENTITE.slugChanging}>
        <InputField
          field={form.fields.slug}
          label={IDENTITE.slugLabel}
          hint={IDENTITE.slugHint}
          size="medium"
          autocapitalize="none"
        />
      </Form>
      <Show when={before().length > 0}>
        <h3>{IDENTITE.slugBefore}</h3>
        <ul>
          <For each={before()}>{(each) => <li>{each}</li>}</For>
        </ul>
      </Show>
    </section>
  );
}
