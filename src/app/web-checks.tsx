import type { Routes } from '#core/contract'

const contracts = import.meta.glob<{ routes: Routes }>('../modules/*/contract.ts')

/** A module's contract with all its schemas, for the forms. */
export async function loadContract(module: string): Promise<Routes | undefined> {
  return (await contracts[`../modules/${module}/contract.ts`]?.())?.routes
}
