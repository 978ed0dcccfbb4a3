import "../../../styles/historique.css";
import { createSignal, For, type JSX, Show } from "solid-js";
import { type MaskedPlace, MOTIFS_CAVIARDAGE } from "../../../../shared/domain/version.ts";
import { ENGAGEMENT } from "../../../../shared/editor/canonical.ts";
import type { CaviardageApercuBody, CaviardeBody } from "../../../../shared/protocol/bodies/history.ts";
import type { Masked } from "../../../api/history.ts";
import { isUnheard } from "../../../api/unheard.ts";
import { FICHE_ACT_REFUSAL_LABELS } from "../../../labels/actes.ts";
import {
  around,
  CAVIARDAGE,
  elsewhere,
  inComments,
  inLinks,
  whatIsMasked,
  writtenTimes,
} from "../../../labels/caviardage.ts";
import { FORMS } from "../../../labels/forms.ts";
import { MOTIF_LABELS } from "../../../labels/historique.ts";
import { PLACE_TITLES } from "../../../labels/sections.ts";
import { createForm } from "../../../primitives/create-form.ts";
import { createSubmit } from "../../../primitives/create-submit.ts";
import { announceBusy } from "../../../ui/announcer.ts";
import { Dialog } from "../../../ui/dialog.tsx";
import { FormDialog } from "../../../ui/form/form-dialog.tsx";
import { RadioField } from "../../../ui/form/radio-field.tsx";
import { SelectField } from "../../../ui/form/select-field.tsx";
import { TextareaField } from "../../../ui/form/textarea-field.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { RefusalNotice } from "../../../ui/refusal-notice.tsx";
import { SaltDialog } from "./salt-dialog.tsx";
import { useHistory } from "./use-history.ts";

/** Where one is: what to mask, what that would take away, and what is kept of it. */
type Step =
  | { readonly kind: "words" }
  | { readonly kind: "preview"; readonly masked: Masked; readonly apercu: CaviardageApercuBody }
  /** null: it was done, and the answer with its key was lost on the way. */
  | { readonly kind: "done"; readonly caviarde: CaviardeBody | null };

/** A type, and not an interface: a form's values are any record. */
type MaskFields = { readonly partie: string; readonly mots: string; readonly motif: string };

const PLACES: readonly MaskedPlace[] = [...ENGAGEMENT, "actes"];

const NOTHING: MaskFields = { partie: ENGAGEMENT[1], mots: "", motif: MOTIFS_CAVIARDAGE[0] };

/** Masks a passage everywhere and for ever: nothing is done before all that goes was shown. */
export default function CaviardageDialog(props: { onClose: () => void; onMasked: () => void }): JSX.Element {
  const api = useHistory();
  const [step, setStep] = createSignal<Step>({ kind: "words" });
  const preview = () => {
    const now = step();
    return now.kind === "preview" ? now : null;
  };
  const done = () => {
    const now = step();
    return now.kind === "done" ? now : null;
  };
  const form = createForm({
    initial: NOTHING,
    check: ({ mots }) => ({ mots: mots.trim() === "" ? CAVIARDAGE.motsMissing : null }),
    send: async (values) => {
      const masked = maskedOf(values);
      const result = await api.previewMask(masked);
      return result.ok ? { ok: true as const, value: { masked, apercu: result.value } } : result;
    },
    sentences: FICHE_ACT_REFUSAL_LABELS,
    done: (found) => void setStep({ kind: "preview", ...found }),
  });
  return (
    <>
      <Show when={step().kind === "words"}>
        <FormDialog
          title={CAVIARDAGE.title}
          form={form}
          act={CAVIARDAGE.preview}
          busy={CAVIARDAGE.previewing}
          lede={CAVIARDAGE.lede}
          onClose={props.onClose}
        >
          <SelectField
            field={form.fields.partie}
            label={CAVIARDAGE.partie}
            choices={PLACES.map((partie) => ({
              value: partie,
              label: partie === "actes" ? CAVIARDAGE.acts : PLACE_TITLES[partie],
            }))}
          />
          <TextareaField field={form.fields.mots} label={CAVIARDAGE.mots} hint={CAVIARDAGE.motsHint} />
          <RadioField
            field={form.fields.motif}
            label={CAVIARDAGE.motif}
            choices={MOTIFS_CAVIARDAGE.map((motif) => ({ value: motif, label: MOTIF_LABELS[motif] }))}
          />
        </FormDialog>
      </Show>
      <Show when={preview()} keyed>
        {(shown) => (
          <Preview
            {...shown}
            onChange={() => setStep({ kind: "words" })}
            onClose={(isKnown) => {
              if (!isKnown) props.onMasked();
              props.onClose();
            }}
            onDone={(caviarde) => {
              setStep({ kind: "done", caviarde });
              props.onMasked();
            }}
          />
        )}
      </Show>
      <Show when={done()}>
        {(now) => (
          <Show when={now().caviarde} fallback={<WithoutSalt onClose={props.onClose} />}>
            {(caviarde) => <SaltDialog caviarde={caviarde()} onClose={props.onClose} />}
          </Show>
        )}
      </Show>
    </>
  );
}

