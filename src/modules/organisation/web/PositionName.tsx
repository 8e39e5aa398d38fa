import { hrefTo, Link } from '#web/links'
import { useRead } from '#web/query'
import { useLocal } from '#web/words'
import type { LocalText } from '#core/local-text'
import { routes } from '../contract.ts'
import { manifest } from '../manifest.ts'

/** A position's title, leading to its page. Give the title when it is at hand: else it is looked up. */
export function PositionName({ id, title }: { id: string; title?: LocalText }) {
  const local = useLocal()
  const found = useRead(routes.listPositions, { ids: [id], limit: 1 }, { when: title === undefined })
  const text = local(title ?? found.data?.rows[0]?.title) || '…'
  return <Link href={hrefTo(manifest, 'position', { positionId: id })}>{text}</Link>
}
