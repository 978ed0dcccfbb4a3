import { useNavigate } from "@solidjs/router";
import { type JSX, Match, Switch } from "solid-js";
import type { ReunionInGroupe } from "../../../shared/protocol/bodies/groupe.ts";
import { contratPages } from "../../../shared/protocol/contrat-paths.ts";
import { fullDate } from "../../labels/dates.ts";
import { REUNIONS } from "../../labels/groupe.ts";
import { fr } from "../../labels/typography.ts";
import { RefusalNotice } from "../../ui/refusal-notice.tsx";
import { createAct, useContrat } from "../contrat/use-contrat.ts";
import { useGroupe } from "./groupe-screen.tsx";

/** The way to the notes of a meeting; whoever writes in the groupe makes them the first time. */
export function NotesLink(props: { reunion: ReunionInGroupe }): JSX.Element {
  const { api, slug } = useContrat();
  const { groupe } = useGroupe();
  const navigate = useNavigate();
  const address = () => contratPages.reunion(slug, groupe(), props.reunion.id);
  const opening = createAct(
    (reunion: ReunionInGroupe) => api.openNotes(reunion.id),
    () => navigate(address()),
  );
  const named = (before: string) => (
    <span class="visually-hidden"> {fr(`${before} ${fullDate(props.reunion.le)}`)}</span>
  );
  return (
    <Switch fallback={<p class="muted">{REUNIONS.noNotes}</p>}>
      <Match when={props.reunion.notes !== null}>
        <p>
          <a href={address()}>
            {REUNIONS.readNotes}
            {named("du")}
          </a>
        </p>
      </Match>
      <Match when={groupe().droits.ecrire.ok}>
        <p>
          <button
            type="button"
            id={`notes-${props.reunion.id}`}
            class="btn small"
            aria-disabled={opening.busy()}
            onClick={() => void opening.run(props.reunion)}
          >
            {opening.busy() ? REUNIONS.opening : REUNIONS.openNotes}
            {named("de la réunion du")}
          </button>
        </p>
        <RefusalNotice refusal={opening.refusal()} />
      </Match>
    </Switch>
  );
}
