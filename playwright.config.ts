import { defineConfig, devices } from "@playwright/test";

/** Journeys run on the built program with its own data folder; `test/journeys/house.ts` starts it. */
export default defineConfig({
  testDir: "test/journeys",
  testMatch: "*.journey.ts",
  globalSetup: "./test/journeys/house.ts",
  workers: 1,
  timeout: 180_000,
  // A page that answers late is slow, not wrong: budget.journey.ts says how fast pages must be.
  expect: { timeout: 20_000 },
  reporter: "line",
  outputDir: "test-results",
  use: {
    ...devices["Desktop Chrome"],
    baseURL: "http://localhost:3917",
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
    viewport: { width: 1280, height: 900 },
    launchOptions: {
      executablePath: process.env.THIDUA_BROWSER ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
    screenshot: "only-on-failure",
  },
});
