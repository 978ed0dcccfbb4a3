import { createEffect, createMemo, Index, type JSX, onCleanup, onMount, Show } from "solid-js";
import { othersCounted, othersHere, WHO, whoAndWhere } from "../../labels/who-is-here.ts";
import type { LiveFiche } from "../../primitives/create-live-fiche.ts";
import { announce } from "../../ui/announcer.ts";
import { Disclosure } from "../../ui/disclosure.tsx";
import { createLatePart, whenIdle } from "../../ui/late-part.ts";
import { PersonDot } from "../../ui/person-dot.tsx";
import { distinctPeople, type PersonHere } from "./people.ts";

/** So many dots stand beside the sentence. */
const DOTS = 4;
const NARROW_DOTS = 2;

/** Opened by a gesture: it comes behind the text. */
const panel = createLatePart(() => import("./who-panel.tsx"));

/** Who else has this fiche open, where each is, and a way to go there. F8 says it aloud. */
export function WhoIsHere(props: { live: LiveFiche; wide: boolean }): JSX.Element {
  const names = () => others().map(({ user }) => user.name);
  const others = createMemo(() => distinctPeople(props.live.people()));
  const goTo = (person: PersonHere, close: () => void) => {
    close();
    props.live.goToPerson(person.client);
  };
  // Without the server nobody knows.
  const isKnown = () => props.live.status().kind === "online";
  const tell = () =>
    announce(isKnown() ? whoAndWhere(others().map(({ user, place }) => ({ name: user.name, place }))) : WHO.unknown);

  onMount(() => whenIdle(() => void panel.ask()));
  createEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "F8" || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      tell();
    };
    document.addEventListener("keydown", onKey);
    onCleanup(() => document.removeEventListener("keydown", onKey));
  });

  return (
    <Show when={isKnown() && others().length > 0} fallback={isKnown() && <p class="who">{WHO.nobodyElse}</p>}>
      <Disclosure
        align="end"
        class="who"
        label={
          <>
            <span class="dots">
              <Index each={others().slice(0, props.wide ? DOTS : NARROW_DOTS)}>
                {(person) => <PersonDot name={person().user.name} color={person().user.color} small={!props.wide} />}
              </Index>
            </span>
            {props.wide ? othersHere(names()) : othersCounted(names().length)}
          </>
        }
      >
        {(close) => (
          <Show when={panel()} keyed>
            {(WhoPanel) => <WhoPanel others={others()} onGo={(person) => goTo(person, close)} onTell={tell} />}
          </Show>
        )}
      </Disclosure>
    </Show>
  );
}
