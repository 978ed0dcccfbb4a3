import { createUniqueId, For, type JSX } from "solid-js";
import type { GroupeInList } from "../../../shared/protocol/bodies/groupe.ts";
import type { MembreBody } from "../../../shared/protocol/bodies/membre.ts";
import { ACTE_LABELS, JOURNAL } from "../../labels/journal.ts";
import type { Choice } from "../../ui/form/select-field.tsx";

/** What the journal is narrowed to; an empty word narrows nothing. Days as the browser's own fields write them. */
export interface FilterValues {
  readonly acte: string;
  readonly personne: string;
  readonly groupe: string;
  readonly depuis: string;
  readonly jusquau: string;
}

export const NO_FILTER: FilterValues = { acte: "", personne: "", groupe: "", depuis: "", jusquau: "" };

const ACTES: readonly Choice[] = Object.entries(ACTE_LABELS)
  .map(([value, label]) => ({ value, label }))
  .sort((a, b) => a.label.localeCompare(b.label, "fr"));

/** What to show of the journal; each choice is taken at once. */
export function Filters(props: {
  values: FilterValues;
  membres: readonly MembreBody[];
  groupes: readonly GroupeInList[];
  onChange: (values: FilterValues) => void;
}): JSX.Element {
  const change = (name: keyof FilterValues) => (value: string) => {
    const next = { ...props.values, [name]: value };
    const isNone = Object.values(next).every((each) => each === "");
    props.onChange(isNone ? NO_FILTER : next);
  };
  const people = () =>
    props.membres
      .filter(({ nom }) => nom !== null)
      .map(({ id, nom }) => ({ value: id, label: nom ?? "" }))
      .sort((a, b) => a.label.localeCompare(b.label, "fr"));
  return (
    <fieldset class="filters">
      <legend>{JOURNAL.filters}</legend>
      <Select
        label={JOURNAL.acte}
        all={JOURNAL.allActes}
        value={props.values.acte}
        choices={ACTES}
        onChange={change("acte")}
      />
      <Select
        label={JOURNAL.personne}
        all={JOURNAL.allPeople}
        value={props.values.personne}
        choices={people()}
        onChange={change("personne")}
      />
      <Select
        label={JOURNAL.groupe}
        all={JOURNAL.allGroupes}
        value={props.values.groupe}
        choices={props.groupes.map(({ id, nom }) => ({ value: id, label: nom }))}
        onChange={change("groupe")}
      />
      <Day label={JOURNAL.depuis} value={props.values.depuis} onChange={change("depuis")} />
      <Day label={JOURNAL.jusquau} value={props.values.jusquau} onChange={change("jusquau")} />
      <button type="button" class="btn quiet" onClick={() => props.onChange(NO_FILTER)}>
        {JOURNAL.clear}
      </button>
    </fieldset>
  );
}

function Select(props: {
  label: string;
  all: string;
  value: string;
  choices: readonly Choice[];
  onChange: (value: string) => void;
}): JSX.Element {
  const id = createUniqueId();
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      <select id={id} class="input" onChange={(event) => props.onChange(event.currentTarget.value)}>
        <option value="" selected={props.value === ""}>
          {props.all}
        </option>
        <For each={props.choices}>
          {({ value, label }) => (
            <option value={value} selected={value === props.value}>
              {label}
            </option>
          )}
        </For>
      </select>
    </div>
  );
}

function Day(props: { label: string; value: string; onChange: (value: string) => void }): JSX.Element {
  const id = createUniqueId();
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      <input
        id={id}
        class="input"
        type="date"
        value={props.value}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      />
    </div>
  );
}
