import { createSignal, For, type JSX, Show } from "solid-js";
import type { PersonaBody } from "../../../shared/protocol/http-bodies.ts";
import { paths } from "../../../shared/protocol/paths.ts";
import { API_REFUSAL_LABELS } from "../../labels/api-refusals.ts";
import { CONNEXION } from "../../labels/connexion.ts";
import { PERSONA_GROUPS, type PersonaGroup } from "../../labels/roles.ts";
import { pageTitle } from "../../labels/shell.ts";
import { SIGN_IN } from "../../labels/sign-in.ts";
import { useApp } from "../../stores/app-context.ts";
import { isSharedComputer, sayShared } from "../../stores/shared-computer.ts";
import { Notice } from "../../ui/notice.tsx";
import { PageHeading } from "../../ui/page-heading.tsx";
import { usePageTitle } from "../../ui/page-title.ts";
import { ServerLink } from "../../ui/server-link.tsx";
import { AlreadyHere } from "./already-here.tsx";
import { useGoOn } from "./go-on.ts";

export interface PersonasProps {
  readonly personas: readonly PersonaBody[];
  /** The page that was asked for before signing in. */
  readonly returnTo: string | null;
}

/** The people of a demonstration, by what they are. */
export function Personas(props: PersonasProps): JSX.Element {
  const { session } = useApp();
  const goOn = useGoOn();
  const [entering, setEntering] = createSignal<string | null>(null);
  const [failure, setFailure] = createSignal<string | null>(null);
  const [shared, setShared] = createSignal(isSharedComputer());
  usePageTitle(() => pageTitle(CONNEXION.title));

  async function enter(persona: PersonaBody): Promise<void> {
    if (entering() !== null) return;
    setEntering(persona.slug);
    setFailure(null);
    // Before anybody is here: nothing of theirs is kept even for an instant.
    sayShared(shared());
    const result = await session.enterAs(persona.slug);
    setEntering(null);
    if (!result.ok) {
      setFailure(API_REFUSAL_LABELS[result.code]);
      return;
    }
    goOn(props.returnTo);
  }

  const groups = () =>
    PERSONA_GROUPS.map((group) => ({ group, personas: props.personas.filter((each) => isIn(group, each)) })).filter(
      ({ personas }) => personas.length > 0,
    );

  return (
    <main class="page">
      <PageHeading>{CONNEXION.title}</PageHeading>
      <p class="lede">{CONNEXION.lede}</p>
      <AlreadyHere />
      <Show when={failure()}>
        {(reason) => (
          <Notice tone="warn" urgent>
            {reason()}
          </Notice>
        )}
      </Show>
      <p class="muted">
        {CONNEXION.note}
        <Show when={props.returnTo !== null}> {CONNEXION.returning}</Show>
      </p>
      <fieldset class="choices">
        <legend>{CONNEXION.sharedTitle}</legend>
        <For each={[false, true]}>
          {(value) => (
            <label class="check">
              <input type="radio" name="partage" checked={shared() === value} onChange={() => setShared(value)} />
              {value ? CONNEXION.sharedYes : CONNEXION.sharedNo}
            </label>
          )}
        </For>
      </fieldset>
      <For each={groups()}>
        {({ group, personas }) => (
          <section class="persona-group">
            <div>
              <h2>{group.title}</h2>
              <p class="muted">{group.means}</p>
            </div>
            <ul class="personas">
              <For each={personas}>
                {(persona) => (
                  <li>
                    <div class="persona-words">
                      <h3>{persona.nom}</h3>
                      <p class="muted">{persona.organisation}</p>
                      <p>{persona.presentation}</p>
                    </div>
                    <button
                      type="button"
                      class="btn"
                      aria-disabled={entering() !== null}
                      onClick={() => void enter(persona)}
                    >
                      {entering() === persona.slug ? CONNEXION.entering : `${CONNEXION.enterAs} ${persona.nom}`}
                    </button>
                  </li>
                )}
              </For>
            </ul>
          </section>
        )}
      </For>
      <section class="by-mail">
        <h2>{SIGN_IN.byMail}</h2>
        <p>{SIGN_IN.byMailMeans}</p>
        <p class="links">
          <a href={paths.signInByMail}>{SIGN_IN.send}</a>
          <ServerLink href={paths.outbox}>{SIGN_IN.outbox}</ServerLink>
        </p>
      </section>
    </main>
  );
}

function isIn(group: PersonaGroup, persona: PersonaBody): boolean {
  const [first] = persona.roles;
  // The first role is what the person mostly is; somebody without any would otherwise be nowhere.
  return first === undefined ? group === PERSONA_GROUPS.at(-1) : group.roles.includes(first);
}
