import { useEffect, useState } from 'react'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import type { Asked } from '#core/contract'
import { Icon } from '#ui/Icon'
import { send } from '#web/send'
import { routes, type Warning } from '../../contract.ts'

type Props = { personId: string; values: Asked<typeof routes.setTerms> }

/** What these terms would be warned of: asked of the server when nobody has typed for a moment. */
export function TermWarnings({ personId, values }: Props) {
  const [warnings, setWarnings] = useState<readonly Warning[]>([])
  const { groupId, wageFen, city = null, from } = values
  useEffect(() => {
    if (!groupId || !from) return undefined
    let isCurrent = true
    const timer = setTimeout(() => {
      send(routes.previewTerms, { personId, groupId, wageFen, city, from }).then(
        (answer) => isCurrent && setWarnings(answer.warnings),
        () => isCurrent && setWarnings([]),
      )
    }, 400)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [personId, groupId, wageFen, city, from])
  return (
    <ul role="status" className="flex flex-col gap-2 empty:hidden">
      {warnings.map(({ code, text }) => (
        <li key={code} className="flex items-start gap-2 rounded-lg bg-amber-soft px-3 py-2 text-sm text-amber-text">
          <Icon as={TriangleAlert} size={16} className="mt-0.5 shrink-0" />
          {text}
        </li>
      ))}
    </ul>
  )
}
