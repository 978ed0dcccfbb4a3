import { Hono } from "hono";
import { instanceBody, presidenceBody } from "../../shared/protocol/bodies/instance.ts";
import { journalQuery } from "../../shared/protocol/bodies/journal.ts";
import { handoverBody, membreBody, organisationBody } from "../../shared/protocol/bodies/membre.ts";
import type { App } from "./actor.ts";
import { ContratRoutes, nothing } from "./on-contrat.ts";

/** Who is in a contrat and in its bodies, and what was done there; under `/api/contrats/:contrat`. */
export function peopleRoutes(): Hono<App> {
  const routes = new Hono<App>();
  const on = new ContratRoutes(routes);

  on.see("/membres", "membres", nothing, () => ({}));
  // Before the route of somebody else: « moi » is nobody's id.
  on.act("delete", "/membres/moi", "quitter_contrat", nothing, () => ({}));
  on.act("put", "/membres/:personne", "changer_membre", membreBody, ({ body, ids }) => ({
    personne: ids.personne,
    ...body,
  }));
  on.act("delete", "/membres/:personne", "retirer_membre", nothing, ({ ids }) => ({ personne: ids.personne }));
  on.act("post", "/coordination", "transmettre_coordination", handoverBody, ({ body }) => body);

  on.see("/organisations", "organisations", nothing, () => ({}));
  on.act("post", "/organisations", "creer_organisation", organisationBody, ({ body }) => body);
  on.act("put", "/organisations/:organisation", "changer_organisation", organisationBody, ({ body, ids }) => ({
    id: ids.organisation,
    ...body,
  }));
  on.act("delete", "/organisations/:organisation", "retirer_organisation", nothing, ({ ids }) => ({
    organisation: ids.organisation,
  }));

  on.see("/instances", "instances", nothing, () => ({}));
  on.act("put", "/instances/:instance", "changer_instance", instanceBody, ({ body, ids }) => ({
    instance: ids.instance,
    ...body,
  }));
  on.act("put", "/instances/:instance/presidence", "changer_presidence", presidenceBody, ({ body, ids }) => ({
    instance: ids.instance,
    ...body,
  }));

  on.see("/courriels", "courriels", nothing, () => ({}));
  on.act("post", "/courriels/:courriel/relance", "renvoyer_courriel", nothing, ({ ids }) => ({
    courriel: Number(ids.courriel),
  }));
  on.act("delete", "/courriels/:courriel", "ecarter_courriel", nothing, ({ ids }) => ({
    courriel: Number(ids.courriel),
  }));
  on.see("/journal", "journal", journalQuery, ({ body }) => body);
  on.see("/journal/verification", "journal_verification", nothing, () => ({}));
  on.see(
    "/journal/fichier",
    "journal_fichier",
    nothing,
    () => ({}),
    ({ c }, file) => {
      c.header(
        "content-disposition",
        `attachment; filename="journal-${new Date(file.faitLe).toISOString().slice(0, 10)}.json"`,
      );
      return c.json(file);
    },
  );
  return routes;
}
