import type { FactoryWorld } from './world.ts'

export async function reorganise(_world: FactoryWorld): Promise<void> {}
