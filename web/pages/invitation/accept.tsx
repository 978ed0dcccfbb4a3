import "../../styles/connexion.css";
import { useNavigate } from "@solidjs/router";
import { createEffect, createSignal, type JSX, on, Show } from "solid-js";
import { parsePersonName } from "../../../shared/domain/person-name.ts";
import { type OrganisationId, parseId } from "../../../shared/ids.ts";
import type { InvitationOpenedBody } from "../../../shared/protocol/bodies/invitation.ts";
import { paths } from "../../../shared/protocol/paths.ts";
import type { ApiRefusal } from "../../api/client.ts";
import { createJoiningApi, type InvitationRefusal } from "../../api/joining.ts";
import { FORMS } from "../../labels/forms.ts";
import { ATELIER_REFUSALS, INVITATION, invitedBy, roleInvited, validUntil } from "../../labels/joining.ts";
import { pageTitle } from "../../labels/shell.ts";
import { fr } from "../../labels/typography.ts";
import { createForm } from "../../primitives/create-form.ts";
import { ONLY, useApp } from "../../stores/app-context.ts";
import { Form } from "../../ui/form/form.tsx";
import { InputField } from "../../ui/form/input-field.tsx";
import { SelectField } from "../../ui/form/select-field.tsx";
import { PageHeading } from "../../ui/page-heading.tsx";
import { usePageTitle } from "../../ui/page-title.ts";
import { keepSharedAnswer, SharedField, sharedAnswer } from "../connexion/shared-field.tsx";
import { SignIn } from "../connexion/sign-in.tsx";
import { joinedPath } from "../joined-path.ts";
import { endsInvitation } from "./invitation-refused.tsx";

export interface AcceptProps {
  readonly invitation: InvitationOpenedBody;
  readonly slug: string;
  readonly jeton: string;
  /** The name of who is signed in. */
  readonly person: string | null;
  /** The invitation cannot be accepted any more. */
  readonly onRefused: (code: ApiRefusal | InvitationRefusal) => void;
}

/** An invitation that waits for its answer. */
export function Accept(props: AcceptProps): JSX.Element {
  const { ask, session, contrats } = useApp();
  const api = createJoiningApi(ask);
  const navigate = useNavigate();
  const [hasAccount, setHasAccount] = createSignal(false);
  usePageTitle(() => pageTitle(INVITATION.title, props.invitation.contrat));

  const form = createForm({
    initial: {
      nom: props.invitation.nom ?? "",
      organisation: props.invitation.organisation ?? "",
      partage: sharedAnswer(),
    },
    check: ({ nom }) => ({ nom: props.person === null && parsePersonName(nom) === null ? FORMS.wrongName : null }),
    send: async ({ nom, organisation, partage }) => {
      if (props.person === null) keepSharedAnswer(partage);
      const result = await api.acceptInvitation(props.slug, {
        jeton: props.jeton,
        nom: props.person === null ? nom : null,
        organisation: parseId<OrganisationId>(organisation),
      });
      if (result.ok) {
        await session.load();
        contrats.refresh(ONLY);
      } else if (result.code === "invitation_compte_existant") setHasAccount(true);
      else if (endsInvitation(result.code)) props.onRefused(result.code);
      return result;
    },
    sentences: {
      invitation_inconnue: INVITATION.unknown,
      invitation_expiree: INVITATION.expired,
      invitation_utilisee: INVITATION.used,
      invitation_retiree: INVITATION.withdrawn,
      invitation_autre_adresse: INVITATION.other,
      invitation_compte_existant: INVITATION.existing,
      groupe_inconnu: INVITATION.withdrawn,
      nom_attendu: FORMS.wrongName,
      organisation_inconnue: INVITATION.organisationGone,
      trop_d_essais: ATELIER_REFUSALS.trop_d_essais,
    },
    at: { nom_attendu: "nom", organisation_inconnue: "organisation" },
    done: (joined) => navigate(joinedPath(props.slug, joined, props.invitation.groupe ?? ""), { replace: true }),
  });

  // Whoever signs in meanwhile may be of this contrat already, and speak for somebody: that is then what stands.
  createEffect(
    on(
      () => props.invitation.organisation,
      (now, before) => {
        const { organisation } = form.fields;
        if (organisation.value() === (before ?? "")) organisation.set(now ?? "");
      },
      { defer: true },
    ),
  );

  return (
    <main class="page sign-in">
      <PageHeading>{INVITATION.title}</PageHeading>
      <p class="lede">{invitedBy(props.invitation.par)}</p>
      <InvitationFacts invitation={props.invitation} />
      <Show
        when={hasAccount() && props.person === null}
        fallback={
          <Form
            form={form}
            act={fr(`${INVITATION.accept} « ${props.invitation.contrat} »`)}
            busy={INVITATION.accepting}
          >
            <Show
              when={props.person}
              fallback={
                <InputField
                  field={form.fields.nom}
                  label={INVITATION.nom}
                  hint={INVITATION.nomHint}
                  autocomplete="name"
                  autocapitalize="words"
                />
              }
            >
              {(name) => (
                <p>
                  {INVITATION.asAccount} <strong>{name()}</strong>.
                </p>
              )}
            </Show>
            <Show when={props.invitation.organisations.length > 0}>
              <SelectField
                field={form.fields.organisation}
                label={INVITATION.speakFor}
                hint={INVITATION.speakForHint}
                choices={[
                  { value: "", label: INVITATION.speakForNobody },
                  ...props.invitation.organisations.map(({ id, nom }) => ({ value: id, label: nom })),
                ]}
              />
            </Show>
            <Show when={props.person === null}>
              <SharedField field={form.fields.partage} />
            </Show>
            <p class="muted">
              {INVITATION.seen} {INVITATION.wrongElse}
            </p>
          </Form>
        }
      >
        <p>
          <strong>{INVITATION.existing}</strong>
        </p>
        <SignIn
          adresse={props.invitation.adresse}
          returnTo={`${paths.invitation(props.slug)}#${props.jeton}`}
          demonstration={false}
          onEntered={() => setHasAccount(false)}
        />
      </Show>
    </main>
  );
}

function InvitationFacts(props: { invitation: InvitationOpenedBody }): JSX.Element {
  return (
    <>
      <dl class="about-rows">
        <dt>{INVITATION.contrat}</dt>
        <dd>{props.invitation.contrat}</dd>
        <Show when={props.invitation.groupe}>
          {(groupe) => (
            <>
              <dt>{INVITATION.groupe}</dt>
              <dd>{groupe()}</dd>
            </>
          )}
        </Show>
        <dt>{INVITATION.role}</dt>
        <dd>{roleInvited(props.invitation.role)}</dd>
        <dt>{INVITATION.adresse}</dt>
        <dd class="adresse">{props.invitation.adresse}</dd>
      </dl>
      <p class="muted">{fr(validUntil(props.invitation.expireLe))}</p>
    </>
  );
}
