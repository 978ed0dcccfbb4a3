import type { JSX } from "solid-js";
import { contratRequests } from "../../../shared/protocol/contrat-paths.ts";
import { COPIE } from "../../labels/journal.ts";
import { Notice } from "../../ui/notice.tsx";
import { Allowed } from "../contrat/allowed.tsx";
import { ContratMain, ContratScreen } from "../contrat/contrat-screen.tsx";
import { useContrat } from "../contrat/use-contrat.ts";

/** The whole contrat, to take along. */
export default function CopiePage(): JSX.Element {
  return (
    <ContratScreen>
      <Copie />
    </ContratScreen>
  );
}

function Copie(): JSX.Element {
  const { contrat, slug } = useContrat();
  return (
    <ContratMain title={COPIE.title} lede={COPIE.lede}>
      <Allowed droit={contrat().droits.lire_journal}>
        <section class="block" aria-labelledby="contenu-copie">
          <h2 id="contenu-copie">{COPIE.what}</h2>
          <ul>
            <li>{COPIE.fiches}</li>
            <li>{COPIE.people}</li>
            <li>{COPIE.plan}</li>
            <li>{COPIE.journal}</li>
          </ul>
          <Notice tone="warn">{COPIE.warning}</Notice>
          <p>
            <a class="btn main" href={contratRequests.export(slug)} rel="external" download="">
              {COPIE.download}
            </a>
          </p>
        </section>
      </Allowed>
    </ContratMain>
  );
}
