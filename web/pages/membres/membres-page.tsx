import { createSignal, For, type JSX, Show } from "solid-js";
import type { MembreBody, MembresBody, OrganisationsBody } from "../../../shared/protocol/bodies/membre.ts";
import { contratPages } from "../../../shared/protocol/contrat-paths.ts";
import type { ActRefusal } from "../../api/contrat.ts";
import { CONTRAT_NAV } from "../../labels/contrat-nav.ts";
import { rolesInWords } from "../../labels/groupes.ts";
import { contratRolesInWords, MEMBRES, removeFromContrat } from "../../labels/membres.ts";
import { fr } from "../../labels/typography.ts";
import { createQuestion } from "../../primitives/create-question.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { LongList } from "../../ui/long-list.tsx";
import { RowAct } from "../../ui/row-act.tsx";
import { createSaid, Said } from "../../ui/said.tsx";
import { Part } from "../contrat/part.tsx";
import { ReservedPage } from "../contrat/reserved-page.tsx";
import { createAct, useContrat } from "../contrat/use-contrat.ts";
import { ChangeMembre } from "./change-membre.tsx";
import { Handover } from "./handover.tsx";
import { Leave } from "./leave.tsx";
import { MembresNav } from "./membres-nav.tsx";

/** Who is in a contrat, and what each does there. */
export default function MembresPage(): JSX.Element {
  return (
    <ReservedPage droit="gerer_membres" title={MEMBRES.title} lede={MEMBRES.lede} nav={<MembresNav />}>
      <Membres />
    </ReservedPage>
  );
}

function Membres(): JSX.Element {
  const { api, slug, refresh } = useContrat();
  const question = createQuestion<MembresBody, ActRefusal>(() => api.membres());
  const organisations = createQuestion<OrganisationsBody, ActRefusal>(() => api.organisations());
  const [changed, setChanged] = createSignal<MembreBody | null>(null);
  const [removed, setRemoved] = createSignal<MembreBody | null>(null);
  const [said, say] = createSaid();
  const nameOf = (id: MembreBody["organisation"]) =>
    organisations.value()?.organisations.find((each) => each.id === id)?.nom ?? null;
  const done = (sentence: string) => {
    say(sentence);
    question.refresh();
    refresh();
  };
  const removing = createAct(
    ({ id }: MembreBody) => api.removeMembre(id),
    () => {
      setRemoved(null);
      done(MEMBRES.removed);
      document.getElementById("personnes")?.focus();
    },
  );
  const sorted = (body: MembresBody) => body.membres.toSorted((a, b) => (a.nom ?? "").localeCompare(b.nom ?? "", "fr"));
  return (
    <>
      <section class="block" aria-labelledby="personnes">
        <h2 id="personnes" tabindex="-1">
          {MEMBRES.people}
        </h2>
        <Said text={said()} />
        <Part question={question} loading={MEMBRES.loading} heading="personnes">
          {(body) => (
            <>
              <Show when={body().membres.length <= 1}>
                <p class="empty">{MEMBRES.alone}</p>
              </Show>
              <LongList
                rows={sorted(body())}
                words={({ nom, organisation, groupes }) =>
                  [nom, nameOf(organisation), ...groupes.map((groupe) => groupe.nom)].join(" ")
                }
                search={MEMBRES.search}
              >
                {(rows) => (
                  <DataTable
                    caption={MEMBRES.caption}
                    rows={rows}
                    columns={[
                      { title: MEMBRES.nom, cell: ({ nom }) => nom ?? CONTRAT_NAV.formerMembre },
                      {
                        title: MEMBRES.organisation,
                        cell: ({ organisation }) => nameOf(organisation) ?? CONTRAT_NAV.noOrganisation,
                      },
                      {
                        title: MEMBRES.roles,
                        cell: ({ roles }) =>
                          roles.length === 0 ? MEMBRES.noRole : capital(contratRolesInWords(roles)),
                      },
                      { title: MEMBRES.groupes, cell: (membre) => <Groupes membre={membre} /> },
                      {
                        title: MEMBRES.acts,
                        cell: (membre) => (
                          <span class="row-acts">
                            <RowAct id={`modifier-${membre.id}`} about={membre.nom} onPress={() => setChanged(membre)}>
                              {CONTRAT_NAV.change}
                            </RowAct>
                            <RowAct id={`retirer-${membre.id}`} about={membre.nom} onPress={() => setRemoved(membre)}>
                              {CONTRAT_NAV.remove}
                            </RowAct>
                          </span>
                        ),
                      },
                    ]}
                  />
                )}
              </LongList>
              <p>
                <a class="btn" classList={{ main: body().membres.length <= 1 }} href={contratPages.invitations(slug)}>
                  {MEMBRES.invite}
                </a>
              </p>
              <Handover membres={body().membres} />
            </>
          )}
        </Part>
      </section>
      <Leave />
      <Show when={changed()}>
        {(membre) => (
          <ChangeMembre
            membre={membre()}
            onDone={() => {
              setChanged(null);
              done(MEMBRES.changed);
            }}
            onClose={() => setChanged(null)}
          />
        )}
      </Show>
      <Show when={removed()}>
        {(membre) => (
          <ConfirmDialog
            title={removeFromContrat(membre().nom ?? CONTRAT_NAV.formerMembre)}
            act={MEMBRES.remove}
            busyWords={CONTRAT_NAV.removing}
            busy={removing.busy()}
            refusal={removing.refusal()}
            onConfirm={() => void removing.run(membre())}
            onClose={() => setRemoved(null)}
          >
            <p>{MEMBRES.removeMeans}</p>
          </ConfirmDialog>
        )}
      </Show>
    </>
  );
}

function Groupes(props: { membre: MembreBody }): JSX.Element {
  const { slug } = useContrat();
  return (
    <Show when={props.membre.groupes.length > 0} fallback={MEMBRES.noGroupe}>
      <ul class="plain">
        <For each={props.membre.groupes}>
          {(groupe) => (
            <li>
              <a href={contratPages.groupe(slug, groupe)}>{groupe.nom}</a>
              {fr(` : ${rolesInWords(groupe.roles)}`)}
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}

function capital(words: string): string {
  return words.charAt(0).toLocaleUpperCase("fr-FR") + words.slice(1);
}
