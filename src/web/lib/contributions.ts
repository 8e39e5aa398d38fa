import { useEffect, useState } from 'react'
import type { BoundWeb } from './bind.ts'
import { bindingsOf } from './screens.ts'
import { useSession } from './session.ts'

/** What the modules that are on bound to their names; none while they are fetched. */
export function useBoundModules(): readonly BoundWeb[] {
  const { modules } = useSession()
  const [bound, setBound] = useState<readonly BoundWeb[]>(nothing)
  const names = modules.join()
  useEffect(() => {
    let isCurrent = true
    void Promise.all(names.split(',').map((name) => bindingsOf(name))).then((all) => {
      if (isCurrent) setBound(all.filter((each) => each !== undefined))
    })
    return () => {
      isCurrent = false
    }
  }, [names])
  return bound
}

const nothing: readonly BoundWeb[] = []
