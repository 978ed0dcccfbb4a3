import { Index, type JSX, Show } from "solid-js";
import { inPlace, WHO } from "../../labels/who-is-here.ts";
import { PersonDot } from "../../ui/person-dot.tsx";
import type { PersonHere } from "./people.ts";

/** Everybody else who has this fiche open, where each is, and a way to go there. */
export default function WhoPanel(props: {
  others: readonly PersonHere[];
  onGo: (person: PersonHere) => void;
  onTell: () => void;
}): JSX.Element {
  return (
    <>
      <h2 class="panel-title">{WHO.title}</h2>
      <ul class="people">
        {/* By place in the list: a caret that moves must not take away the button that has the focus. */}
        <Index each={props.others}>{(person) => <Person person={person()} onGo={() => props.onGo(person())} />}</Index>
      </ul>
      <button type="button" class="btn quiet small" onClick={() => props.onTell()}>
        {WHO.tell} <kbd>F8</kbd>
      </button>
    </>
  );
}

function Person(props: { person: PersonHere; onGo: () => void }): JSX.Element {
  const where = () => {
    const { place, user } = props.person;
    if (place !== null) return inPlace(place);
    return user.writes ? WHO.reads : WHO.canOnlyRead;
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
          {WHO.goToSection}
          <span class="visually-hidden"> ({props.person.user.name})</span>
        </button>
      </Show>
    </li>
  );
}
