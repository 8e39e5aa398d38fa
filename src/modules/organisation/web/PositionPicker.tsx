import { ComboBox, type ComboBoxProps } from '#ui/ComboBox'
import { useRead } from '#web/query'
import { useLocal } from '#web/words'
import { routes, type Position } from '../contract.ts'
import { usePersonName } from './PersonName.tsx'
import { useSearchText } from './use-search-text.ts'

export type PositionPickerProps = Omit<ComboBoxProps, 'options' | 'onSearch' | 'isLoading'> & {
  on?: string
  /** One that may not be chosen, such as the position itself when its superior is sought. */
  except?: string
}

/** Chooses a position by title or code; who sits there and in which unit stands beside it. */
export function PositionPicker({ on, except, value, ...field }: PositionPickerProps) {
  const local = useLocal()
  const called = usePersonName()
  const [text, setText] = useSearchText()
  const day = on ? { on } : {}
  const chosen = useRead(routes.listPositions, { ids: [value ?? ''], limit: 1, ...day }, { when: Boolean(value) })
  const chosenPosition = chosen.data?.rows[0]
  const query = chosenPosition && text === local(chosenPosition.title) ? '' : text
  const found = useRead(routes.listPositions, { limit: 50, ...(query ? { text: query } : {}), ...day }, { keep: true })
  const optionOf = (position: Position) => ({
    id: position.id,
    label: local(position.title),
    note: [local(position.unitName), ...position.holders.slice(0, 3).map(called)].join(' · '),
    alsoFoundBy: position.code,
  })
  const positions = (found.data?.rows ?? []).filter((position) => position.id !== except)
  const isKnown = positions.some((position) => position.id === chosenPosition?.id)
  const shown = chosenPosition && !isKnown ? [chosenPosition, ...positions] : positions
  return (
    <ComboBox
      {...field}
      value={value ?? null}
      options={shown.map(optionOf)}
      onSearch={setText}
      isLoading={found.isFetching}
    />
  )
}
