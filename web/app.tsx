import { Router } from "@solidjs/router";
import type { JSX } from "solid-js";
import { Shell } from "./pages/shell/shell.tsx";
import { createRoutes } from "./routes.tsx";
import { AppContext, createApp } from "./stores/app-context.ts";

/** The whole page: its stores, its addresses, and what surrounds every screen. */
export function CoactionApp(): JSX.Element {
  const app = createApp();
  void app.session.load();
  return (
    <AppContext.Provider value={app}>
      <Router root={Shell} scrollRestoration>
        {createRoutes(app)}
      </Router>
    </AppContext.Provider>
  );
}
