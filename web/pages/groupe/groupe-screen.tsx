import { useLocation, useNavigate, useParams } from "@solidjs/router";
import { type Accessor, createContext, createEffect, type JSX, onMount, Show, untrack, useContext } from "solid-js";
import type { GroupeBody } from "../../../shared/protocol/bodies/groupe.ts";
import { contratPages } from "../../../shared/protocol/contrat-paths.ts";
import { shortIdOfPiece } from "../../../shared/protocol/paths.ts";
import type { ActRefusal } from "../../api/contrat.ts";
import { GROUPE_NAV } from "../../labels/contrat-nav.ts";
import { ACT_REFUSAL_LABELS } from "../../labels/contrat-refusals.ts";
import { GROUPE } from "../../labels/groupe.ts";
import { yourRoles } from "../../labels/groupes.ts";
import { WRITE_REFUSAL_LABELS } from "../../labels/refusals.ts";
import { createQuestion } from "../../primitives/create-question.ts";
import { keepFocus } from "../../primitives/keep-focus.ts";
import { SubNav } from "../../ui/sub-nav.tsx";
import { ContratMain, ContratScreen } from "../contrat/contrat-screen.tsx";
import { useContrat } from "../contrat/use-contrat.ts";
import { LateNotice } from "../late-notice.tsx";
import NotFoundPage from "../not-found-page.tsx";
import { RemoteView } from "../remote-view.tsx";

/** The groupe that a screen is about. */
export interface GroupeHere {
  readonly groupe: Accessor<GroupeBody>;
  readonly refresh: () => void;
  /** Why this person does not manage it and who does; null: they do. */
  readonly whyNotManage: Accessor<string | null>;
}

const GroupeContext = createContext<GroupeHere>();

/** The groupe of this screen, anywhere below `GroupeScreen`. */
export function useGroupe(): GroupeHere {
  const here = useContext(GroupeContext);
  if (here === undefined) throw new Error("useGroupe is called outside GroupeScreen");
  return here;
}

/** Around the pages of one groupe: who one is in it, its pages, and `useGroupe` for what they show. */
export function GroupeScreen(props: { title?: string; children: JSX.Element }): JSX.Element {
  const params = useParams();
  return (
    <ContratScreen>
      <Show when={shortIdOfPiece((params["rest"] ?? "").split("/")[1] ?? "")} keyed fallback={<NotFoundPage />}>
        {(short) => (
          <Known short={short} {...(props.title !== undefined && { title: props.title })}>
            {props.children}
          </Known>
        )}
      </Show>
    </ContratScreen>
  );
}

function Known(props: { short: string; title?: string; children: JSX.Element }): JSX.Element {
  const { api, slug } = useContrat();
  const question = createQuestion<GroupeBody, ActRefusal>(() => api.groupe(props.short));
  keepFocus(question.value, () => "membres");
  correctAddress(question.value);
  return (
    <RemoteView
      state={question.state()}
      loading={GROUPE.loading}
      onRetry={question.refresh}
      sentences={ACT_REFUSAL_LABELS}
    >
      {(groupe, late) => {
        const whyNotManage = () => {
          const droit = groupe().droits.gerer_groupe;
          return droit.ok ? null : WRITE_REFUSAL_LABELS[droit.code];
        };
        const links = () => [
          { href: contratPages.groupe(slug, groupe()), label: GROUPE_NAV.groupe },
          ...(whyNotManage() === null
            ? [
                { href: contratPages.groupeInviting(slug, groupe()), label: GROUPE_NAV.inviting },
                { href: contratPages.groupeSettings(slug, groupe()), label: GROUPE_NAV.settings },
              ]
            : []),
        ];
        return (
          <GroupeContext.Provider value={{ groupe, refresh: question.refresh, whyNotManage }}>
            <ContratMain
              title={props.title === undefined ? groupe().nom : props.title}
              windowTitle={props.title === undefined ? groupe().nom : `${props.title} – ${groupe().nom}`}
              lede={props.title === undefined ? yourRoles(groupe().roles) : groupe().nom}
              nav={
                <Show when={links().length > 1}>
                  <SubNav label={GROUPE_NAV.label} links={links()} />
                </Show>
              }
            >
              <LateNotice late={late()} onRetry={question.refresh} />
              {props.children}
              <GoToHash />
            </ContratMain>
          </GroupeContext.Provider>
        );
      }}
    </RemoteView>
  );
}

/** The words of an address are decoration: those of today's name take the place of others, in silence. */
function correctAddress(groupe: Accessor<GroupeBody | null>): void {
  const { slug } = useContrat();
  const location = useLocation();
  const navigate = useNavigate();
  createEffect(() => {
    const known = groupe();
    if (known === null) return;
    const right = contratPages.groupe(slug, known);
    // Only what the server says of the groupe counts, not where one goes from here.
    const { pathname, hash } = untrack(() => ({ ...location }));
    const [piece = "", ...rest] = pathname.slice(contratPages.groupes(slug).length + 1).split("/");
    if (`${contratPages.groupes(slug)}/${piece}` === right || shortIdOfPiece(piece) === null) return;
    navigate([right, ...rest].join("/") + hash, { replace: true, scroll: false, resolve: false });
  });
}

/** An address that ends with the name of a part leads to it, once it is there. */
function GoToHash(): null {
  onMount(() => {
    const part = document.getElementById(window.location.hash.slice(1));
    part?.scrollIntoView();
    part?.focus({ preventScroll: true });
  });
  return null;
}
