import { useState } from 'react'
import type { FileRef } from '#core/form'
import { Dialog } from '#ui/Dialog'
import { useWords } from '#web/words'

/** Photos as thumbnails that open in full. */
export function PhotoStrip({ files }: { files: readonly FileRef[] }) {
  const t = useWords('flow')
  const [shown, setShown] = useState<FileRef | null>(null)
  return (
    <>
      <ul className="flex flex-wrap gap-2">
        {files.map((file) => (
          <li key={file.id}>
            <button
              type="button"
              aria-label={t('form.openPhoto', { name: file.name })}
              onClick={() => setShown(file)}
              className="block overflow-hidden rounded-lg border border-line bg-sunken"
            >
              <img src={`/api/files/${file.id}`} alt="" loading="lazy" className="size-20 object-cover" />
            </button>
          </li>
        ))}
      </ul>
      {shown && (
        <Dialog isOpen onOpenChange={(isOpen) => !isOpen && setShown(null)} title={shown.name} size="xl">
          <img
            src={`/api/files/${shown.id}`}
            alt={shown.name}
            className="mx-auto max-h-[75vh] rounded-md object-contain"
          />
        </Dialog>
      )}
    </>
  )
}
