import { hrefTo, Link } from '#web/links'
import { useRead } from '#web/query'
import { useLocal } from '#web/words'
import type { LocalText } from '#core/local-text'
import { routes } from '../contract.ts'
import { manifest } from '../manifest.ts'

/** A unit's name, leading to it in the chart. Give the name when it is at hand: else it is looked up. */
export function UnitName({ id, name, isInText = false }: { id: string; name?: LocalText; isInText?: boolean }) {
  const local = useLocal()
  const units = useRead(routes.listUnits, {}, { when: name === undefined })
  const text = local(name ?? units.data?.find((unit) => unit.id === id)?.name) || '…'
  return (
    <Link isInText={isInText} href={hrefTo(manifest, 'units', {}, { unit: id })}>
      {text}
    </Link>
  )
}
