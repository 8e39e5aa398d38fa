import { routes } from '#contract/subjects'
import type { CadenceNames } from '#core/cadence'
import { useRead } from '#web/query'
import { useLocal } from '#web/words'

/** What types of subjects are called, where a cadence speaks of one. */
export function useCadenceNames(isAsked: boolean): CadenceNames {
  const local = useLocal()
  const { data } = useRead(routes.listSubjectTypes, {}, { when: isAsked })
  return {
    subject(type) {
      const known = data?.types.find((one) => one.key === type)
      return known ? local(known.name) : type
    },
  }
}
