import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, it } from "vitest";
import type { AccountId } from "../../../shared/ids.ts";
import { migrations } from "../../../worker/account/migrations.ts";
import { Profile } from "../../../worker/account/profile.ts";
import { Sessions } from "../../../worker/account/sessions.ts";
import { migrate } from "../../../worker/durable/migrate.ts";

it("an account made before addresses and devices were kept is open, and its sessions stand", () =>
  // An object that keeps nothing of its own lends its storage.
  runInDurableObject(env.SEUIL.getByName("avant"), (_, { storage: { sql } }) => {
    migrate(sql, migrations.slice(0, 2));
    sql.exec("INSERT INTO profile VALUES ('aaaabbbbccccdddd', 'Aline')");
    sql.exec("INSERT INTO sessions VALUES ('eeeeffffgggghhhh', 'empreinte', 1000, 9000)");
    migrate(sql, migrations);
    expect(new Profile(sql).standing()).toEqual({ etat: "ouvert", id: "aaaabbbbccccdddd" as AccountId, nom: "Aline" });
    const sessions = new Sessions(sql, () => {});
    expect(sessions.list(2000)).toEqual([
      {
        id: "eeeeffffgggghhhh",
        appareil: { navigateur: "autre", systeme: "autre" },
        ouverteLe: 1000,
        vueLe: 1000,
        expireLe: 9000,
      },
    ]);
    expect(sessions.find("empreinte", 2000)).toBe("eeeeffffgggghhhh");
  }));
