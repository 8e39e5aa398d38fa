import { PersonPicker, usePersonName } from '#screens/organisation'
import { routes } from '#contract/organisation'
import { Tag } from '#ui/Tag'
import { useRead } from '#web/query'
import { useCommon } from './common.ts'
import { textIn, textsIn, type InputProps } from './input.ts'

/** One person, or several: each chosen one becomes a tag below. */
export function PersonInput(props: InputProps) {
  const { field, value, onChange } = props
  const common = useCommon(props)
  if (!field.many) return <PersonPicker {...common} value={textIn(value) || null} onChange={onChange} />
  const chosen = textsIn(value)
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <PersonPicker
        {...common}
        // A fresh picker after each choice, ready for the next.
        key={chosen.length}
        value={null}
        onChange={(id) => id && !chosen.includes(id) && onChange([...chosen, id])}
      />
      {chosen.length > 0 && (
        <ul aria-label={common.label} className="flex flex-wrap gap-1.5">
          {chosen.map((id) => (
            <li key={id}>
              <PersonTag id={id} onRemove={() => onChange(chosen.filter((other) => other !== id))} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function PersonTag({ id, onRemove }: { id: string; onRemove: () => void }) {
  const called = usePersonName()
  const found = useRead(routes.listPersons, { ids: [id], limit: 1 })
  const person = found.data?.rows[0]
  return (
    <Tag tone="blue" onRemove={onRemove}>
      {person ? called(person) : '…'}
    </Tag>
  )
}
