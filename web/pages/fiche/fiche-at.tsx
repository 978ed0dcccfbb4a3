import { useParams } from "@solidjs/router";
import { type Accessor, createMemo, type JSX, Show } from "solid-js";
import type { FicheBody } from "../../../shared/protocol/http-bodies.ts";
import { shortIdOfPiece } from "../../../shared/protocol/paths.ts";
import { FICHE } from "../../labels/fiche.ts";
import { ficheKey, useApp } from "../../stores/app-context.ts";
import { useRemote } from "../../stores/remote.ts";
import { lazyPart } from "../../ui/late-part.ts";
import { RefusedPage } from "../refused-page.tsx";
import { RemoteView } from "../remote-view.tsx";

// Only the server says that there is none: the network is there to bring this.
const Missing = lazyPart(() => import("./missing-fiche.tsx"));

/** The fiche of this address, of which only the end decides which, or why there is none. Keyed: another fiche is another page. */
export function FicheAt(props: { piece: string; children: (body: Accessor<FicheBody>) => JSX.Element }): JSX.Element {
  const params = useParams();
  const key = createMemo(
    () => {
      const slug = params["slug"] ?? "";
      const short = shortIdOfPiece(props.piece);
      return short === null ? null : { slug, short };
    },
    undefined,
    { equals: (a, b) => a?.slug === b?.slug && a?.short === b?.short },
  );
  return (
    <Show when={key()} keyed fallback={<Missing slug={params["slug"] ?? ""} short={null} />}>
      {({ slug, short }) => (
        <FicheOf slug={slug} short={short}>
          {props.children}
        </FicheOf>
      )}
    </Show>
  );
}

function FicheOf(props: {
  slug: string;
  short: string;
  children: (body: Accessor<FicheBody>) => JSX.Element;
}): JSX.Element {
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
      {(body) => props.children(body)}
    </RemoteView>
  );
}
