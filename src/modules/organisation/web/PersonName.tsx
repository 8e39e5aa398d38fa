import { Link, useHref } from '#web/links'
import { useRead } from '#web/query'
import { routes } from '../contract.ts'

/** Somebody's name, leading to their page. Give the name when it is at hand: else it is looked up. */
export function PersonName({ id, name }: { id: string; name?: string }) {
  const href = useHref()('people.person', { personId: id })
  const found = useRead(routes.listPersons, { ids: [id], limit: 1 }, { when: name === undefined })
  const text = name ?? found.data?.rows[0]?.name ?? '…'
  return href ? <Link href={href}>{text}</Link> : <span>{text}</span>
}
