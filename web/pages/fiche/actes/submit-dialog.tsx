import { createEffect, createMemo, For, type JSX, on, Show } from "solid-js";
import { TEXT_SECTIONS, type TextSection } from "../../../../shared/editor/sections.ts";
import type { ActesBody } from "../../../../shared/protocol/bodies/fiche-acts.ts";
import { historyPages } from "../../../../shared/protocol/history-paths.ts";
import type { FicheBody } from "../../../../shared/protocol/http-bodies.ts";
import { paths } from "../../../../shared/protocol/paths.ts";
import { ACTES, frozenWords, sinceVersion, submitAct } from "../../../labels/actes.ts";
import { FORMS } from "../../../labels/forms.ts";
import { PLAN } from "../../../labels/plan.ts";
import { PLACE_TITLES } from "../../../labels/sections.ts";
import { ActButton } from "../../../ui/act-button.tsx";
import { announce } from "../../../ui/announcer.ts";
import { Dialog } from "../../../ui/dialog.tsx";
import { FormDialog } from "../../../ui/form/form-dialog.tsx";
import { TextareaField } from "../../../ui/form/textarea-field.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { Begun } from "../instruction/begun.tsx";
import { Empreinte } from "./empreinte.tsx";
import { keepForm } from "./kept-form.ts";
import { nextVersion, offeredIn } from "./offered.ts";
import { createFicheActForm, useFicheActs } from "./use-fiche-acts.ts";

type Draft = NonNullable<ActesBody["brouillon"]>;

export interface SubmitDialogProps {
  readonly body: FicheBody;
  /** As the server last said, asked for as this opened. */
  readonly actes: ActesBody & { readonly brouillon: Draft };
  readonly intitule: string;
  readonly filled: ReadonlySet<TextSection>;
  /** How many of this page's changes the server does not have yet. */
  readonly pending: number;
  /** What it shows is no longer so. */
  readonly onStale: () => void;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Before a version is submitted: what will be frozen, what is missing, and what follows. */
export function SubmitDialog(props: SubmitDialogProps): JSX.Element {
  const blocked = () => props.actes.brouillon.manquantes.length > 0 && !props.actes.brouillon.malgre;
  return (
    <Show when={blocked()} fallback={<Complete {...props} />}>
      <Dialog
        title={submitAct(nextVersion(props.actes))}
        onClose={props.onClose}
        acts={
          <>
            <button type="button" class="btn main" onClick={() => props.onClose()}>
              {FORMS.cancel}
            </button>
            <ActButton whyNot={ACTES.overrideWho} onPress={() => {}}>
              {submitAct(nextVersion(props.actes))}
            </ActButton>
          </>
        }
      >
        <Missing {...props} />
      </Dialog>
    </Show>
  );
}

function Complete(props: SubmitDialogProps): JSX.Element {
  const api = useFicheActs(props.body);
  const lacks = () => props.actes.brouillon.manquantes.length > 0;
  const form = createFicheActForm({
    initial: { malgre: "" },
    check: ({ malgre }) => ({ malgre: lacks() && malgre.trim() === "" ? ACTES.overrideMissing : null }),
    send: async ({ malgre }) => {
      const { empreinte } = props.actes.brouillon;
      const result = await api.act({ acte: "soumettre", empreinte, malgre: lacks() ? malgre : null });
      if (!result.ok && (result.code === "texte_change" || result.code === "sections_manquantes")) props.onStale();
      return result;
    },
    done() {
      typed.kept.forget();
      props.onDone();
    },
  });
  const typed = keepForm(form, { acte: "soumettre", fiche: props.body.fiche.id }, () => nextVersion(props.actes));
  // Nothing is missing any more: there is nothing left to explain.
  createEffect(() => !lacks() && form.isChanged() && typed.erase());
  // The server has the last words of this page: what it would freeze holds them too.
  const waits = createMemo(() => props.pending > 0);
  createEffect(on(waits, (isWaiting) => !isWaiting && props.onStale(), { defer: true }));
  // What this page did not send yet would not be frozen: the version would not be what one sees. Said as long as it is so.
  const unsent = "soumettre-attend";
  const submit = () => {
    if (!waits()) return form.submit();
    announce(ACTES.pending);
    document.getElementById(unsent)?.scrollIntoView({ block: "nearest" });
  };
  const replaced = () => offeredIn(props.actes, "retirer").version !== null;
  return (
    <FormDialog
      title={submitAct(nextVersion(props.actes))}
      form={{ ...form, submit }}
      act={submitAct(nextVersion(props.actes))}
      busy={ACTES.submitting}
      isKept={typed.kept.isKept}
      onClose={props.onClose}
    >
      <Show when={props.pending > 0}>
        <div id={unsent}>
          <Notice tone="warn">{ACTES.pending}</Notice>
        </div>
      </Show>
      <Frozen {...props} />
      <Show when={lacks()}>
        <Missing {...props} />
        <Begun
          begunOn={null}
          shown={null}
          foundFrom={typed.kept.foundFrom()}
          isUnheard={form.unheard()}
          onErase={typed.erase}
        />
        <TextareaField field={form.fields.malgre} label={ACTES.override} hint={ACTES.overrideHint} />
      </Show>
      <Notice tone="info">
        {ACTES.consequence} {replaced() ? ACTES.replaces : ""}
      </Notice>
    </FormDialog>
  );
}

/** What the version would hold. */
function Frozen(props: SubmitDialogProps): JSX.Element {
  const last = () => props.actes.versions[0];
  const slug = () => props.body.contrat.slug;
  return (
    <section class="act-part">
      <h3>{ACTES.frozenTitle}</h3>
      <p>
        <strong>
          {props.body.fiche.numero} {props.intitule || PLAN.untitled}
        </strong>
      </p>
      <p>{frozenWords(props.filled.size, TEXT_SECTIONS.length)}</p>
      <p class="muted">{ACTES.frozenMeans}</p>
      <Empreinte of={props.actes.brouillon.empreinte} />
      <Show when={last()}>
        {(version) => (
          <p>
            <a
              href={historyPages.comparaison(
                slug(),
                props.body.fiche,
                { kind: "version", numero: version().numero },
                { kind: "log", seq: props.actes.brouillon.seq },
              )}
            >
              {sinceVersion(version().numero)}
            </a>
          </p>
        )}
      </Show>
    </section>
  );
}

/** The sections that a version needs and that hold nothing, each a link to it. */
function Missing(props: SubmitDialogProps): JSX.Element {
  const go = (section: TextSection) => {
    props.onClose();
    // The window gives the focus back to what opened it, far from what is to be written.
    queueMicrotask(() => document.getElementById(`${section}-titre`)?.focus());
  };
  return (
    <section class="act-part">
      <h3>{ACTES.missingTitle}</h3>
      <p>{ACTES.missingMeans}</p>
      <ul>
        <For each={props.actes.brouillon.manquantes}>
          {(section) => (
            <li>
              <a
                href={`${paths.fiche(props.body.contrat.slug, props.body.fiche)}#${section}`}
                onClick={() => go(section)}
              >
                {PLACE_TITLES[section]}
              </a>
            </li>
          )}
        </For>
      </ul>
    </section>
  );
}
