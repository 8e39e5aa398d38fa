import { ComboBox, type ComboBoxProps } from '#ui/ComboBox'
import { useRead } from '#web/query'
import { useLocal } from '#web/words'
import { routes, type Person } from '../contract.ts'
import { usePersonName } from './PersonName.tsx'
import { useSearchText } from './use-search-text.ts'

export type PersonPickerProps = Omit<ComboBoxProps, 'options' | 'onSearch' | 'isLoading'> & {
  /** Only people of this unit and those below. */
  unitId?: string
}

/** Chooses somebody by name, pinyin or number, among all there are. */
export function PersonPicker({ unitId, value, ...field }: PersonPickerProps) {
  const local = useLocal()
  const [text, setText] = useSearchText()
  const chosen = useRead(routes.listPersons, { ids: [value ?? ''], limit: 1 }, { when: Boolean(value) })
  const chosenPerson = chosen.data?.rows[0]
  const called = usePersonName()
  const query = chosenPerson && text === called(chosenPerson) ? '' : text
  const found = useRead(
    routes.listPersons,
    { limit: 30, ...(query ? { text: query } : {}), ...(unitId ? { unitId } : {}) },
    { keep: true },
  )
  const optionOf = (person: Person) => ({
    id: person.id,
    label: called(person),
    note: [person.number, local(person.positionTitle), local(person.unitName)].filter(Boolean).join(' · '),
  })
  const people = found.data?.rows ?? []
  const shown =
    chosenPerson && !people.some((person) => person.id === chosenPerson.id) ? [chosenPerson, ...people] : people
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
