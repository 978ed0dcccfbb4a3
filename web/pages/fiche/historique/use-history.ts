import { createHistoryApi, type HistoryApi } from "../../../api/history.ts";
import { useApp } from "../../../stores/app-context.ts";
import { useFiche } from "../use-fiche.ts";

/** What is asked of the history of this view's fiche. Within a component. */
export function useHistory(): HistoryApi {
  const { ask } = useApp();
  const { slug, body } = useFiche();
  return createHistoryApi(ask, slug, body().fiche.id);
}
