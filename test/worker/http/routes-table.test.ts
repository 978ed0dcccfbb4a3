import { describe, expect, it } from "vitest";
import { createApp } from "../../../worker/app.ts";
import { demoRoutes } from "../../../worker/demo/demo-routes.ts";
import { outboxPages } from "../../../worker/demo/outbox-page.ts";
import { ROUTES } from "../../../worker/http/routes-table.ts";

describe("the table of routes", () => {
  it("has every route of the application, and no other", () => {
    const { routes } = createApp({ demonstration: { api: demoRoutes(), pages: outboxPages() } });
    // What looks at every request of a part is no route of it.
    const found = routes.filter(({ method }) => method !== "ALL").map(({ method, path }) => `${method} ${path}`);
    expect([...new Set(found)].sort()).toEqual([...ROUTES.keys()].sort());
  });
});
