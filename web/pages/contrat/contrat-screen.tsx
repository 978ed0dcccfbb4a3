import "../../styles/contrat-screens.css";
import { useParams } from "@solidjs/router";
import { type JSX, Show } from "solid-js";
import { paths } from "../../../shared/protocol/paths.ts";
import { createContratApi } from "../../api/contrat.ts";
import { CONTRAT } from "../../labels/contrats.ts";
import { pageTitle } from "../../labels/shell.ts";
import { ONLY, useApp } from "../../stores/app-context.ts";
import { useRemote } from "../../stores/remote.ts";
import { lazyPart } from "../../ui/late-part.ts";
import { PageHeading } from "../../ui/page-heading.tsx";
import { usePageTitle } from "../../ui/page-title.ts";
import { LateNotice } from "../late-notice.tsx";
import { RemoteView } from "../remote-view.tsx";
import { ContratNav } from "./contrat-nav.tsx";
import { ContratContext, useContrat } from "./use-contrat.ts";

const AccessEnded = lazyPart(() => import("./access-ended.tsx"));

/** Around every screen about a contrat but its plan d'actions: the contrat is known, and `useContrat` gives it. */
export function ContratScreen(props: { children: JSX.Element }): JSX.Element {
  const params = useParams();
  // Keyed: another contrat is another page.
  return (
    <Show when={params["slug"]} keyed>
      {(slug) => <Known slug={slug}>{props.children}</Known>}
    </Show>
  );
}

function Known(props: { slug: string; children: JSX.Element }): JSX.Element {
  const { ask, contrat, contrats } = useApp();
  const state = useRemote(contrat, () => props.slug);
  const refresh = () => {
    contrat.refresh(props.slug);
    contrats.refresh(ONLY);
  };
  return (
    <RemoteView
      state={state()}
      loading={CONTRAT.loading}
      onRetry={() => contrat.refresh(props.slug)}
      refused={(code) => (code === "acces_retire" ? <AccessEnded slug={props.slug} /> : null)}
    >
      {(value, late) => (
        <ContratContext.Provider
          value={{ slug: value().slug, contrat: value, api: createContratApi(ask, value().slug), refresh }}
        >
          <Show when={late() !== null}>
            <div class="page-late">
              <LateNotice late={late()} onRetry={() => contrat.refresh(props.slug)} />
            </div>
          </Show>
          {props.children}
        </ContratContext.Provider>
      )}
    </RemoteView>
  );
}

export interface ContratPageProps {
  readonly title: string;
  /** The title of the window, when it says more than the heading. */
  readonly windowTitle?: string;
  readonly lede?: JSX.Element;
  /** The navigation inside this subject. */
  readonly nav?: JSX.Element;
  readonly children: JSX.Element;
}

/** One page about a contrat: which contrat, its navigation, a heading. */
export function ContratMain(props: ContratPageProps): JSX.Element {
  const { contrat } = useContrat();
  usePageTitle(() => pageTitle(props.windowTitle ?? props.title, contrat().nom));
  return (
    <main class="page wide">
      <p class="crumb">
        <a href={paths.contrat(contrat().slug)}>{contrat().nom}</a>
      </p>
      <ContratNav contrat={contrat()} />
      <PageHeading>{props.title}</PageHeading>
      <Show when={props.lede}>{(lede) => <p class="lede">{lede()}</p>}</Show>
      {props.nav}
      {props.children}
    </main>
  );
}
