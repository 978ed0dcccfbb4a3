import { createSignal, type JSX, Show } from "solid-js";
import type { GroupeMembreBody } from "../../../shared/protocol/bodies/groupe.ts";
import { contratPages } from "../../../shared/protocol/contrat-paths.ts";
import { CONTRAT_NAV } from "../../labels/contrat-nav.ts";
import { GROUPE_MEMBRES, rolesChanged } from "../../labels/groupe.ts";
import { rolesInWords } from "../../labels/groupes.ts";
import { fr } from "../../labels/typography.ts";
import { ActButton } from "../../ui/act-button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { LongList } from "../../ui/long-list.tsx";
import { RowAct } from "../../ui/row-act.tsx";
import { createSaid, Said } from "../../ui/said.tsx";
import { createAct, useContrat } from "../contrat/use-contrat.ts";
import { useGroupe } from "./groupe-screen.tsx";
import { AddMembreDialog, ChangeMembreDialog } from "./membre-dialogs.tsx";

type Opened = { readonly what: "add" } | { readonly what: "change" | "remove"; readonly membre: GroupeMembreBody };

/** Who is in the groupe, and for whom they speak. */
export function GroupeMembres(): JSX.Element {
  const { api, slug } = useContrat();
  const { groupe, refresh, whyNotManage } = useGroupe();
  const [opened, setOpened] = createSignal<Opened | null>(null);
  const [said, say] = createSaid();
  const done = (sentence: string) => {
    setOpened(null);
    say(sentence);
    refresh();
  };
  const removing = createAct(
    (membre: GroupeMembreBody) => api.changeGroupeMembre(groupe().id, membre.id, []),
    () => done(GROUPE_MEMBRES.removed),
  );
  const of = (what: "change" | "remove") => {
    const now = opened();
    return now !== null && now.what === what ? now.membre : null;
  };
  const acts = {
    title: GROUPE_MEMBRES.acts,
    cell: (membre: GroupeMembreBody) => (
      <span class="row-acts">
        <RowAct id={`modifier-${membre.id}`} about={membre.nom} onPress={() => setOpened({ what: "change", membre })}>
          {CONTRAT_NAV.change}
        </RowAct>
        <RowAct id={`retirer-${membre.id}`} about={membre.nom} onPress={() => setOpened({ what: "remove", membre })}>
          {CONTRAT_NAV.remove}
        </RowAct>
      </span>
    ),
  };
  return (
    <section class="block" aria-labelledby="membres">
      <h2 id="membres" tabindex="-1">
        {GROUPE_MEMBRES.title}
      </h2>
      <Said text={said()} />
      <Show when={groupe().membres.length > 0} fallback={<p class="empty">{GROUPE_MEMBRES.none}</p>}>
        <LongList
          rows={groupe().membres}
          words={({ nom, organisation }) => `${nom ?? ""} ${organisation?.nom ?? ""}`}
          search={GROUPE_MEMBRES.search}
        >
          {(rows) => (
            <DataTable
              caption={GROUPE_MEMBRES.caption}
              rows={rows}
              columns={[
                { title: GROUPE_MEMBRES.nom, cell: ({ nom }) => nom ?? CONTRAT_NAV.formerMembre },
                {
                  title: GROUPE_MEMBRES.organisation,
                  cell: ({ organisation }) => organisation?.nom ?? CONTRAT_NAV.noOrganisation,
                },
                { title: GROUPE_MEMBRES.roles, cell: ({ roles }) => capital(rolesInWords(roles)) },
                ...(whyNotManage() === null ? [acts] : []),
              ]}
            />
          )}
        </LongList>
      </Show>
      <div class="acts">
        <Show
          when={whyNotManage() === null}
          fallback={
            <ActButton whyNot={whyNotManage()} onPress={() => {}}>
              {GROUPE_MEMBRES.invite}
            </ActButton>
          }
        >
          <a
            class="btn"
            classList={{ main: groupe().membres.length === 0 }}
            href={contratPages.groupeInviting(slug, groupe())}
          >
            {GROUPE_MEMBRES.invite}
          </a>
          <button type="button" id="ajouter-membre" class="btn" onClick={() => setOpened({ what: "add" })}>
            {GROUPE_MEMBRES.add}
          </button>
        </Show>
      </div>
      <Show when={opened()?.what === "add"}>
        <AddMembreDialog onDone={() => done(GROUPE_MEMBRES.added)} onClose={() => setOpened(null)} />
      </Show>
      <Show when={of("change")}>
        {(membre) => (
          <ChangeMembreDialog
            membre={membre()}
            onDone={() => done(GROUPE_MEMBRES.changed)}
            onClose={() => setOpened(null)}
          />
        )}
      </Show>
      <Show when={of("remove")}>
        {(membre) => (
          <ConfirmDialog
            title={removeTitle(membre().nom)}
            act={CONTRAT_NAV.remove}
            busyWords={CONTRAT_NAV.removing}
            busy={removing.busy()}
            refusal={removing.refusal()}
            onConfirm={() => void removing.run(membre())}
            onClose={() => setOpened(null)}
          >
            <p>{GROUPE_MEMBRES.removeMeans}</p>
            <p>
              {GROUPE_MEMBRES.theyRead} <q>{rolesChanged(groupe().nom, [])}</q>
            </p>
          </ConfirmDialog>
        )}
      </Show>
    </section>
  );
}

function capital(words: string): string {
  return words.charAt(0).toLocaleUpperCase("fr-FR") + words.slice(1);
}

function removeTitle(nom: string | null): string {
  return fr(`Retirer ${nom ?? CONTRAT_NAV.formerMembre.toLowerCase()} du groupe ?`);
}
