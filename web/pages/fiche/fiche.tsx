import { createSignal, type JSX, lazy, Show, Suspense } from "solid-js";
import type { FicheBody } from "../../../shared/protocol/http-bodies.ts";
import { FICHE } from "../../labels/fiche.ts";
import { pageTitle } from "../../labels/shell.ts";
import type { LiveFiche } from "../../primitives/create-live-fiche.ts";
import { useApp } from "../../stores/app-context.ts";
import { createMediaQuery } from "../../ui/media-query.ts";
import { usePageTitle } from "../../ui/page-title.ts";
import { Skeleton } from "../../ui/skeleton.tsx";
import { ficheName } from "../fiche-name.ts";
import { correctAddress } from "./correct-address.ts";
import { Head } from "./head.tsx";
import { Strip } from "./strip.tsx";

// Asked for as soon as this page is: the text, and all that writing needs, is the largest part to load.
const loading = import("./redaction/redaction.tsx");
const Redaction = lazy(() => loading);

/** The frame around the views of a fiche, and its Rédaction. */
export function Fiche(props: { body: FicheBody }): JSX.Element {
  const { session } = useApp();
  const [live, setLive] = createSignal<LiveFiche | null>(null);
  const wide = createMediaQuery("(min-width: 62em)");
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
      <Head body={props.body} intitule={intitule()} />
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
