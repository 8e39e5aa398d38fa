import { useEffect, useState } from 'react'
import { useRead } from '#web/query'
import { routes, type Chosen, type StartForm, type Values } from '../../contract.ts'
import { decisiveValues } from './start-draft.ts'

const restMs = 500

/** Who will be asked, as it is filled in: asked anew when something that decides on the course has rested. */
export function usePreview(start: StartForm, values: Values, chosen: Chosen): StartForm {
  const now = JSON.stringify([decisiveValues(start, values), chosen])
  const [rested, setRested] = useState(now)
  useEffect(() => {
    const timer = setTimeout(() => setRested(now), restMs)
    return () => clearTimeout(timer)
  }, [now])
  const [asked, named] = JSON.parse(rested) as [Values, Chosen]
  const isPlain = Object.keys(asked).length + Object.keys(named).length === 0
  const read = useRead(
    routes.readStartForm,
    { flowId: start.flow.id, values: JSON.stringify(asked), chosen: JSON.stringify(named) },
    { when: !isPlain, keep: true },
  )
  return isPlain ? start : (read.data ?? start)
}
