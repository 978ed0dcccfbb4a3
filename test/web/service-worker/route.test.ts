import { describe, expect, it } from "vitest";
import { routeOf } from "../../../web/service-worker/route.ts";

const opening = (path: string) => routeOf({ method: "GET", navigates: true, path });
const part = (path: string) => routeOf({ method: "GET", navigates: false, path });

describe("what is opened without the network", () => {
  it("is every page of the workspace, and every page by which one enters", () => {
    for (const path of [
      ...["/connexion", "/connexion/courriel", "/connexion/lien", "/premier-acces", "/invitation/redon"],
      ...["/atelier", "/atelier/redon", "/compte", "/compte/connexions", "/administration", "/administration/etat"],
      ...["/contrats", "/contrats/redon", "/contrats/redon/fiches/2-1-aines-k7f3qd9m", "/contrats/redon/membres"],
      ...["/contrats/redon/groupes/aines-k7f3qd9m/reunions/abc", "/contrats/redon/journal"],
    ]) {
      expect(opening(path), path).toBe("shell");
    }
  });

  it("is the server's own page while it answers, whatever its name is like", () => {
    const pages = ["/", "/accessibilite", "/mentions-legales", "/demo", "/contrats/redon/fiches/2-1-k7f3qd9m/lecture"];
    for (const path of [...pages, "/contratsnouveaux", "/plans/redon"]) expect(opening(path), path).toBe("page");
  });

  it("is never an answer of the API, however it is asked for", () => {
    for (const path of ["/api/session", "/api/contrats/redon/export", "/api/contrats/redon/fiches/abc/live"]) {
      expect([opening(path), part(path)], path).toEqual(["server", "server"]);
    }
  });

  it("is a file of a build, and nothing else that a page asks for", () => {
    expect(part("/assets/index-Bx3f.js")).toBe("file");
    expect(part("/contrats")).toBe("server");
    expect(part("/service-worker.js")).toBe("server");
  });

  it("is never anything that writes", () => {
    expect(routeOf({ method: "POST", navigates: true, path: "/contrats" })).toBe("server");
    expect(routeOf({ method: "HEAD", navigates: false, path: "/assets/index-Bx3f.js" })).toBe("server");
  });
});
