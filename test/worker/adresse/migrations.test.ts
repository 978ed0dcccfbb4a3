import { expect } from "vitest";
import { migrations } from "../../../worker/adresse/migrations.ts";
import { testSteps } from "../migrated.ts";

testSteps("the register of addresses", migrations, {
  adresses: {
    held: [],
    reads: (sql) => expect(sql.exec("SELECT name, account FROM adresses").toArray()).toEqual([]),
  },
});
