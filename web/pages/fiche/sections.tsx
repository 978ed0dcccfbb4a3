import CircleIcon from "lucide-solid/icons/circle";
import CircleCheck from "lucide-solid/icons/circle-check";
import ListIcon from "lucide-solid/icons/list";
import { For, Index, type JSX, Show } from "solid-js";
import { TEXT_SECTIONS, type TextSection } from "../../../shared/editor/sections.ts";
import { completeness, shortCompleteness } from "../../labels/completeness.ts";
import { FICHE, writeHere } from "../../labels/fiche.ts";
import { PLACE_TITLES } from "../../labels/sections.ts";
import type { LiveFiche } from "../../primitives/create-live-fiche.ts";
import { Disclosure } from "../../ui/disclosure.tsx";
import { Meter } from "../../ui/meter.tsx";
import { PersonDot } from "../../ui/person-dot.tsx";
import { distinctPeople } from "./people.ts";

/** Beside the sheet: its sections, which are filled, and who writes where. */
export function SectionsPanel(props: { live: LiveFiche }): JSX.Element {
  return (
    <nav class="plan" id="sections" tabindex="-1" aria-labelledby="sections-titre">
      <h2 id="sections-titre">{completeness(props.live.filled().size)}</h2>
      <Meter filled={props.live.filled().size} total={TEXT_SECTIONS.length} />
      <SectionList live={props.live} />
    </nav>
  );
}

/** The same behind a button, where there is no room beside. */
export function SectionsMenu(props: { live: LiveFiche }): JSX.Element {
  return (
    <nav id="sections" tabindex="-1" aria-label={FICHE.plan}>
      <Disclosure
        label={
          <>
            <ListIcon class="icon" />
            {shortCompleteness(props.live.filled().size)}
          </>
        }
      >
        {() => (
          <div class="plan">
            <SectionList live={props.live} />
          </div>
        )}
      </Disclosure>
    </nav>
  );
}

function SectionList(props: { live: LiveFiche }): JSX.Element {
  return (
    <ol>
      <For each={TEXT_SECTIONS}>{(section) => <SectionLink live={props.live} section={section} />}</For>
    </ol>
  );
}

function SectionLink(props: { live: LiveFiche; section: TextSection }): JSX.Element {
  const filled = () => props.live.filled().has(props.section);
  const here = () => distinctPeople(props.live.people()).filter(({ place }) => place === props.section);
  const mine = () => props.live.people().some((person) => person.self && person.place === props.section);

  // A keyboard that comes up would hide half of a phone: there, the title is enough.
  const go = () => {
    const title = document.getElementById(`${props.section}-titre`);
    title?.focus();
    if (props.live.canWrite() && window.matchMedia("(pointer: fine)").matches) props.live.focus(props.section);
  };

  return (
    <li classList={{ here: mine() }}>
      <a href={`#${props.section}`} onClick={go}>
        <Show when={filled()} fallback={<CircleIcon class="icon todo" />}>
          <CircleCheck class="icon tick" />
        </Show>
        <span>
          {PLACE_TITLES[props.section]}
          <span class="visually-hidden">
            , {filled() ? FICHE.filled : FICHE.empty}
            <Show when={here().length > 0}>, {writeHere(here().map(({ user }) => user.name))}</Show>
          </span>
        </span>
        <span class="dots">
          <Index each={here()}>
            {(person) => <PersonDot name={person().user.name} color={person().user.color} small />}
          </Index>
        </span>
      </a>
    </li>
  );
}
