import { defineConfig } from 'vitest/config'

/** Browser journeys through the whole product, started once with the demo company. */
export default defineConfig({
  test: {
    include: ['test/journeys/**/*.journey.ts'],
    globalSetup: ['test/journeys/start-product.ts'],
    testTimeout: 90_000,
    hookTimeout: 120_000,
    // what a page shows follows what the server did; how long that takes is measured elsewhere
    expect: { poll: { timeout: 20_000 } },
    maxWorkers: 1,
    fileParallelism: false,
    // the same order everywhere, whatever was run here before
    cache: false,
  },
})
