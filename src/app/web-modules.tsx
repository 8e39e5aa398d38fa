import type { BoundWeb } from '#web/bind'
import { knowContracts } from '#web/checks'
import { loadContract } from './web-checks.tsx'

knowContracts(loadContract)

/** Each module's screens, fetched when the first of them is opened. A module without screens has no file here. */
const bindings = import.meta.glob<{ web: BoundWeb }>('../modules/*/web/index.tsx')

export async function load(module: string): Promise<BoundWeb | undefined> {
  const found = await bindings[`../modules/${module}/web/index.tsx`]?.()
  return found?.web
}
