import { For, type JSX } from "solid-js";
import type { AccountId } from "../../../shared/ids.ts";
import type { ReunionInGroupe } from "../../../shared/protocol/bodies/groupe.ts";
import { CONTRAT_NAV } from "../../labels/contrat-nav.ts";
import { fullDate } from "../../labels/dates.ts";
import { REUNIONS } from "../../labels/groupe.ts";
import { FormDialog } from "../../ui/form/form-dialog.tsx";
import { InputField } from "../../ui/form/input-field.tsx";
import { SelectField } from "../../ui/form/select-field.tsx";
import { createActForm, useContrat } from "../contrat/use-contrat.ts";
import { useGroupe } from "./groupe-screen.tsx";

const CHOICES = [
  { value: "", label: REUNIONS.absent },
  { value: "present", label: REUNIONS.present },
  { value: "excuse", label: REUNIONS.excused },
];

/** Who came to a meeting, of the groupe and beside it. */
export function PresenceDialog(props: {
  reunion: ReunionInGroupe;
  onDone: () => void;
  onClose: () => void;
}): JSX.Element {
  const { api } = useContrat();
  const { groupe } = useGroupe();
  const noted = props.reunion.presence;
  const people = groupe().membres.filter(({ nom }) => nom !== null);
  const here = new Set<AccountId>(people.map(({ id }) => id));
  const was = (id: AccountId) =>
    noted?.presents.includes(id) === true ? "present" : noted?.excuses.includes(id) === true ? "excuse" : "";
  /** Whoever was noted and has left the groupe since stays noted. */
  const gone = (list: readonly AccountId[] | undefined) => (list ?? []).filter((id) => !here.has(id));
  const form = createActForm<Readonly<Record<string, string>>, null>({
    initial: { autres: String(noted?.autres ?? 0), ...Object.fromEntries(people.map(({ id }) => [id, was(id)])) },
    check: ({ autres = "" }) => ({
      autres: /^\d{1,4}$/.test(autres.trim()) && Number(autres) <= 1_000 ? null : REUNIONS.othersWrong,
    }),
    send: (values) =>
      api.notePresence(props.reunion.id, {
        presents: [...gone(noted?.presents), ...people.map(({ id }) => id).filter((id) => values[id] === "present")],
        excuses: [...gone(noted?.excuses), ...people.map(({ id }) => id).filter((id) => values[id] === "excuse")],
        autres: Number(values["autres"]),
      }),
    done: () => props.onDone(),
  });
  const others = form.fields["autres"];
  return (
    <FormDialog
      title={REUNIONS.presenceTitle}
      lede={fullDate(props.reunion.le)}
      form={form}
      act={REUNIONS.notePresence}
      busy={CONTRAT_NAV.saving}
      onClose={props.onClose}
    >
      <For each={people}>
        {({ id, nom }) => {
          const field = form.fields[id];
          return field && <SelectField field={field} label={nom ?? ""} choices={CHOICES} />;
        }}
      </For>
      {others && <InputField field={others} label={REUNIONS.others} type="number" inputmode="numeric" size="short" />}
    </FormDialog>
  );
}
