import EyeOff from "lucide-solid/icons/eye-off";
import { For, type JSX, Show } from "solid-js";
import { type Moment, momentName, type Sitting } from "../../../../shared/domain/version.ts";
import type { Masquage, Names, VersionInList } from "../../../../shared/protocol/bodies/history.ts";
import { historyPages } from "../../../../shared/protocol/history-paths.ts";
import {
  compareToVersion,
  dayWords,
  HISTORIQUE,
  hoursOf,
  maskedBy,
  maskedIn,
  sittingSentence,
  submittedWords,
  versionTitle,
} from "../../../labels/historique.ts";
import { nameIn } from "../../../labels/people-named.ts";
import { Badge } from "../../../ui/badge.tsx";
import { VersionBadge } from "../../etat-badge.tsx";
import { useFiche } from "../use-fiche.ts";
import { byDay, type TimelineEntry } from "./timeline.ts";

export interface TimelineProps {
  readonly entries: readonly TimelineEntry[];
  readonly noms: Names;
  /** The number of the version before this one, when there is one. */
  readonly versionBefore: (numero: number) => number | null;
  /** The text as it stands; null for who sees versions alone. */
  readonly latest: (Moment & { readonly kind: "log" }) | null;
  /** Opens the choice of another moment; null when there is nothing to compare with. */
  readonly onCompare: ((moment: string) => void) | null;
}

/** Sittings, versions and maskings, day by day, the latest first. */
export function Timeline(props: TimelineProps): JSX.Element {
  return (
    <For each={byDay(props.entries)}>
      {({ day, at, entries }) => (
        <section class="day" aria-labelledby={`jour-${day}`}>
          <h2 id={`jour-${day}`}>{dayWords(at)}</h2>
          <ol class="timeline">
            <For each={entries}>
              {(entry) => {
                switch (entry.kind) {
                  case "version":
                    return <VersionEntry {...props} version={entry.version} />;
                  case "sitting":
                    return <SittingEntry {...props} sitting={entry.sitting} />;
                  case "masking":
                    return <MaskingEntry noms={props.noms} masquage={entry.masquage} />;
                }
              }}
            </For>
          </ol>
        </section>
      )}
    </For>
  );
}

function SittingEntry(props: TimelineProps & { sitting: Sitting }): JSX.Element {
  const { slug, body } = useFiche();
  const log = (seq: number): Moment => ({ kind: "log", seq });
  const hours = () => hoursOf(props.sitting);
  const of = () => <span class="visually-hidden"> ({hours()})</span>;
  return (
    <li class="step">
      <h3 class="row-name">
        {hours().charAt(0).toLocaleUpperCase("fr-FR") + hours().slice(1)}{" "}
        <Show when={props.sitting.ouverte}>
          <Badge tone="accent">{HISTORIQUE.open}</Badge>
        </Show>
      </h3>
      <ul class="who-did">
        <For each={props.sitting.personnes}>{(part) => <li>{sittingSentence(part, props.noms)}</li>}</For>
      </ul>
      <p class="step-acts">
        <a
          href={historyPages.comparaison(slug, body().fiche, log(props.sitting.avant), log(props.sitting.fin))}
          class="btn small"
        >
          {HISTORIQUE.changes}
          {of()}
        </a>
        <a href={historyPages.moment(slug, body().fiche, log(props.sitting.fin))} class="btn small quiet">
          {HISTORIQUE.readThen}
          {of()}
        </a>
        <CompareButton {...props} moment={log(props.sitting.fin)} of={of()} />
      </p>
    </li>
  );
}

function VersionEntry(props: TimelineProps & { version: VersionInList }): JSX.Element {
  const { slug, body } = useFiche();
  const moment = (numero: number): Moment => ({ kind: "version", numero });
  const title = () => versionTitle(props.version.numero);
  const of = () => <span class="visually-hidden"> ({title()})</span>;
  return (
    <li class="step version">
      <h3 class="row-name">
        <VersionBadge version={props.version} />
      </h3>
      <p>{submittedWords(props.version.soumiseLe, nameIn(props.noms, props.version.soumisePar))}</p>
      <p class="step-acts">
        <a href={historyPages.moment(slug, body().fiche, moment(props.version.numero))} class="btn small">
          {HISTORIQUE.read}
          {of()}
        </a>
        <Show when={props.versionBefore(props.version.numero)}>
          {(before) => (
            <a
              href={historyPages.comparaison(slug, body().fiche, moment(before()), moment(props.version.numero))}
              class="btn small quiet"
            >
              {compareToVersion(before())}
              {of()}
            </a>
          )}
        </Show>
        <Show when={props.latest !== null && props.latest.seq > props.version.seq && props.latest} keyed>
          {(latest) => (
            <a
              href={historyPages.comparaison(slug, body().fiche, moment(props.version.numero), latest)}
              class="btn small quiet"
            >
              {HISTORIQUE.since}
              {of()}
            </a>
          )}
        </Show>
        <CompareButton {...props} moment={moment(props.version.numero)} of={of()} />
      </p>
    </li>
  );
}

/** That a passage was masked: nobody wrote anything then. */
function MaskingEntry(props: { noms: Names; masquage: Masquage }): JSX.Element {
  return (
    <li class="step">
      <h3 class="row-name">
        <EyeOff class="icon" /> {maskedIn(props.masquage)}
      </h3>
      <p>{maskedBy(props.masquage, nameIn(props.noms, props.masquage.par))}</p>
    </li>
  );
}

function CompareButton(props: Pick<TimelineProps, "onCompare"> & { moment: Moment; of: JSX.Element }): JSX.Element {
  return (
    <Show when={props.onCompare}>
      {(compare) => (
        <button
          type="button"
          class="btn small quiet"
          id={`comparer-${momentName(props.moment)}`}
          onClick={() => compare()(momentName(props.moment))}
        >
          {HISTORIQUE.compareWith}
          {props.of}
        </button>
      )}
    </Show>
  );
}
