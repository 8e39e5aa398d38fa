import { useState, type ReactNode } from 'react'
import ArrowUp from 'lucide-react/icons/arrow-up'
import Plus from 'lucide-react/icons/plus'
import Trash2 from 'lucide-react/icons/trash-2'
import { Button } from '#ui/Button'
import { IconButton } from '#ui/IconButton'
import { useWords } from '#web/words'
import type { EditorForm } from './editor-form.ts'

export type ListEditorProps<T> = {
  form: EditorForm
  path: string
  items: readonly T[]
  fresh: T
  addLabel: string
  /** Each in a frame of its own, for things of several fields. */
  isFramed?: boolean
  children: (item: T, path: string, at: number) => ReactNode
}

/** Things in an order that can be added, taken away and moved up. */
export function ListEditor<T>({ form, path, items, fresh, addLabel, isFramed, children }: ListEditorProps<T>) {
  const t = useWords('responsibilities')
  const [keys, setKeys] = useState(() => items.map(newKey))
  const put = (next: readonly T[], nextKeys: readonly string[]) => {
    setKeys([...nextKeys])
    form.set(path, next)
  }
  return (
    <div className={`flex flex-col ${isFramed ? 'gap-3' : 'gap-1.5'}`}>
      {items.map((item, at) => (
        <div
          key={keys[at] ?? at}
          className={`flex items-start gap-2 ${isFramed ? 'rounded-lg border border-line bg-sunken p-3' : ''}`}
        >
          <div className="min-w-0 flex-1">{children(item, `${path}.${at}`, at)}</div>
          <div className="flex">
            {at > 0 && (
              <IconButton
                icon={ArrowUp}
                label={t('editor.moveUp')}
                onPress={() => put(raised(items, at), raised(keys, at))}
              />
            )}
            <IconButton
              icon={Trash2}
              label={t('editor.remove')}
              onPress={() => put(without(items, at), without(keys, at))}
            />
          </div>
        </div>
      ))}
      <div>
        <Button size="sm" variant="quiet" icon={Plus} onPress={() => put([...items, fresh], [...keys, newKey()])}>
          {addLabel}
        </Button>
      </div>
    </div>
  )
}

/** Rows keep their own state while others come, go and move. */
function newKey(): string {
  return crypto.randomUUID()
}

function raised<T>(list: readonly T[], at: number): T[] {
  const [above, here] = [list[at - 1], list[at]]
  return list.map((item, index) => (index === at ? (above ?? item) : index === at - 1 ? (here ?? item) : item))
}

function without<T>(list: readonly T[], at: number): T[] {
  return list.filter((_item, index) => index !== at)
}
