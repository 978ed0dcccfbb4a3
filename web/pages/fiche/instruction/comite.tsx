import { For, type JSX, Show } from "solid-js";
import type { AccountId } from "../../../../shared/ids.ts";
import type { AvisBody, InstructionBody } from "../../../../shared/protocol/bodies/fiche-acts.ts";
import type { VersionInList } from "../../../../shared/protocol/bodies/history.ts";
import { ruleWords } from "../../../labels/decision.ts";
import { avisCounted, INSTRUCTION, SENS_LABELS, tallyWords } from "../../../labels/instruction.ts";
import { fullNameIn } from "../../../labels/people-named.ts";
import { fr } from "../../../labels/typography.ts";
import { Meter } from "../../../ui/meter.tsx";
import { expectedOf } from "./counting.ts";

/** Where the comité technique stands: the avis, who is awaited, who takes no part and why, and the rule. */
export function Comite(props: { instruction: InstructionBody; version: VersionInList }): JSX.Element {
  const expected = () => expectedOf(props.instruction);
  const isOpen = () => props.version.etat === "soumise" || props.version.etat === "ajournee";
  const avisOf = (personne: AccountId) => props.instruction.avis.find(({ de }) => de === personne) ?? null;
  return (
    <section class="card comite" aria-labelledby="comite-titre">
      <h2 id="comite-titre">{INSTRUCTION.comite}</h2>
      <Show when={props.instruction.avisVisibles} fallback={<p>{INSTRUCTION.avisHidden}</p>}>
        <Meter filled={expected().given.length} total={expected().part.length} />
        <p>
          {tallyWords(
            expected().given.length,
            expected().toConfirm.length,
            isOpen() ? expected().awaited.length : 0,
            props.version.numero,
          )}{" "}
          {avisCounted(expected().given)}
        </p>
      </Show>
      <ul class="membres">
        <For each={props.instruction.membres}>
          {({ personne, deport }) => (
            <li>
              <strong>{fullNameIn(props.instruction.noms, personne)}</strong>
              <span>{memberWords(props.instruction.avisVisibles, deport, avisOf(personne), isOpen())}</span>
              <Show when={avisOf(personne)?.raison}>{(raison) => <blockquote>{raison()}</blockquote>}</Show>
            </li>
          )}
        </For>
      </ul>
      <Show when={props.instruction.regle}>
        {(regle) => (
          <p class="muted">
            {fr(`${INSTRUCTION.rule} : `)}
            {ruleWords(regle(), expected().part.length)}
          </p>
        )}
      </Show>
    </section>
  );
}

function memberWords(
  visible: boolean,
  deport: InstructionBody["membres"][number]["deport"],
  avis: AvisBody | null,
  isOpen: boolean,
): string {
  if (deport !== null) return deport === "redacteur" ? INSTRUCTION.writes : INSTRUCTION.declared;
  if (avis === null) {
    if (!visible) return "";
    return isOpen ? INSTRUCTION.awaited : INSTRUCTION.noAvis;
  }
  const sens = SENS_LABELS[avis.sens].toLocaleLowerCase("fr-FR");
  if (!avis.aConfirmer) return sens;
  // Of an earlier version that was decided: who reads it does not see yet what becomes of it on this one.
  if (!visible) return fr(`${sens}, sur la version ${avis.version}`);
  const worth = avis.sens === "defavorable" ? INSTRUCTION.standsAgainst : INSTRUCTION.toConfirm;
  return fr(`${sens}, sur la version ${avis.version} : ${isOpen ? worth : INSTRUCTION.notConfirmed}`);
}
