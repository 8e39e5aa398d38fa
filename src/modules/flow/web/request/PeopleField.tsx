import { PersonPicker, usePersonName } from '#screens/organisation'
import { routes as organisation } from '#contract/organisation'
import { Tag } from '#ui/Tag'
import { useRead } from '#web/query'
import { useWords } from '#web/words'

type Props = {
  label: string
  description?: string
  value: readonly string[]
  onChange: (people: string[]) => void
  isRequired?: boolean
  errorMessage?: string | undefined
}

/** Several people, one after another. */
export function PeopleField({ label, description, value, onChange, isRequired, errorMessage }: Props) {
  const t = useWords('flow')
  const called = usePersonName()
  const known = useRead(
    organisation.listPersons,
    { ids: [...value], limit: 200 },
    { when: value.length > 0, keep: true },
  )
  const names = new Map(known.data?.rows.map((person) => [person.id, called(person)]))
  return (
    <div className="flex flex-col gap-2">
      <PersonPicker
        label={label}
        {...(description ? { description } : {})}
        value={null}
        placeholder={t(value.length > 0 ? 'request.onePersonMore' : 'request.findPerson')}
        onChange={(id) => id && !value.includes(id) && onChange([...value, id])}
        {...(isRequired ? { isRequired } : {})}
        errorMessage={errorMessage}
      />
      {value.length > 0 && (
        <ul aria-label={label} className="flex flex-wrap gap-1.5">
          {value.map((id) => (
            <li key={id}>
              <Tag tone="blue" onRemove={() => onChange(value.filter((one) => one !== id))}>
                {names.get(id) ?? '…'}
              </Tag>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
