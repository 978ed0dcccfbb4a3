import { useNavigate } from "@solidjs/router";
import { createSignal, For, type JSX, Show } from "solid-js";
import { historyPages } from "../../../../shared/protocol/history-paths.ts";
import { FORMS } from "../../../labels/forms.ts";
import { HISTORIQUE } from "../../../labels/historique.ts";
import { Dialog } from "../../../ui/dialog.tsx";
import { useFiche } from "../use-fiche.ts";
import { inOrder, type MomentChoice, momentBefore, otherMoment } from "./timeline.ts";

export interface CompareDialogProps {
  readonly versions: readonly MomentChoice[];
  readonly sittings: readonly MomentChoice[];
  /** The name of the moment from which it was opened; null: from none. */
  readonly from: string | null;
  readonly onClose: () => void;
}

/** Two moments to choose, and the page that compares them. */
export function CompareDialog(props: CompareDialogProps): JSX.Element {
  const { slug, body } = useFiche();
  const navigate = useNavigate();
  const all = () => [...props.versions, ...props.sittings];
  const begun = props.from ?? all()[0]?.name ?? "";
  const [first, setFirst] = createSignal(begun);
  const [second, setSecond] = createSignal(
    props.from === null ? momentBefore(all(), begun) : otherMoment(all(), begun),
  );
  const [same, setSame] = createSignal(false);

  const compare = (event: SubmitEvent) => {
    event.preventDefault();
    const named = (name: string) => all().find((choice) => choice.name === name);
    const [a, b] = [named(first()), named(second())];
    setSame(first() === second());
    if (a === undefined || b === undefined || a === b) return;
    const [from, to] = inOrder(a, b);
    props.onClose();
    navigate(historyPages.comparaison(slug, body().fiche, from, to));
  };

  return (
    <Dialog title={HISTORIQUE.compareTitle} onClose={props.onClose}>
      <form class="form" onSubmit={compare}>
        <p class="muted">{HISTORIQUE.compareMeans}</p>
        <MomentSelect id="comparer-un" label={HISTORIQUE.compareFirst} {...props} value={first()} onChoose={setFirst} />
        <MomentSelect
          id="comparer-deux"
          label={HISTORIQUE.compareSecond}
          {...props}
          value={second()}
          onChoose={setSecond}
        />
        <Show when={same()}>
          <p class="field-error" role="alert">
            {HISTORIQUE.compareSame}
          </p>
        </Show>
        <div class="form-acts">
          <button type="submit" class="btn main">
            {HISTORIQUE.compareAct}
          </button>
          <button type="button" class="btn quiet" onClick={() => props.onClose()}>
            {FORMS.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

interface MomentSelectProps extends Pick<CompareDialogProps, "versions" | "sittings"> {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChoose: (name: string) => void;
}

function MomentSelect(props: MomentSelectProps): JSX.Element {
  const options = (choices: readonly MomentChoice[]) => (
    <For each={choices}>
      {(choice) => (
        <option value={choice.name} selected={choice.name === props.value}>
          {choice.label}
        </option>
      )}
    </For>
  );
  return (
    <div class="field">
      <label for={props.id}>{props.label}</label>
      <select id={props.id} class="input" onChange={(event) => props.onChoose(event.currentTarget.value)}>
        <Show when={props.versions.length > 0}>
          <optgroup label={HISTORIQUE.groupVersions}>{options(props.versions)}</optgroup>
        </Show>
        <Show when={props.sittings.length > 0}>
          <optgroup label={HISTORIQUE.groupSittings}>{options(props.sittings)}</optgroup>
        </Show>
      </select>
    </div>
  );
}
