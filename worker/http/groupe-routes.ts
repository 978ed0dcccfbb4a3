import { Hono } from "hono";
import {
  answerDemandeBody,
  appelBody,
  atelierBody,
  groupeBody,
  groupeMembreBody,
  presenceBody,
  reunionBody,
  writingBody,
} from "../../shared/protocol/bodies/groupe.ts";
import type { App } from "./actor.ts";
import { ContratRoutes, nothing } from "./on-contrat.ts";

/** The groupes of a contrat, their people, their meetings, their workshops; under `/api/contrats/:contrat`. */
export function groupeRoutes(): Hono<App> {
  const routes = new Hono<App>();
  const on = new ContratRoutes(routes);

  on.see("/groupes", "groupes", nothing, () => ({}));
  on.act("post", "/groupes", "creer_groupe", groupeBody, ({ body }) => body);
  on.see("/groupes/:groupe", "groupe", nothing, ({ ids }) => ({ groupe: ids.groupe }));
  on.act("put", "/groupes/:groupe", "renommer_groupe", groupeBody, ({ body, ids }) => ({
    groupe: ids.groupe,
    ...body,
  }));
  on.see("/groupes/:groupe/personnes", "personnes_hors_groupe", nothing, ({ ids }) => ({ groupe: ids.groupe }));
  on.act("delete", "/groupes/:groupe", "jeter_groupe", nothing, ({ ids }) => ({ groupe: ids.groupe }));
  on.act("put", "/groupes/:groupe/ecriture", "changer_ecriture_habitants", writingBody, ({ body, ids }) => ({
    groupe: ids.groupe,
    ...body,
  }));
  on.act("put", "/groupes/:groupe/appel", "changer_appel", appelBody, ({ body, ids }) => ({
    groupe: ids.groupe,
    ...body,
  }));
  on.act("put", "/groupes/:groupe/membres/:personne", "changer_membre_groupe", groupeMembreBody, ({ body, ids }) => ({
    groupe: ids.groupe,
    personne: ids.personne,
    ...body,
  }));
  on.act("post", "/groupes/:groupe/demandes", "demander_groupe", nothing, ({ ids }) => ({ groupe: ids.groupe }));
  on.act("post", "/groupes/:groupe/demandes/:personne", "repondre_demande", answerDemandeBody, ({ body, ids }) => ({
    groupe: ids.groupe,
    personne: ids.personne,
    ...body,
  }));

  on.act("post", "/groupes/:groupe/reunions", "prevoir_reunion", reunionBody, ({ body, ids }) => ({
    groupe: ids.groupe,
    ...body,
  }));
  on.act("put", "/reunions/:reunion", "changer_reunion", reunionBody, ({ body, ids }) => ({
    reunion: ids.reunion,
    ...body,
  }));
  on.act("delete", "/reunions/:reunion", "annuler_reunion", nothing, ({ ids }) => ({ reunion: ids.reunion }));
  on.act("put", "/reunions/:reunion/presence", "noter_presence", presenceBody, ({ body, ids }) => ({
    reunion: ids.reunion,
    ...body,
  }));
  on.act("post", "/reunions/:reunion/notes", "ouvrir_notes", nothing, ({ ids }) => ({ reunion: ids.reunion }));

  on.act("post", "/groupes/:groupe/ateliers", "ouvrir_atelier", atelierBody, ({ body, ids }) => ({
    groupe: ids.groupe,
    ...body,
  }));
  on.act("delete", "/ateliers/:atelier", "fermer_atelier", nothing, ({ ids }) => ({
    atelier: ids.atelier,
  }));
  return routes;
}
