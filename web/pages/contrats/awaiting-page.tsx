import "../../styles/contrats.css";
import { createMemo, type JSX, onMount, Show } from "solid-js";
import type { ContratsBody } from "../../../shared/protocol/http-bodies.ts";
import { paths } from "../../../shared/protocol/paths.ts";
import type { ApiRefusal } from "../../api/client.ts";
import { AWAITING, awaitingLede } from "../../labels/contrats.ts";
import { pageTitle } from "../../labels/shell.ts";
import { ONLY, useApp } from "../../stores/app-context.ts";
import { useRemote } from "../../stores/remote.ts";
import { createLatePart } from "../../ui/late-part.ts";
import { PageHeading } from "../../ui/page-heading.tsx";
import { usePageTitle } from "../../ui/page-title.ts";
import { LateNotice } from "../late-notice.tsx";
import { RemoteView } from "../remote-view.tsx";
import { MyContrats } from "./my-contrats.tsx";
import { MyFiches } from "./my-fiches.tsx";
import { myFichesOf } from "./my-fiches-of.ts";

/** « Ce qui m'attend »: who asks something, what comes, my fiches and my contrats. */
export default function AwaitingPage(): JSX.Element {
  const { contrats } = useApp();
  const state = useRemote(contrats, () => ONLY);
  const retry = () => contrats.refresh(ONLY);
  return (
    <RemoteView state={state()} loading={AWAITING.loading} onRetry={retry}>
      {(body, late) => <Awaiting body={body()} late={late()} onRetry={retry} />}
    </RemoteView>
  );
}

function Awaiting(props: { body: ContratsBody; late: ApiRefusal | null; onRetry: () => void }): JSX.Element {
  const { session } = useApp();
  usePageTitle(() => pageTitle(AWAITING.title));
  // It asks more of the server: behind what is known already.
  const attentes = createLatePart(() => import("./attentes.tsx"));
  const waiting = createLatePart(() => import("./waiting.tsx"));
  const regions = createLatePart(() => import("./my-regions.tsx"));
  onMount(() => {
    void attentes.ask();
    void waiting.ask();
    void regions.ask();
  });
  const firstName = () => {
    const state = session.state();
    return state.kind === "present" ? (state.session.account.nom.split(" ")[0] ?? "") : "";
  };
  const administers = () => {
    const state = session.state();
    return state.kind === "present" && state.session.administration;
  };
  const mine = createMemo(() => myFichesOf(props.body.contrats));
  const seesSome = () => props.body.contrats.some((contrat) => contrat.fiches.length > 0);
  const lede = () => {
    const { inGroupe, fiches } = mine();
    return awaitingLede(inGroupe, fiches.length, new Set(fiches.map(({ contrat }) => contrat.slug)).size);
  };
  return (
    <main class="page">
      <PageHeading>
        {AWAITING.hello} {firstName()}
      </PageHeading>
      <Show when={lede()}>{(sentence) => <p class="lede">{sentence()}</p>}</Show>
      <LateNotice late={props.late} onRetry={props.onRetry} />
      <Show
        when={props.body.contrats.length > 0}
        fallback={
          <section class="empty">
            <h2>{AWAITING.nothingTitle}</h2>
            <Show when={administers()} fallback={<p>{AWAITING.noContrat}</p>}>
              <p>
                <a href={paths.administration}>{AWAITING.makeContrat}</a>
              </p>
            </Show>
          </section>
        }
      >
        <Show when={attentes()} keyed>
          {(Attentes) => <Attentes />}
        </Show>
        <Show when={waiting()} keyed>
          {(Waiting) => <Waiting contrats={props.body.contrats} />}
        </Show>
        <MyFiches mine={mine()} seesSome={seesSome()} />
        <MyContrats contrats={props.body.contrats} />
      </Show>
      <Show when={regions()} keyed>
        {(Regions) => <Regions />}
      </Show>
    </main>
  );
}
