import { createMemo, For, type JSX, Show } from "solid-js";
import type { InvitationBody } from "../../../shared/protocol/bodies/invitation.ts";
import { INVITING, invitedRole, listError, listSent, recognised, sendCount } from "../../labels/invitations.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { Form } from "../../ui/form/form.tsx";
import { SelectField } from "../../ui/form/select-field.tsx";
import { TextareaField } from "../../ui/form/textarea-field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { createActForm, useContrat } from "../contrat/use-contrat.ts";
import type { InvitingTo } from "./inviting-to.ts";

/** So many lines are shown; the others are counted. */
const SHOWN = 20;

/** Invites everybody of a pasted list, which is read as it is typed: nothing leaves while a line is not understood. */
export function InviteList(props: {
  to: InvitingTo;
  waiting: readonly InvitationBody[];
  /** The list was refused: somebody else invited meanwhile. */
  onStale: () => void;
  onDone: (sentence: string) => void;
}): JSX.Element {
  const { api } = useContrat();
  const empty = { texte: "", role: props.to.next(props.to.usual) };
  const form = createActForm({
    initial: empty,
    check: ({ texte, role }) => ({
      texte:
        texte.trim() === ""
          ? INVITING.listMissing
          : props.to.read(texte, role, props.waiting).people === null
            ? INVITING.errorsTitle
            : null,
    }),
    send: async ({ texte, role }) => {
      const result = await api.inviteList(props.to.placeOf(role), texte);
      if (!result.ok && result.code === "liste_invalide") props.onStale();
      return result;
    },
    at: { liste_invalide: "texte" },
    done: ({ invitations, organisations }) => {
      form.reset(empty);
      props.onDone(listSent(invitations, organisations));
    },
  });
  const typed = () => form.fields.texte.value().trim() !== "";
  const list = createMemo(() => props.to.read(form.fields.texte.value(), form.fields.role.value(), props.waiting));
  return (
    <Form form={form} act={sendCount(typed() ? (list().people?.length ?? 0) : 0)} busy={INVITING.sendingList}>
      <TextareaField field={form.fields.texte} label={INVITING.texte} hint={INVITING.texteHint} rows={6} />
      <SelectField field={form.fields.role} label={INVITING.listRole} choices={props.to.choices} />
      <Show when={typed()}>
        <Show
          when={list().people}
          fallback={
            <Notice tone="warn" title={INVITING.errorsTitle}>
              <p>{INVITING.errorsMeans}</p>
              <ul>
                <For each={list().errors.slice(0, SHOWN)}>
                  {({ ligne, erreur }) => <li>{listError(ligne, erreur)}</li>}
                </For>
              </ul>
            </Notice>
          }
        >
          {(people) => (
            <section>
              <h3>{INVITING.check}</h3>
              <p>{recognised(people().length)}</p>
              <DataTable
                caption={INVITING.checkCaption}
                rows={people().slice(0, SHOWN)}
                columns={[
                  { title: INVITING.adresse, cell: ({ adresse }) => adresse },
                  { title: INVITING.nom, cell: ({ nom }) => nom ?? "–" },
                  { title: INVITING.organisation, cell: ({ organisation }) => organisation ?? "–" },
                  { title: INVITING.role, cell: ({ role }) => invitedRole(role) },
                ]}
              />
              <Show when={people().length > SHOWN}>
                <p class="muted">{INVITING.andMore}</p>
              </Show>
            </section>
          )}
        </Show>
      </Show>
    </Form>
  );
}
