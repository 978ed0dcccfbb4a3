import { createSignal, For, type JSX, Show } from "solid-js";
import type { GroupeRole } from "../../../shared/domain/contrat.ts";
import type { AccountId } from "../../../shared/ids.ts";
import { CONTRAT_NAV } from "../../labels/contrat-nav.ts";
import { DEMANDES, GROUPE_ROLE_MEANINGS } from "../../labels/groupe.ts";
import { Moment } from "../../ui/moment.tsx";
import { RefusalNotice } from "../../ui/refusal-notice.tsx";
import { createSaid, Said } from "../../ui/said.tsx";
import { createAct, useContrat } from "../contrat/use-contrat.ts";
import { useGroupe } from "./groupe-screen.tsx";

const ROLES = ["partenaire", "habitant", "copilote", "pilote"] as const satisfies GroupeRole[];
type Given = (typeof ROLES)[number];

interface Answer {
  readonly personne: AccountId;
  readonly role: Given | null;
}

/** Who asks to join, and what one answers. */
export function Demandes(): JSX.Element {
  const { api } = useContrat();
  const { groupe, refresh } = useGroupe();
  const [said, say] = createSaid();
  const demandes = () => groupe().demandes ?? [];
  const answering = createAct(
    ({ personne, role }: Answer) => api.answerDemande(groupe().id, personne, role),
    (_, { role }) => {
      say(role === null ? DEMANDES.declined : DEMANDES.accepted);
      refresh();
      document.getElementById("demandes")?.focus();
    },
  );
  return (
    <Show when={demandes().length > 0 || groupe().appel.ouvert}>
      <section class="block" aria-labelledby="demandes">
        <h2 id="demandes" tabindex="-1">
          {DEMANDES.title}
        </h2>
        <Said text={said()} />
        <RefusalNotice refusal={answering.refusal()} />
        <Show when={demandes().length > 0} fallback={<p class="muted">{DEMANDES.none}</p>}>
          <ul class="cards">
            <For each={demandes()}>
              {({ id, nom, le }) => (
                <Demande
                  nom={nom ?? CONTRAT_NAV.formerMembre}
                  le={le}
                  busy={answering.busy()}
                  onAnswer={(role) => void answering.run({ personne: id, role })}
                />
              )}
            </For>
          </ul>
        </Show>
      </section>
    </Show>
  );
}

function Demande(props: {
  nom: string;
  le: number;
  busy: boolean;
  onAnswer: (role: Given | null) => void;
}): JSX.Element {
  const [role, setRole] = createSignal<Given>("partenaire");
  return (
    <li class="card">
      <h3>{props.nom}</h3>
      <p class="muted">
        <Moment at={props.le} relative />
      </p>
      <label class="field">
        <span>{DEMANDES.as}</span>
        <select
          class="input"
          onChange={(event) => setRole(ROLES.find((each) => each === event.currentTarget.value) ?? "partenaire")}
        >
          <For each={ROLES}>
            {(each) => (
              <option value={each} selected={each === role()}>
                {GROUPE_ROLE_MEANINGS[each]}
              </option>
            )}
          </For>
        </select>
      </label>
      <div class="acts">
        <button type="button" class="btn main" aria-disabled={props.busy} onClick={() => props.onAnswer(role())}>
          {props.busy ? DEMANDES.accepting : DEMANDES.accept}
          <span class="visually-hidden"> {props.nom}</span>
        </button>
        <button type="button" class="btn quiet" aria-disabled={props.busy} onClick={() => props.onAnswer(null)}>
          {DEMANDES.decline}
          <span class="visually-hidden"> {props.nom}</span>
        </button>
      </div>
    </li>
  );
}
