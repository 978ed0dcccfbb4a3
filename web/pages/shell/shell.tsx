import { type RouteSectionProps, useIsRouting, useLocation } from "@solidjs/router";
import {
  createEffect,
  createMemo,
  createSignal,
  ErrorBoundary,
  type JSX,
  lazy,
  on,
  onCleanup,
  onMount,
  Show,
  Suspense,
} from "solid-js";
import { API_REFUSAL_LABELS } from "../../labels/api-refusals.ts";
import { SHELL } from "../../labels/shell.ts";
import { ONLY, useApp } from "../../stores/app-context.ts";
import { announce } from "../../ui/announcer.ts";
import { askToOpen, bring, createIdlePart } from "../../ui/late-part.ts";
import { LiveRegion } from "../../ui/live-region.tsx";
import { awaitHeading } from "../../ui/page-focus.ts";
import { SkipLinks } from "../../ui/skip-links.tsx";
import { BrokenPage } from "../broken-page.tsx";
import { LoadingPage } from "../loading-page.tsx";
import { DemoBanner } from "./demo-banner.tsx";
import { Footer } from "./footer.tsx";
import { Header } from "./header.tsx";
import { pageKey } from "./page-key.ts";
import { asksForShortcuts } from "./question-mark.ts";

const loadShortcuts = () => bring(() => import("./shortcuts-dialog.tsx"));
const ShortcutsDialog = lazy(loadShortcuts);

/** What surrounds every page. */
export function Shell(props: RouteSectionProps): JSX.Element {
  const location = useLocation();
  const routing = useIsRouting();
  const signOut = createIdlePart(() => import("./sign-out.tsx"));
  const [leaving, setLeaving] = createSignal(0);
  // Brought in advance: it is when the network is gone that it asks something.
  const leave = () => {
    setLeaving((turn) => turn + 1);
    askToOpen(signOut, () => setLeaving(0));
  };
  const demonstration = createDemonstration();
  const [shortcuts, setShortcuts] = createSignal(false);
  const showShortcuts = () => {
    // Without the network there is nothing to show, and nothing is broken either.
    void loadShortcuts().then(
      () => setShortcuts(true),
      () => announce(API_REFUSAL_LABELS.hors_ligne),
    );
  };

  // The words of an address may be corrected under the person's feet: that is no change of page.
  createEffect(
    on(
      createMemo(() => pageKey(location.pathname)),
      awaitHeading,
      { defer: true },
    ),
  );

  onMount(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!asksForShortcuts(event)) return;
      event.preventDefault();
      showShortcuts();
    };
    document.addEventListener("keydown", onKey);
    onCleanup(() => document.removeEventListener("keydown", onKey));
  });

  return (
    <>
      <SkipLinks links={[{ label: SHELL.skipToContent, target: "contenu" }]} />
      <Show when={demonstration()}>
        <DemoBanner />
      </Show>
      <Header onSignOut={leave} />
      <Show when={leaving() > 0 && signOut()} keyed>
        {(SignOut) => <SignOut turn={leaving()} />}
      </Show>
      <Show when={routing()}>
        <p class="routing">{SHELL.loading}</p>
      </Show>
      <div id="contenu" class="content" tabindex="-1">
        <ErrorBoundary fallback={(error) => <BrokenPage error={error} />}>
          <Suspense fallback={<LoadingPage label={SHELL.loading} />}>{props.children}</Suspense>
        </ErrorBoundary>
      </div>
      <Footer onShortcuts={showShortcuts} />
      <LiveRegion />
      <Show when={shortcuts()}>
        <Suspense>
          <ShortcutsDialog onClose={() => setShortcuts(false)} />
        </Suspense>
      </Show>
    </>
  );
}

/** Whether this instance is a demonstration: its session says so, and before any, that it has personas to offer. */
function createDemonstration(): () => boolean {
  const { session, personas } = useApp();
  const nobody = createMemo(() => session.state().kind === "absent");
  const offer = createMemo(() => (nobody() ? personas.open(ONLY) : null));
  return () => {
    const state = session.state();
    return state.kind === "present" ? state.session.demonstration : offer()?.().kind === "ready";
  };
}
