import "../../styles/contrat-screens.css";
import { createSignal, For, type JSX, Show } from "solid-js";
import type { RegionId } from "../../../shared/ids.ts";
import type { SharedContratBody } from "../../../shared/protocol/bodies/contrat.ts";
import type { RegionsBody } from "../../../shared/protocol/bodies/instance-admin.ts";
import { regionPaths } from "../../../shared/protocol/region-paths.ts";
import type { ActRefusal } from "../../api/contrat.ts";
import { REGIONS, regionTitle, sharedContrat } from "../../labels/regions.ts";
import { createQuestion } from "../../primitives/create-question.ts";
import { useApp } from "../../stores/app-context.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { LongList } from "../../ui/long-list.tsx";
import { Part } from "../contrat/part.tsx";
import { ficheName } from "../fiche-name.ts";

/** The regions that this person reads, and what contrats show to each; nothing for whoever reads none. */
export default function MyRegions(): JSX.Element {
  const { ask } = useApp();
  const question = createQuestion<RegionsBody, ActRefusal>(() => ask("GET", regionPaths.mine));
  return (
    <For each={question.value()?.regions ?? []}>
      {(region) => (
        <section class="block" aria-labelledby={`region-${region.id}`}>
          <h2 id={`region-${region.id}`}>{regionTitle(region.nom)}</h2>
          <p>{REGIONS.lede}</p>
          <Show when={region.contrats.length > 0} fallback={<p class="empty">{REGIONS.none}</p>}>
            <LongList rows={region.contrats} words={({ nom }) => nom} search={REGIONS.search}>
              {(contrats) => (
                <For each={contrats}>{({ nom, slug }) => <Shared region={region.id} nom={nom} slug={slug} />}</For>
              )}
            </LongList>
          </Show>
        </section>
      )}
    </For>
  );
}

/** A contrat of the région: what it shows is asked for once somebody opens it. */
function Shared(props: { region: RegionId; nom: string; slug: string }): JSX.Element {
  const [opened, setOpened] = createSignal(false);
  const id = () => `montre-${props.region}-${props.slug}`;
  return (
    <details onToggle={(event) => event.currentTarget.open && setOpened(true)}>
      <summary id={id()} class="row-name">
        {props.nom}
      </summary>
      <Show when={opened()}>
        <Fiches region={props.region} slug={props.slug} heading={id()} />
      </Show>
    </details>
  );
}

function Fiches(props: { region: RegionId; slug: string; heading: string }): JSX.Element {
  const { ask } = useApp();
  const question = createQuestion<SharedContratBody, ActRefusal>(() =>
    ask("GET", regionPaths.contrat(props.region, props.slug)),
  );
  return (
    <Part question={question} loading={REGIONS.loading} heading={props.heading}>
      {(body) => (
        <>
          <p class="muted">{sharedContrat(body())}</p>
          <Show when={body().fiches.length > 0} fallback={<p class="empty">{REGIONS.noFiche}</p>}>
            <LongList
              rows={body().fiches}
              words={(fiche) => `${ficheName(fiche)} ${fiche.groupe}`}
              search={REGIONS.searchFiche}
            >
              {(rows) => (
                <DataTable
                  caption={REGIONS.caption}
                  rows={rows}
                  columns={[
                    { title: REGIONS.fiche, cell: ficheName },
                    {
                      title: REGIONS.axe,
                      cell: ({ axe }) => body().axes.find(({ numero }) => numero === axe)?.libelle ?? String(axe),
                    },
                    { title: REGIONS.groupe, cell: ({ groupe }) => groupe },
                  ]}
                />
              )}
            </LongList>
          </Show>
        </>
      )}
    </Part>
  );
}
