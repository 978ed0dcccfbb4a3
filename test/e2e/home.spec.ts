import { expect, test } from "../harness/browser-test.ts";

test("a visitor reads what this is, without a script", async ({ openAs }) => {
  const page = await openAs(null);
  const scripts: string[] = [];
  page.on("request", (request) => {
    if (request.resourceType() === "script") scripts.push(request.url());
  });
  const answer = await page.goto("/");
  expect(answer?.status()).toBe(200);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(scripts).toEqual([]);
});
