import type { Source } from '#core/flow'
import type { NamedThings } from '../store/named.ts'

/** The things some sources of people name, for a look-up of what they are called. */
export function namedIn(sources: readonly Source[]): NamedThings {
  const pick = (of: (source: Source) => readonly (string | undefined)[]) => [
    ...new Set(sources.flatMap(of).filter((one) => one !== undefined)),
  ]
  return {
    people: pick((one) => (one.kind === 'people' ? one.people : [])),
    units: pick((one) => (one.kind === 'unit-members' || one.kind === 'unit-head' ? [one.unit] : [])),
    positions: pick((one) => (one.kind === 'position' ? [one.position] : [])),
    responsibilities: pick((one) => (one.kind === 'responsibility' ? [one.responsibility] : [])),
    roles: pick((one) => (one.kind === 'role' ? [one.role] : [])),
    flows: [],
  }
}
