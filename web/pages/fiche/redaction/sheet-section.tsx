import { type JSX, Show } from "solid-js";
import type { TextSection } from "../../../../shared/editor/sections.ts";
import { SectionEditor } from "../../../editor/section-editor.tsx";
import { writeHere } from "../../../labels/fiche.ts";
import { PLACE_TITLES, SECTION_HELP } from "../../../labels/sections.ts";
import type { LiveFiche } from "../../../primitives/create-live-fiche.ts";
import { namesIn } from "../people.ts";

export interface SheetSectionProps {
  readonly live: LiveFiche;
  readonly section: TextSection;
  readonly readOnly: boolean;
  /** What stands under its title, about words that were in it. */
  readonly notes: JSX.Element;
}

/** A section of the sheet: its title, who else writes in it, and its text. */
export function SheetSection(props: SheetSectionProps): JSX.Element {
  const titleId = () => `${props.section}-titre`;
  const writing = () => writeHere(namesIn(props.live.people(), props.section));
  return (
    <section id={props.section} aria-labelledby={titleId()}>
      <div class="section-head">
        <h2 id={titleId()} tabindex="-1">
          {PLACE_TITLES[props.section]}
        </h2>
        <Show when={writing()}>{(words) => <p class="writing">{words()}</p>}</Show>
      </div>
      {props.notes}
      <SectionEditor
        live={props.live}
        section={props.section}
        title={PLACE_TITLES[props.section]}
        help={SECTION_HELP[props.section]}
        readOnly={props.readOnly}
      />
    </section>
  );
}
