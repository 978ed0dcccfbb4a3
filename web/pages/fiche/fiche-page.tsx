import { useParams } from "@solidjs/router";
import { createMemo, type JSX, onMount, Show } from "solid-js";
import { paths, shortIdOfPiece } from "../../../shared/protocol/paths.ts";
import { FICHE } from "../../labels/fiche.ts";
import { ficheKey, useApp } from "../../stores/app-context.ts";
import { useRemote } from "../../stores/remote.ts";
import { createLatePart } from "../../ui/late-part.ts";
import { MessagePage } from "../message-page.tsx";
import { RefusedPage } from "../refused-page.tsx";
import { RemoteView } from "../remote-view.tsx";
import { Fiche } from "./fiche.tsx";

/** A fiche-action. Of its address only the end decides which. */
export default function FichePage(): JSX.Element {
  const params = useParams();
  const key = createMemo(
    () => {
      const slug = params["slug"] ?? "";
      const short = shortIdOfPiece(params["piece"] ?? "");
      return short === null ? null : { slug, short };
    },
    undefined,
    { equals: (a, b) => a?.slug === b?.slug && a?.short === b?.short },
  );
  // Keyed: another fiche is another page, with its own live text.
  return (
    <Show when={key()} keyed fallback={<Missing slug={params["slug"] ?? ""} short={null} />}>
      {({ slug, short }) => <FicheOf slug={slug} short={short} />}
    </Show>
  );
}

function FicheOf(props: { slug: string; short: string }): JSX.Element {
  const { fiche } = useApp();
  const key = () => ficheKey(props.slug, props.short);
  const state = useRemote(fiche, key);
  const retry = () => fiche.refresh(key());
  return (
    <RemoteView
      state={state()}
      loading={FICHE.loading}
      onRetry={retry}
      refused={(code) =>
        code === "introuvable" ? (
          <Missing slug={props.slug} short={props.short} />
        ) : (
          <RefusedPage code={code} onRetry={retry} />
        )
      }
    >
      {(body) => <Fiche body={body()} />}
    </RemoteView>
  );
}

function Missing(props: { slug: string; short: string | null }): JSX.Element {
  const { session } = useApp();
  const unsentText = createLatePart(() => import("./unsent/unsent-text.tsx"));
  onMount(() => void unsentText.ask());
  const mine = () => {
    const state = session.state();
    return state.kind === "present" && props.short !== null
      ? { account: state.session.account.id, short: props.short }
      : null;
  };
  return (
    <MessagePage
      title={FICHE.notFoundTitle}
      text={FICHE.notFound}
      act={
        <>
          <a class="btn main" href={paths.contrat(props.slug)}>
            {FICHE.backToContrat}
          </a>
          <Show when={unsentText()} keyed>
            {(UnsentText) => (
              <Show when={mine()}>
                {(asked) => (
                  <UnsentText
                    account={asked().account}
                    fiche={asked().short}
                    canSend={false}
                    onSend={() => {}}
                    isClosed
                  />
                )}
              </Show>
            )}
          </Show>
        </>
      }
    />
  );
}
