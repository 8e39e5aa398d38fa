import type { Pool } from '#kernel/database'
import { buildHouse, type House } from '#kernel/house'
import type { Time } from './history.ts'

/** The same product beside the running one, on a clock of its own: what it tells is past, so no job runs and no page is told. */
export function houseOfThePast({ modules, filesDirectory, keyDirectory, live }: House, pool: Pool, time: Time): House {
  return {
    ...buildHouse({ modules, pool, filesDirectory, keyDirectory, clock: () => time.now }),
    jobs: { enqueue: async () => {}, stop: async () => {} },
    live: { ...live, announce: async () => {} },
  }
}
