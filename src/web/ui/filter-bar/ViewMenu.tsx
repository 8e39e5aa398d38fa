import { useState } from 'react'
import Bookmark from 'lucide-react/icons/bookmark'
import Trash from 'lucide-react/icons/trash-2'
import { Button } from '../Button.tsx'
import { Checkbox } from '../Checkbox.tsx'
import { IconButton } from '../IconButton.tsx'
import { useKitWords } from '../kit-words.tsx'
import { Popover } from '../Popover.tsx'
import { TextField } from '../TextField.tsx'
import type { FilterState } from './filter-state.ts'
import type { ViewKeeper } from './saved-views.ts'

type Props = { keeper: ViewKeeper; canSave: boolean; onTake: (state: FilterState) => void }

/** Saved sets of filters: take one, save what holds now, drop one. */
export function ViewMenu({ keeper, canSave, onTake }: Props) {
  const words = useKitWords()
  return (
    <Popover
      label={words('views.title')}
      isFlush
      trigger={
        <Button variant="quiet" icon={Bookmark}>
          {words('views.title')}
        </Button>
      }
    >
      {(close) => (
        <div className="flex w-72 max-w-full flex-col">
          {keeper.views.length === 0 && <p className="px-4 pt-4 pb-3 text-sm text-muted">{words('views.empty')}</p>}
          {keeper.views.length > 0 && (
            <ul className="max-h-72 overflow-auto p-1">
              {keeper.views.map((view) => (
                <li key={view.id} className="flex items-center rounded-sm hover:bg-hover">
                  <button
                    type="button"
                    className="kit-item min-w-0 flex-1 text-left"
                    onClick={() => {
                      onTake(view.state)
                      close()
                    }}
                  >
                    <span className="truncate">{view.name}</span>
                    {view.isShared && (
                      <span className="shrink-0 text-xs text-muted">{view.ownerName ?? words('views.shared')}</span>
                    )}
                  </button>
                  {!view.ownerName && (
                    <IconButton
                      icon={Trash}
                      size="sm"
                      label={words('views.delete', { name: view.name })}
                      onPress={() => keeper.remove(view.id)}
                    />
                  )}
                </li>
              ))}
            </ul>
          )}
          {canSave && <SaveForm onSave={keeper.save} mayShare={keeper.mayShare ?? false} />}
        </div>
      )}
    </Popover>
  )
}

type SaveFormProps = { onSave: ViewKeeper['save']; mayShare: boolean }

function SaveForm({ onSave, mayShare }: SaveFormProps) {
  const words = useKitWords()
  const [name, setName] = useState('')
  const [isShared, setShared] = useState(false)
  return (
    <form
      className="flex flex-wrap items-end gap-2 border-t border-line p-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (!name.trim()) return
        onSave(name.trim(), isShared)
        setName('')
        setShared(false)
      }}
    >
      {mayShare && (
        <Checkbox value={isShared} onChange={setShared}>
          {words('views.share')}
        </Checkbox>
      )}
      <TextField label={words('views.name')} value={name} onChange={setName} className="flex-1" />
      <Button type="submit" variant="primary" isDisabled={!name.trim()}>
        {words('views.save')}
      </Button>
    </form>
  )
}
