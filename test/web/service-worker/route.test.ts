import { describe, expect, it } from "vitest";
import { routeOf } from "../../../web/service-worker/route.ts";

const opening = (path: string) => routeOf({ method: "GET", navigates: true, path });
const part = (path: string) => routeOf({ method: "GET", navigates: false, path });

describe("what is opened without the network", () => {
  it("is a page of the workspace, and the page where one enters", () => {
    for (const path of ["/connexion", "/contrats", "/contrats/redon", "/contrats/redon/fiches/2-1-aines-k7f3qd9m"]) {
      expect(opening(path), path).toBe("shell");
    }
  });

  it("is never a page that the server makes", () => {
    const pages = ["/", "/accessibilite", "/mentions-legales", "/demo", "/contrats/redon/fiches/2-1-k7f3qd9m/lecture"];
    for (const path of [...pages, "/contratsnouveaux", "/plans/redon"]) expect(opening(path), path).toBe("server");
  });

  it("is never an answer of the API, however it is asked for", () => {
    for (const path of ["/api/session", "/api/contrats", "/api/contrats/redon/fiches/abc/live"]) {
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
