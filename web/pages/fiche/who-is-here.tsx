import { createEffect, createMemo, Index, type JSX, onCleanup, Show } from "solid-js";
import { FICHE, inPlace, othersCounted, othersHere, whoAndWhere } from "../../labels/fiche.ts";
import type { LiveFiche } from "../../primitives/create-live-fiche.ts";
import { announce } from "../../ui/announcer.ts";
import { Disclosure } from "../../ui/disclosure.tsx";
import { PersonDot } from "../../ui/person-dot.tsx";
import { distinctPeople, type PersonHere } from "./people.ts";

/** So many dots stand beside the sentence. */
const DOTS = 4;
const NARROW_DOTS = 2;

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
    announce(
      isKnown() ? whoAndWhere(others().map(({ user, place }) => ({ name: user.name, place }))) : FICHE.whoUnknown,
    );

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
    <Show when={isKnown() && others().length > 0} fallback={isKnown() && <p class="who">{FICHE.nobodyElse}</p>}>
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
          <>
            <h2 class="panel-title">{FICHE.whoIsHere}</h2>
            <ul class="people">
              {/* By place in the list: a caret that moves must not take away the button that has the focus. */}
              <Index each={others()}>
                {(person) => <Person person={person()} onGo={() => goTo(person(), close)} />}
              </Index>
            </ul>
            <button type="button" class="btn quiet small" onClick={tell}>
              {FICHE.tellWho} <kbd>F8</kbd>
            </button>
          </>
        )}
      </Disclosure>
    </Show>
  );
}

function Person(props: { person: PersonHere; onGo: () => void }): JSX.Element {
  const where = () => {
    const { place, user } = props.person;
    if (place !== null) return inPlace(place);
    return user.writes ? FICHE.reads : FICHE.canOnlyRead;
  };
  return (
    <li>
      <PersonDot name={props.person.user.name} color={props.person.user.color} />
      <span class="person-words">
        <strong>{props.person.user.name}</strong>
        <span class="muted">{where()}</span>
      </span>
      <Show when={props.person.place !== null}>
        <button type="button" class="btn small" onClick={() => props.onGo()}>
          {FICHE.goToSection}
          <span class="visually-hidden"> ({props.person.user.name})</span>
        </button>
      </Show>
    </li>
  );
}
