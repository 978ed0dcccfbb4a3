import { type JSX, Show } from "solid-js";
import type { ActesBody } from "../../../shared/protocol/bodies/fiche-acts.ts";
import { paths } from "../../../shared/protocol/paths.ts";
import type { ActRefusal } from "../../api/contrat.ts";
import { FICHE } from "../../labels/fiche.ts";
import { pageTitle } from "../../labels/shell.ts";
import { ficheModifiedSince } from "../../labels/standing-badge.ts";
import { createQuestion } from "../../primitives/create-question.ts";
import { PageHeading } from "../../ui/page-heading.tsx";
import { usePageTitle } from "../../ui/page-title.ts";
import { ficheName } from "../fiche-name.ts";
import { ModifiedSince } from "./actes/standing-words.tsx";
import { keepStandingTrue } from "./actes/true-standing.ts";
import { useFicheActs } from "./actes/use-fiche-acts.ts";
import { useFiche } from "./use-fiche.ts";
import { type FicheView, ViewsNav } from "./views-nav.tsx";

export interface ViewMainProps {
  readonly view: FicheView;
  /** What this page shows; the fiche itself is named above it. */
  readonly title: string;
  /** Of a page below the view's own: where it comes from. */
  readonly crumb?: { readonly href: string; readonly label: string };
  /** Facts under the title. */
  readonly facts?: JSX.Element;
  readonly children: JSX.Element;
}

/** One page of a view of a fiche: which fiche, what is shown of it, the other views. */
export function ViewMain(props: ViewMainProps): JSX.Element {
  const { body } = useFiche();
  // The Instruction view has what is done about the fiche, which asks the same.
  if (props.view === "historique") {
    const api = useFicheActs(body());
    keepStandingTrue(body, createQuestion<ActesBody, ActRefusal>(() => api.actes()).value);
  }
  const home = () =>
    body().fiche.droits.lire.ok ? paths.fiche(body().contrat.slug, body().fiche) : paths.contrat(body().contrat.slug);
  usePageTitle(() => pageTitle(props.title, ficheName(body().fiche), body().contrat.nom));
  return (
    <main class="fiche">
      <header class="head">
        <nav class="crumbs links" aria-label={FICHE.breadcrumb}>
          <ol>
            <li>
              <a href={paths.contrat(body().contrat.slug)}>{body().contrat.nom}</a>
            </li>
            <li>
              <Show when={body().fiche.droits.lire.ok} fallback={ficheName(body().fiche)}>
                <a href={home()}>{ficheName(body().fiche)}</a>
              </Show>
            </li>
            <Show when={props.crumb}>
              {(crumb) => (
                <li>
                  <a href={crumb().href}>{crumb().label}</a>
                </li>
              )}
            </Show>
          </ol>
        </nav>
        <PageHeading>{props.title}</PageHeading>
        <Show when={props.facts}>{(facts) => <div class="facts">{facts()}</div>}</Show>
        <ModifiedSince body={body()} words={ficheModifiedSince} />
      </header>
      <ViewsNav body={body()} view={props.view} isPage={props.crumb === undefined} />
      {props.children}
    </main>
  );
}
