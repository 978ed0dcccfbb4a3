import { type Accessor, createSignal, type JSX, Show } from "solid-js";
import type { AccountId } from "../../../shared/ids.ts";
import type { InstanceBody } from "../../../shared/protocol/bodies/instance.ts";
import { contratPages } from "../../../shared/protocol/contrat-paths.ts";
import { CONTRAT_NAV } from "../../labels/contrat-nav.ts";
import { INSTANCES_PAGE, quorumOutOfReach, regleSentence, removeFromInstance } from "../../labels/instances.ts";
import { WRITE_REFUSAL_LABELS } from "../../labels/refusals.ts";
import { ActButton } from "../../ui/act-button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { LongList } from "../../ui/long-list.tsx";
import { Notice } from "../../ui/notice.tsx";
import { RowAct } from "../../ui/row-act.tsx";
import { createSaid, Said } from "../../ui/said.tsx";
import { createAct, useContrat } from "../contrat/use-contrat.ts";
import { AddToInstance } from "./add-to-instance.tsx";
import { PresidenceDialog } from "./presidence-dialog.tsx";
import { RegleDialog } from "./regle-dialog.tsx";
import { withoutRole } from "./sitting.ts";

type Sitting = InstanceBody["membres"][number];

/** One body: its rule in a sentence, its president, its membres. */
export function Instance(props: {
  /** Undefined once the body is no more in the answer. */
  instance: Accessor<InstanceBody | undefined>;
  onDone: () => void;
}): JSX.Element {
  return <Show when={props.instance()}>{(instance) => <Known instance={instance()} onDone={props.onDone} />}</Show>;
}

function Known(props: { instance: InstanceBody; onDone: () => void }): JSX.Element {
  const { api, contrat, slug, refresh } = useContrat();
  const [opened, setOpened] = createSignal<"regle" | "presidence" | "add" | null>(null);
  const [removed, setRemoved] = createSignal<Sitting | null>(null);
  const [said, say] = createSaid();
  const done = (sentence: string) => {
    setOpened(null);
    setRemoved(null);
    say(sentence);
    props.onDone();
    refresh();
  };
  const whyNot = () => {
    const droit = contrat().droits.gerer_membres;
    return droit.ok ? null : WRITE_REFUSAL_LABELS[droit.code];
  };
  const removing = createAct(
    ({ id }: Sitting) => withoutRole(api, id, props.instance.kind),
    () => done(INSTANCES_PAGE.removed),
  );
  const roleOf = (id: AccountId) => {
    if (id === props.instance.president) return INSTANCES_PAGE.president;
    return id === props.instance.remplacant ? INSTANCES_PAGE.remplacant : INSTANCES_PAGE.plainMembre;
  };
  const warning = () => quorumOutOfReach(props.instance.quorum, props.instance.membres.length);
  return (
    <section class="block" aria-labelledby={props.instance.kind}>
      <h2 id={props.instance.kind} tabindex="-1">
        {props.instance.nom}
      </h2>
      <Said text={said()} />
      <h3>{INSTANCES_PAGE.regle}</h3>
      <p>{regleSentence(props.instance.regle, props.instance.quorum, props.instance.membres.length)}</p>
      <Show when={warning()}>{(sentence) => <Notice tone="warn">{sentence()}</Notice>}</Show>
      <Show when={props.instance.president === null && props.instance.membres.length > 0}>
        <Notice tone="info">{INSTANCES_PAGE.noPresident}</Notice>
      </Show>
      <h3>{INSTANCES_PAGE.membres}</h3>
      <Show when={props.instance.membres.length > 0} fallback={<p class="empty">{INSTANCES_PAGE.noMembre}</p>}>
        <LongList
          rows={props.instance.membres}
          words={({ nom, organisation }) => `${nom ?? ""} ${organisation?.nom ?? ""}`}
          search={INSTANCES_PAGE.search}
        >
          {(rows) => (
            <DataTable
              caption={INSTANCES_PAGE.caption}
              rows={rows}
              columns={[
                { title: INSTANCES_PAGE.nom, cell: ({ nom }) => nom ?? CONTRAT_NAV.formerMembre },
                {
                  title: INSTANCES_PAGE.organisation,
                  cell: ({ organisation }) => organisation?.nom ?? CONTRAT_NAV.noOrganisation,
                },
                { title: INSTANCES_PAGE.role, cell: ({ id }) => roleOf(id) },
                ...(whyNot() === null
                  ? [
                      {
                        title: INSTANCES_PAGE.acts,
                        cell: (membre: Sitting) => (
                          <RowAct
                            id={`retirer-${props.instance.kind}-${membre.id}`}
                            about={membre.nom}
                            onPress={() => setRemoved(membre)}
                          >
                            {CONTRAT_NAV.remove}
                          </RowAct>
                        ),
                      },
                    ]
                  : []),
              ]}
            />
          )}
        </LongList>
      </Show>
      <Show
        when={whyNot() === null}
        fallback={
          <ActButton whyNot={whyNot()} onPress={() => {}}>
            {INSTANCES_PAGE.changeRegle}
          </ActButton>
        }
      >
        <div class="acts">
          <button type="button" id={`regle-${props.instance.kind}`} class="btn" onClick={() => setOpened("regle")}>
            {INSTANCES_PAGE.changeRegle}
            <span class="visually-hidden"> ({props.instance.nom})</span>
          </button>
          <button
            type="button"
            id={`presidence-${props.instance.kind}`}
            class="btn"
            onClick={() => setOpened("presidence")}
          >
            {INSTANCES_PAGE.changePresidence}
            <span class="visually-hidden"> ({props.instance.nom})</span>
          </button>
          <button type="button" id={`ajouter-${props.instance.kind}`} class="btn" onClick={() => setOpened("add")}>
            {INSTANCES_PAGE.add}
            <span class="visually-hidden"> ({props.instance.nom})</span>
          </button>
          <a class="btn" href={contratPages.invitations(slug)}>
            {INSTANCES_PAGE.invite}
          </a>
        </div>
      </Show>
      <Show when={opened() === "regle"}>
        <RegleDialog
          instance={props.instance}
          onDone={() => done(INSTANCES_PAGE.regleSaved)}
          onClose={() => setOpened(null)}
        />
      </Show>
      <Show when={opened() === "presidence"}>
        <PresidenceDialog
          instance={props.instance}
          onDone={() => done(INSTANCES_PAGE.presidenceSaved)}
          onClose={() => setOpened(null)}
        />
      </Show>
      <Show when={opened() === "add"}>
        <AddToInstance
          instance={props.instance}
          onDone={() => done(INSTANCES_PAGE.added)}
          onClose={() => setOpened(null)}
        />
      </Show>
      <Show when={removed()}>
        {(membre) => (
          <ConfirmDialog
            title={removeFromInstance(membre().nom ?? CONTRAT_NAV.formerMembre, props.instance.nom)}
            act={CONTRAT_NAV.remove}
            busyWords={CONTRAT_NAV.removing}
            busy={removing.busy()}
            refusal={removing.refusal()}
            onConfirm={() => void removing.run(membre())}
            onClose={() => setRemoved(null)}
          >
            <p>{INSTANCES_PAGE.removeMeans}</p>
          </ConfirmDialog>
        )}
      </Show>
    </section>
  );
}
