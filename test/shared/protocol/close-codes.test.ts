import { expect, it } from "vitest";
import { CLOSE, isFinalClose } from "../../../shared/protocol/close-codes.ts";

it("tells what is final from what means « come back »", () => {
  const { comeBack, judgeAgain, storageFull, ...final } = CLOSE;
  for (const code of Object.values(final)) expect(isFinalClose(code)).toBe(true);
  for (const code of [comeBack, judgeAgain, storageFull, 1000, 1001, 1006, 1011, 4399, 4500, 4599])
    expect(isFinalClose(code)).toBe(false);
});

it("gives each reason a code of its own", () => {
  expect(new Set(Object.values(CLOSE)).size).toBe(Object.keys(CLOSE).length);
});
