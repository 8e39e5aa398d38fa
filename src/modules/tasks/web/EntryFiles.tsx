import { useState } from 'react'
import FileIcon from 'lucide-react/icons/file'
import { Dialog } from '#ui/Dialog'
import { Icon } from '#ui/Icon'
import { useFormat } from '#web/format'
import { useWords } from '#web/words'
import type { Entry } from '../contract.ts'

type EntryFile = Entry['files'][number]

/** Photos as thumbnails that open in full; other files as links. */
export function EntryFiles({ files }: { files: readonly EntryFile[] }) {
  const t = useWords('tasks')
  const f = useFormat()
  const [shown, setShown] = useState<EntryFile | null>(null)
  const photos = files.filter(isPhoto)
  const others = files.filter((file) => !isPhoto(file))
  return (
    <>
      {photos.length > 0 && (
        <ul className="flex flex-wrap gap-2">
          {photos.map((file) => (
            <li key={file.id}>
              <button
                type="button"
                aria-label={t('photo.open', { name: file.name })}
                onClick={() => setShown(file)}
                className="block overflow-hidden rounded-lg border border-line bg-sunken"
              >
                <img src={addressOf(file)} alt="" loading="lazy" className="size-20 object-cover" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {others.map((file) => (
        <p key={file.id} className="flex items-center gap-1.5">
          <Icon as={FileIcon} className="text-faint" />
          <a
            href={addressOf(file)}
            download={file.name}
            className="text-primary-text underline-offset-2 hover:underline"
          >
            {file.name}
          </a>
          <span className="text-sm">{f.fileSize(file.sizeBytes)}</span>
        </p>
      ))}
      {shown && (
        <Dialog isOpen onOpenChange={(isOpen) => !isOpen && setShown(null)} title={shown.name} size="xl">
          <img src={addressOf(shown)} alt={shown.name} className="mx-auto max-h-[75vh] rounded-md object-contain" />
        </Dialog>
      )}
    </>
  )
}

// An address of base's download route, without its schemas: the phone's first pages stay light.
function addressOf({ id }: EntryFile): string {
  return `/api/files/${id}`
}

function isPhoto({ mediaType }: EntryFile): boolean {
  return /^image\/(jpeg|png|webp|gif)$/.test(mediaType)
}
