import { Navigate } from "@solidjs/router";
import { createSignal, type JSX, lazy, onMount, Show, Suspense, untrack } from "solid-js";
import { fichePages } from "../../../shared/protocol/fiche-paths.ts";
import type { FicheBody } from "../../../shared/protocol/http-bodies.ts";
import { FICHE } from "../../labels/fiche.ts";
import { pageTitle } from "../../labels/shell.ts";
import type { LiveFiche } from "../../primitives/create-live-fiche.ts";
import { useApp } from "../../stores/app-context.ts";
import { bring, createLatePart } from "../../ui/late-part.ts";
import { createMediaQuery } from "../../ui/media-query.ts";
import { usePageTitle } from "../../ui/page-title.ts";
import { Skeleton } from "../../ui/skeleton.tsx";
import { ficheName } from "../fiche-name.ts";
import { correctAddress } from "./correct-address.ts";
import { Head } from "./head.tsx";
import { Strip } from "./strip.tsx";

// Asked for as soon as this page is: the text, and all that writing needs, is the largest part to load.
const loading = bring(() => import("./redaction/redaction.tsx"));
const Redaction = lazy(() => loading);

/** A fiche as it is written. Who may read no more than its versions is led to them. */
export function Fiche(props: { body: FicheBody }): JSX.Element {
  // As it opens: a right that ends while one writes leaves the text on the screen, and the live text says why.
  const reads = untrack(() => props.body.fiche.droits.lire.ok);
  return reads ? (
    <Written body={props.body} />
  ) : (
    <Navigate href={fichePages.historique(props.body.contrat.slug, props.body.fiche)} />
  );
}

function Written(props: { body: FicheBody }): JSX.Element {
  const { session } = useApp();
  const [live, setLive] = createSignal<LiveFiche | null>(null);
  const wide = createMediaQuery("(min-width: 62em)");
  // Where it stands in sentences, and what one can do about it: no part of what writing waits for.
  const acts = createLatePart(() => import("./actes/fiche-actes.tsx"));
  onMount(() => void acts.ask());
  const account = () => {
    const state = session.state();
    return state.kind === "present" ? state.session.account : null;
  };
  const intitule = () => {
    const text = live();
    return text?.loaded() === true ? text.intitule() : props.body.fiche.intitule;
  };
  const named = () => ({ numero: props.body.fiche.numero, intitule: intitule() });
  usePageTitle(() => pageTitle(ficheName(named()), props.body.contrat.nom));
  correctAddress(() => props.body);

  return (
    <main class="fiche">
      <Head
        body={props.body}
        intitule={intitule()}
        acts={
          <Show when={acts()} keyed>
            {(Acts) => <Acts body={props.body} live={live()} intitule={intitule()} />}
          </Show>
        }
      />
      <Strip body={props.body} live={live()} wide={wide()} />
      <Show when={account()} keyed>
        {(here) => (
          <Suspense fallback={<Skeleton class="frame" label={FICHE.loadingText} lines={10} />}>
            <Redaction account={here} body={props.body} wide={wide()} onLive={setLive} />
          </Suspense>
        )}
      </Show>
    </main>
  );
}
