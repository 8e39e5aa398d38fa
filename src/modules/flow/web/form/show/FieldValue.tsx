import FileIcon from 'lucide-react/icons/file'
import MapPin from 'lucide-react/icons/map-pin'
import { isBlank, type FormField } from '#core/form'
import { Icon } from '#ui/Icon'
import { coordinatesText } from '#ui/PlaceField'
import { partIn } from '../fill/input.ts'
import { filesIn } from './files.ts'
import { CellText } from './CellText.tsx'
import { placeIn } from './place.ts'
import { PhotoStrip } from './PhotoStrip.tsx'
import { RowTable } from './RowTable.tsx'
import type { Names } from './value-text.ts'

type Props = { field: FormField; value: unknown; names?: Names }

/** A value to be read, as rich as its kind: photos open, files download, tables stand as tables. */
export function FieldValue({ field, value, names }: Props) {
  if (isBlank(value)) return <span className="text-faint">—</span>
  switch (field.kind) {
    case 'long-text':
      return <p className="max-w-prose whitespace-pre-line">{typeof value === 'string' ? value : ''}</p>
    case 'photo':
      return <PhotoStrip files={filesIn(value)} />
    case 'file':
      return (
        <ul className="flex flex-col gap-1">
          {filesIn(value).map((file) => (
            <li key={file.id} className="flex items-center gap-1.5">
              <Icon as={FileIcon} className="text-faint" />
              <a
                href={`/api/files/${file.id}`}
                download={file.name}
                className="min-w-0 truncate text-primary-text underline-offset-2 hover:underline touch:py-2.5"
              >
                {file.name}
              </a>
            </li>
          ))}
        </ul>
      )
    case 'table':
      return <RowTable field={field} value={value} {...(names ? { names } : {})} />
    case 'place':
      return <PlaceText value={value} />
    case 'signature':
      return <SignatureText value={value} />
    default:
      return <CellText field={field} value={value} {...(names ? { names } : {})} />
  }
}

function PlaceText({ value }: { value: unknown }) {
  const place = placeIn(value)
  if (!place) return null
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      {place.text && <span>{place.text}</span>}
      {place.latitude !== undefined && (
        <span className="flex items-center gap-1 text-sm text-muted tabular-nums">
          <Icon as={MapPin} size={14} />
          {coordinatesText(place)}
        </span>
      )}
    </span>
  )
}

function SignatureText({ value }: { value: unknown }) {
  const [name, fileId] = [partIn(value, 'name'), partIn(value, 'fileId')]
  return (
    <span className="flex flex-col gap-1">
      {fileId && (
        <img
          src={`/api/files/${fileId}`}
          alt=""
          loading="lazy"
          className="h-16 w-40 rounded-md border border-line bg-white object-contain"
        />
      )}
      <span>{name}</span>
    </span>
  )
}
