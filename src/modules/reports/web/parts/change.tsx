import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import { Icon } from '#ui/Icon'
import { useFormat } from '#web/format'

/** A change in permille as points, with its sign and direction; colour is never alone. */
export function Change({ permille }: { permille: number | null }) {
  const format = useFormat()
  if (permille === null) return <span className="text-faint">–</span>
  if (permille === 0) return <span className="text-muted">±0</span>
  const isUp = permille > 0
  return (
    <span className={`inline-flex items-center gap-1 whitespace-nowrap ${isUp ? 'text-green-text' : 'text-red-text'}`}>
      <Icon as={isUp ? ArrowUp : ArrowDown} size={14} />
      {isUp ? '+' : ''}
      {format.percent(permille)}
    </span>
  )
}
