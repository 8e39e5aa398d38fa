import Plus from 'lucide-react/icons/plus'
import { Button } from '#ui/Button'

type Props = { note: string; add: string; onAdd: () => void }

/** What the rules of a tab are for, and the way to one more. */
export function TabHead({ note, add, onAdd }: Props) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <p className="max-w-2xl min-w-0 text-muted">{note}</p>
      <Button variant="primary" icon={Plus} onPress={onAdd}>
        {add}
      </Button>
    </div>
  )
}
