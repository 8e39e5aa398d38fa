import type { HandInField } from '#core/form'
import { coordinatesText } from '#ui/PlaceField'
import { Link } from '#web/links'

/** Evidence to be read: a place, a signature, papers, a record of another system. */
export function EvidenceValue({ field, value }: { field: HandInField; value: object }) {
  const part = (key: string) => {
    const found: unknown = (value as Record<string, unknown>)[key]
    return typeof found === 'string' ? found : ''
  }
  const { latitude, longitude } = value as { latitude?: number; longitude?: number }
  switch (field.kind) {
    case 'place':
      return (
        <>
          {part('text')}
          {latitude !== undefined && longitude !== undefined && (
            <span className="ml-1 text-sm text-muted tabular-nums">
              {coordinatesText({ text: '', latitude, longitude })}
            </span>
          )}
        </>
      )
    case 'signature':
      return part('name')
    case 'reference':
      return /^https?:\/\//.test(part('id')) ? (
        <Link href={part('id')} isExternal>
          {part('label')}
        </Link>
      ) : (
        part('label')
      )
    case 'file':
      return Array.isArray(value) ? value.map((file: { name?: string }) => file.name).join(', ') : null
    default:
      return null
  }
}
