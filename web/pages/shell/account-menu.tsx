import LogOut from "lucide-solid/icons/log-out";
import Settings from "lucide-solid/icons/settings";
import UserRound from "lucide-solid/icons/user-round";
import UsersRound from "lucide-solid/icons/users-round";
import { type JSX, Show } from "solid-js";
import type { SessionBody } from "../../../shared/protocol/http-bodies.ts";
import { paths } from "../../../shared/protocol/paths.ts";
import { SHELL } from "../../labels/shell.ts";
import { PersonDot } from "../../ui/person-dot.tsx";

/** Who is signed in, and how to leave: the inside of the account's menu and of the phone's. */
export function AccountMenu(props: { session: SessionBody; onSignOut: () => void }): JSX.Element {
  return (
    <div class="menu-list">
      <p class="menu-person">
        <PersonDot name={props.session.account.nom} color={props.session.account.color} />
        <strong>{props.session.account.nom}</strong>
      </p>
      <a href={paths.account}>
        <UserRound class="icon" />
        {SHELL.account}
      </a>
      <Show when={props.session.administration}>
        <a href={paths.administration}>
          <Settings class="icon" />
          {SHELL.administration}
        </a>
      </Show>
      <Show when={props.session.demonstration}>
        <a href={paths.signIn}>
          <UsersRound class="icon" />
          {SHELL.changePerson}
        </a>
      </Show>
      <button type="button" onClick={props.onSignOut}>
        <LogOut class="icon" />
        {SHELL.signOut}
      </button>
    </div>
  );
}
