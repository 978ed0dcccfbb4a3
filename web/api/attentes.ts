import type { AttentesBody, RappelsBody } from "../../shared/protocol/bodies/attentes.ts";
import { apiPaths } from "../../shared/protocol/paths.ts";
import type { ApiResult, AskServer } from "./client.ts";

/** What waits for the person who asks, over all their contrats; the most pressing first. */
export function askAttentes(ask: AskServer): Promise<ApiResult<AttentesBody>> {
  return ask<AttentesBody>("GET", apiPaths.attentes);
}

/** Whether a mail says, once a day at most, that something waits. */
export function changeReminders(ask: AskServer, actifs: boolean): Promise<ApiResult<null>> {
  const body: RappelsBody = { actifs };
  return ask<null>("PUT", apiPaths.reminders, { body });
}
