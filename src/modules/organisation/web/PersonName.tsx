import { Link, useHref } from '#web/links'
import { useRead } from '#web/query'
import { useLanguage } from '#web/words'
import { routes } from '../contract.ts'
import { personName } from '../person-name.ts'

type Named = { name: string; latinName?: string | null | undefined }

/** What people are called in the reader's language. */
export function usePersonName(): (person: Named) => string {
  const language = useLanguage()
  return (person) => personName(person, language)
}

/** Somebody's name, leading to their page. Give the name when it is at hand: else it is looked up. */
export function PersonName({ id, name, latinName }: { id: string; name?: string; latinName?: string | null }) {
  const called = usePersonName()
  const href = useHref()('people.person', { personId: id })
  const found = useRead(routes.listPersons, { ids: [id], limit: 1 }, { when: name === undefined })
  const person = name === undefined ? found.data?.rows[0] : { name, latinName }
  const text = person ? called(person) : '…'
  return href ? <Link href={href}>{text}</Link> : <span>{text}</span>
}