interface PreviewProps {
  readonly masked: Masked;
  readonly apercu: CaviardageApercuBody;
  readonly onChange: () => void;
  /** `isKnown`: false when it may have been done without this page hearing of it. */
  readonly onClose: (isKnown: boolean) => void;
  readonly onDone: (caviarde: CaviardeBody | null) => void;
}

/** Every place that would be masked, and that nothing brings it back. */
function Preview(props: PreviewProps): JSX.Element {
  const api = useHistory();
  const isOfSheet = props.masked.partie !== "actes";
  let isKnown = true;
  const mask = createSubmit({
    send: async () => {
      const result = await api.mask(props.masked, props.apercu.apercu);
      // What was shown is gone since an answer was lost: it was done then.
      if (!isKnown && !result.ok && result.code === "rien_a_masquer") return { ok: true as const, value: null };
      if (!result.ok && isUnheard(result.code)) isKnown = false;
      return result;
    },
    sentences: FICHE_ACT_REFUSAL_LABELS,
    done: (caviarde: CaviardeBody | null) => props.onDone(caviarde),
  });
  announceBusy(mask.busy, () => CAVIARDAGE.acting);
  // While it is being done nothing here stops it, and leaving would lose the key that comes with the answer.
  const close = () => mask.busy() || props.onClose(isKnown);
  return (
    <Dialog
      title={CAVIARDAGE.previewTitle}
      onClose={close}
      acts={
        <>
          <button type="button" class="btn main" aria-disabled={mask.busy()} onClick={close}>
            {FORMS.cancel}
          </button>
          <button
            type="button"
            class="btn quiet"
            aria-disabled={mask.busy()}
            onClick={() => mask.busy() || props.onChange()}
          >
            {CAVIARDAGE.change}
          </button>
          <button
            type="button"
            class="btn bad"
            aria-disabled={mask.busy()}
            onClick={() => mask.busy() || void mask.run(undefined)}
          >
            {mask.busy() ? CAVIARDAGE.acting : CAVIARDAGE.act}
          </button>
        </>
      }
    >
      <p>{whatIsMasked(props.masked)}</p>
      <blockquote class="masked-words">{props.masked.mots}</blockquote>
      <Show when={isOfSheet}>
        <p>
          <strong>{writtenTimes(props.apercu)}</strong>
        </p>
      </Show>
      <Show when={props.apercu.commentaires > 0}>
        <p>{inComments(props.apercu.commentaires, isOfSheet)}</p>
      </Show>
      <Show when={isOfSheet}>
        <InTheText {...props.apercu} />
      </Show>
      <Show when={props.apercu.ailleurs.length > 0}>
        <Notice tone="warn">{elsewhere(props.apercu.ailleurs)}</Notice>
      </Show>
      <p class="irreversible">{CAVIARDAGE.irreversible}</p>
      <p>{CAVIARDAGE.backups}</p>
      <RefusalNotice refusal={mask.refusal()} />
    </Dialog>
  );
}

/** What stands in today's text. */
function InTheText(props: Pick<CaviardageApercuBody, "vivant" | "liens">): JSX.Element {
  return (
    <>
      <h3>{CAVIARDAGE.live}</h3>
      <Show when={props.liens > 0}>
        <p>{inLinks(props.liens)}</p>
      </Show>
      <Show when={props.vivant.length + props.liens === 0}>
        <p>{CAVIARDAGE.notLive}</p>
      </Show>
      <Show when={props.vivant.length > 0}>
        <ul class="occurrences">
          <For each={props.vivant}>
            {(place) => {
              const { avant, apres } = around(place);
              return (
                <li>
                  {avant}
                  <mark>{place.mots}</mark>
                  {apres}
                </li>
              );
            }}
          </For>
        </ul>
      </Show>
    </>
  );
}

/** It is done, and the answer that held the key was lost: said plainly, since the key is shown once. */
function WithoutSalt(props: { onClose: () => void }): JSX.Element {
  return (
    <Dialog
      title={CAVIARDAGE.doneTitle}
      onClose={props.onClose}
      acts={
        <button type="button" class="btn main" onClick={() => props.onClose()}>
          {CAVIARDAGE.close}
        </button>
      }
    >
      <p>{CAVIARDAGE.doneUnheard}</p>
      <p>{CAVIARDAGE.backups}</p>
    </Dialog>
  );
}

/** The fields are choices of closed lists: what is not of them cannot be chosen. */
function maskedOf({ partie, mots, motif }: MaskFields): Masked {
  return {
    partie: PLACES.find((each) => each === partie) ?? ENGAGEMENT[0],
    mots,
    motif: MOTIFS_CAVIARDAGE.find((each) => each === motif) ?? MOTIFS_CAVIARDAGE[0],
  };
}
