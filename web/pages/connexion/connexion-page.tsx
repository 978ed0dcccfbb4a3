import "../../styles/connexion.css";
import { useLocation } from "@solidjs/router";
import { type JSX, Match, Switch } from "solid-js";
import { returnAddress } from "../../api/return-address.ts";
import { CONNEXION } from "../../labels/connexion.ts";
import { ONLY, useApp } from "../../stores/app-context.ts";
import { useRemote } from "../../stores/remote.ts";
import { LoadingPage } from "../loading-page.tsx";
import { RefusedPage } from "../refused-page.tsx";
import { Personas } from "./personas.tsx";
import SignInPage from "./sign-in-page.tsx";

/** Where one enters: as somebody of the story in a demonstration, by mail on every other instance. */
export default function ConnexionPage(): JSX.Element {
  const { personas } = useApp();
  const location = useLocation();
  const state = useRemote(personas, () => ONLY);
  const offered = () => {
    const now = state();
    return now.kind === "ready" ? now.value.personas : null;
  };
  const refused = () => {
    const now = state();
    return now.kind === "refused" ? now.code : null;
  };
  return (
    <Switch fallback={<LoadingPage label={CONNEXION.loading} />}>
      <Match when={offered()}>
        {(list) => <Personas personas={list()} returnTo={returnAddress(location.search)} />}
      </Match>
      <Match when={refused() === "introuvable"}>
        <SignInPage />
      </Match>
      <Match when={refused()}>{(code) => <RefusedPage code={code()} onRetry={() => personas.refresh(ONLY)} />}</Match>
    </Switch>
  );
}
