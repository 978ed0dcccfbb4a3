import type { JSX } from "solid-js";
import { CONTRAT_NAV } from "../../labels/contrat-nav.ts";
import { IDENTITE } from "../../labels/contrat-settings.ts";
import { Form } from "../../ui/form/form.tsx";
import { InputField } from "../../ui/form/input-field.tsx";
import { TextareaField } from "../../ui/form/textarea-field.tsx";
import { createSaid, Said } from "../../ui/said.tsx";
import { createActForm, useContrat } from "../contrat/use-contrat.ts";
import { fits, linesOf } from "./lines.ts";

const NAMES = { count: 200, length: 200 };
const COMMUNES = { count: 1_000, length: 200 };
const ARS = { count: 6, length: 200 };
const SENTENCES = { count: 20, length: 500 };

/** What a contrat says of itself, as a form. */
export function Facts(): JSX.Element {
  const { api, contrat, refresh } = useContrat();
  const [said, say] = createSaid();
  const facts = contrat();
  const isLine = (text: string) => (text.length > 200 ? CONTRAT_NAV.tooLong : null);
  const isList = (text: string, limits: { count: number; length: number }) =>
    fits(text, limits) ? null : IDENTITE.listWrong;
  const form = createActForm({
    initial: {
      nom: facts.nom,
      porteur: facts.porteur,
      territoire: facts.territoire,
      periode: facts.periode,
      epci: facts.epci.join("\n"),
      communes: facts.communes.join("\n"),
      ars: facts.ars.join("\n"),
      faits: facts.faits.join("\n"),
      methode: facts.objectifsDeMethode.join("\n"),
    },
    check: (values) => ({
      nom: values.nom.trim() === "" ? IDENTITE.nomMissing : isLine(values.nom),
      porteur: isLine(values.porteur),
      territoire: isLine(values.territoire),
      periode: isLine(values.periode),
      epci: isList(values.epci, NAMES),
      communes: isList(values.communes, COMMUNES),
      ars: isList(values.ars, ARS),
      faits: isList(values.faits, SENTENCES),
      methode: isList(values.methode, SENTENCES),
    }),
    send: ({ nom, porteur, territoire, periode, ...lists }) =>
      api.changeIdentite({
        nom,
        porteur,
        territoire,
        periode,
        epci: linesOf(lists.epci),
        communes: linesOf(lists.communes),
        ars: linesOf(lists.ars),
        faits: linesOf(lists.faits),
        objectifsDeMethode: linesOf(lists.methode),
      }),
    done: (_, values) => {
      form.reset(values);
      say(IDENTITE.saved);
      refresh();
    },
  });
  return (
    <section class="block" aria-labelledby="identite">
      <h2 id="identite" tabindex="-1">
        {IDENTITE.facts}
      </h2>
      <Form form={form} act={CONTRAT_NAV.save} busy={CONTRAT_NAV.saving}>
        <InputField field={form.fields.nom} label={IDENTITE.nom} />
        <InputField field={form.fields.porteur} label={IDENTITE.porteur} hint={IDENTITE.porteurHint} optional />
        <InputField
          field={form.fields.territoire}
          label={IDENTITE.territoire}
          hint={IDENTITE.territoireHint}
          optional
        />
        <InputField
          field={form.fields.periode}
          label={IDENTITE.periode}
          hint={IDENTITE.periodeHint}
          size="medium"
          optional
        />
        <TextareaField field={form.fields.ars} label={IDENTITE.ars} hint={IDENTITE.arsHint} rows={2} optional />
        <TextareaField field={form.fields.epci} label={IDENTITE.epci} hint={IDENTITE.onePerLine} rows={2} optional />
        <TextareaField
          field={form.fields.communes}
          label={IDENTITE.communes}
          hint={IDENTITE.onePerLine}
          rows={3}
          optional
        />
        <TextareaField
          field={form.fields.methode}
          label={IDENTITE.methode}
          hint={IDENTITE.methodeHint}
          rows={3}
          optional
        />
        <TextareaField field={form.fields.faits} label={IDENTITE.faits} hint={IDENTITE.faitsHint} rows={3} optional />
      </Form>
      <Said text={said()} />
    </section>
  );
}
