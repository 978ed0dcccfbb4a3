import "../../styles/connexion.css";
import { useNavigate, useParams } from "@solidjs/router";
import { createMemo, type JSX, Show } from "solid-js";
import { readWorkshopCode } from "../../../shared/domain/atelier.ts";
import { parsePersonName } from "../../../shared/domain/person-name.ts";
import { paths } from "../../../shared/protocol/paths.ts";
import { ok } from "../../../shared/result.ts";
import { slugify } from "../../../shared/text/slugify.ts";
import { createJoiningApi } from "../../api/joining.ts";
import { ATELIER, ATELIER_REFUSALS } from "../../labels/joining.ts";
import { pageTitle } from "../../labels/shell.ts";
import { createForm } from "../../primitives/create-form.ts";
import { ONLY, useApp } from "../../stores/app-context.ts";
import { CheckField } from "../../ui/form/check-field.tsx";
import { Form } from "../../ui/form/form.tsx";
import { InputField } from "../../ui/form/input-field.tsx";
import { shapeWorkshopCode } from "../../ui/form/workshop-shape.ts";
import { PageHeading } from "../../ui/page-heading.tsx";
import { usePageTitle } from "../../ui/page-title.ts";
import { keepSharedAnswer, SharedField, sharedAnswer } from "../connexion/shared-field.tsx";
import { joinedPath } from "../joined-path.ts";

/** Where somebody comes with the code of a workshop. */
export default function AtelierPage(): JSX.Element {
  const params = useParams();
  usePageTitle(() => pageTitle(ATELIER.title));
  return (
    <main class="page sign-in">
      <PageHeading>{ATELIER.title}</PageHeading>
      <p class="lede">{ATELIER.lede}</p>
      <Show when={params["slug"]} fallback={<WhichContrat />}>
        {(slug) => <Join slug={slug()} />}
      </Show>
    </main>
  );
}

function WhichContrat(): JSX.Element {
  const navigate = useNavigate();
  const form = createForm({
    initial: { contrat: "" },
    check: ({ contrat }) => ({ contrat: slugify(contrat, 80) === "" ? ATELIER.whichMissing : null }),
    send: async () => ok(null),
    sentences: {},
    done: (_, { contrat }) => navigate(paths.atelier(slugify(contrat, 80))),
  });
  return (
    <Form form={form} act={ATELIER.goOn} busy={ATELIER.goOn}>
      <InputField
        field={form.fields.contrat}
        label={ATELIER.which}
        hint={ATELIER.whichHint}
        size="medium"
        autocapitalize="none"
      />
    </Form>
  );
}

function Join(props: { slug: string }): JSX.Element {
  const { ask, session, contrats } = useApp();
  const api = createJoiningApi(ask);
  const navigate = useNavigate();
  const person = createMemo(() => {
    const state = session.state();
    return state.kind === "present" ? state.session.account.nom : null;
  });
  const form = createForm({
    initial: { code: "", nom: "", accord: false, partage: sharedAnswer() },
    check: ({ code, nom, accord }) => ({
      code: readWorkshopCode(code) === null ? ATELIER.wrongCode : null,
      nom: person() === null && parsePersonName(nom) === null ? ATELIER_REFUSALS.nom_attendu : null,
      accord: accord ? null : ATELIER.consentMissing,
    }),
    send: async ({ code, nom, partage }) => {
      if (person() === null) keepSharedAnswer(partage);
      const result = await api.joinAtelier(props.slug, { code, nom: person() === null ? nom : null });
      if (result.ok) {
        await session.load();
        contrats.refresh(ONLY);
      }
      return result;
    },
    sentences: ATELIER_REFUSALS,
    at: {
      atelier_inconnu: "code",
      atelier_expire: "code",
      atelier_ferme: "code",
      atelier_epuise: "code",
      nom_attendu: "nom",
    },
    done: (joined) => navigate(joinedPath(props.slug, joined, ""), { replace: true }),
  });
  return (
    <Form form={form} act={ATELIER.join} busy={ATELIER.joining}>
      <InputField
        field={form.fields.code}
        label={ATELIER.code}
        hint={ATELIER.codeHint}
        size="short"
        autocapitalize="characters"
        shape={shapeWorkshopCode}
        counts={/[A-Za-z0-9]/u}
      />
      <Show
        when={person()}
        fallback={
          <InputField
            field={form.fields.nom}
            label={ATELIER.nom}
            hint={ATELIER.nomHint}
            autocomplete="name"
            autocapitalize="words"
          />
        }
      >
        {(name) => (
          <p>
            {ATELIER.asAccount} <strong>{name()}</strong>.
          </p>
        )}
      </Show>
      <section class="form-part">
        <h2>{ATELIER.consentTitle}</h2>
        <ul>
          <li>{ATELIER.consentKept}</li>
          <li>{ATELIER.consentSeen}</li>
          <li>{ATELIER.consentEnd}</li>
        </ul>
        <CheckField field={form.fields.accord} label={ATELIER.consent} />
      </section>
      <Show when={person() === null}>
        <SharedField field={form.fields.partage} />
        <p class="muted">{ATELIER.noReturn}</p>
      </Show>
    </Form>
  );
}
