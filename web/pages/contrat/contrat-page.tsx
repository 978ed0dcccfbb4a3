import "../../styles/contrats.css";
import { useParams } from "@solidjs/router";
import { type JSX, Show } from "solid-js";
import { CONTRAT } from "../../labels/contrats.ts";
import { useApp } from "../../stores/app-context.ts";
import { useRemote } from "../../stores/remote.ts";
import { lazyPart } from "../../ui/late-part.ts";
import { RemoteView } from "../remote-view.tsx";
import { Contrat } from "./contrat.tsx";

const AccessEnded = lazyPart(() => import("./access-ended.tsx"));

/** A contrat: its plan d'actions, and what it is. */
export default function ContratPage(): JSX.Element {
  const params = useParams();
  // Keyed: another contrat is another page, with its own heading and its own search.
  return (
    <Show when={params["slug"]} keyed>
      {(slug) => <ContratOf slug={slug} />}
    </Show>
  );
}

function ContratOf(props: { slug: string }): JSX.Element {
  const { contrat } = useApp();
  const state = useRemote(contrat, () => props.slug);
  const retry = () => contrat.refresh(props.slug);
  return (
    <RemoteView
      state={state()}
      loading={CONTRAT.loading}
      onRetry={retry}
      refused={(code) => (code === "acces_retire" ? <AccessEnded slug={props.slug} /> : null)}
    >
      {(value, late) => <Contrat contrat={value()} late={late()} onRetry={retry} />}
    </RemoteView>
  );
}
