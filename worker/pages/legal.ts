import { paths } from "../../shared/protocol/paths.ts";
import type { PageContext } from "./layout.ts";
import { accessibilityPage } from "./legal/accessibility.ts";
import { legalNoticePage } from "./legal/legal-notice.ts";
import { privacyPage } from "./legal/privacy.ts";
import { problemPage } from "./legal/problem.ts";

/** What a public service shows at the foot of every page, by address. Each text is a correct default. */
export const LEGAL_PAGES: Readonly<Record<string, (context: PageContext) => string>> = {
  [paths.accessibility]: accessibilityPage,
  [paths.legal]: legalNoticePage,
  [paths.privacy]: privacyPage,
  [paths.problem]: problemPage,
};
