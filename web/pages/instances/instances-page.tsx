import { For, type JSX } from "solid-js";
import type { InstancesBody } from "../../../shared/protocol/bodies/instance.ts";
import type { ActRefusal } from "../../api/contrat.ts";
import { INSTANCES_PAGE } from "../../labels/instances.ts";
import { createQuestion } from "../../primitives/create-question.ts";
import { ContratMain, ContratScreen } from "../contrat/contrat-screen.tsx";
import { Part } from "../contrat/part.tsx";
import { useContrat } from "../contrat/use-contrat.ts";
import { Instance } from "./instance.tsx";

/** The bodies of a contrat: who sits in them and how they decide. */
export default function InstancesPage(): JSX.Element {
  return (
    <ContratScreen>
      <Instances />
    </ContratScreen>
  );
}

function Instances(): JSX.Element {
  const { api } = useContrat();
  const question = createQuestion<InstancesBody, ActRefusal>(() => api.instances());
  return (
    <ContratMain title={INSTANCES_PAGE.title} lede={INSTANCES_PAGE.lede}>
      <Part question={question} loading={INSTANCES_PAGE.loading} heading="comite_technique">
        {(body) => (
          <For each={body().instances.map(({ kind }) => kind)}>
            {(kind) => (
              <Instance
                instance={() => body().instances.find((each) => each.kind === kind)}
                onDone={question.refresh}
              />
            )}
          </For>
        )}
      </Part>
    </ContratMain>
  );
}
