import MenuIcon from "lucide-solid/icons/menu";
import { createMemo, type JSX, Show } from "solid-js";
import type { SessionBody } from "../../../shared/protocol/http-bodies.ts";
import { paths } from "../../../shared/protocol/paths.ts";
import { SHELL } from "../../labels/shell.ts";
import { ONLY, useApp } from "../../stores/app-context.ts";
import { useRemote } from "../../stores/remote.ts";
import { Disclosure } from "../../ui/disclosure.tsx";
import { Mark } from "../../ui/mark.tsx";
import { createMediaQuery } from "../../ui/media-query.ts";
import { PersonDot } from "../../ui/person-dot.tsx";
import { ServerLink } from "../../ui/server-link.tsx";
import { AccountMenu } from "./account-menu.tsx";
import { AwaitingLink, ContratLinks, MainNav } from "./main-nav.tsx";

/** The top of every page: where one may go, and who one is. */
export function Header(props: { onSignOut: () => void }): JSX.Element {
  const { session } = useApp();
  const present = createMemo(() => {
    const state = session.state();
    return state.kind === "present" ? state.session : null;
  });
  return (
    <header class="bar">
      <Show when={present()} fallback={<HomeMark />} keyed>
        {(here) => <SignedIn session={here} onSignOut={props.onSignOut} />}
      </Show>
    </header>
  );
}

function HomeMark(): JSX.Element {
  return (
    <ServerLink href={paths.home} class="mark">
      <Mark />
      {SHELL.product}
    </ServerLink>
  );
}

function SignedIn(props: { session: SessionBody; onSignOut: () => void }): JSX.Element {
  const state = useRemote(useApp().contrats, () => ONLY);
  const contrats = createMemo(() => {
    const now = state();
    return now.kind === "ready" ? now.value.contrats : [];
  });
  const wide = createMediaQuery("(min-width: 56em)");
  const account = (close: () => void) => (
    <AccountMenu
      session={props.session}
      onSignOut={() => {
        close();
        props.onSignOut();
      }}
    />
  );
  return (
    <>
      <a class="mark" href={paths.awaiting}>
        <Mark />
        {SHELL.product}
      </a>
      <Show
        when={wide()}
        fallback={
          <Disclosure
            align="end"
            plain
            label={
              <>
                <MenuIcon class="icon" />
                {SHELL.menu}
              </>
            }
          >
            {(close) => (
              <>
                <nav class="menu-list" aria-label={SHELL.mainNav}>
                  <AwaitingLink />
                  <ContratLinks contrats={contrats()} />
                </nav>
                {account(close)}
              </>
            )}
          </Disclosure>
        }
      >
        <MainNav contrats={contrats()} />
        <Disclosure
          align="end"
          class="account"
          label={
            <>
              <PersonDot name={props.session.account.nom} color={props.session.account.color} />
              <span class="account-name">
                <span class="visually-hidden">{SHELL.account}, </span>
                {props.session.account.nom}
              </span>
            </>
          }
        >
          {account}
        </Disclosure>
      </Show>
    </>
  );
}
