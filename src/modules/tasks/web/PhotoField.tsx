import { useState } from 'react'
import X from 'lucide-react/icons/x'
import { IconButton } from '#ui/IconButton'
import { Upload, type SendFile } from '#ui/Upload'
import { useWords } from '#web/words'
import type { Photo } from './hand-in-draft.ts'

type Props = {
  photos: readonly Photo[]
  onChange: (photos: readonly Photo[]) => void
  isRequired: boolean
  fault: string | undefined
}

const mostPhotos = 9

/** Photos as proof. They stay in the browser, made small, until the hand-in is sent; those of an older draft come first. */
export function PhotoField({ photos, onChange, isRequired, fault }: Props) {
  const t = useWords('tasks')
  const [kept, setKept] = useState(photos)
  const [fresh, setFresh] = useState<readonly Photo[]>([])
  const drop = (photo: Photo) => {
    const rest = kept.filter((each) => each !== photo)
    setKept(rest)
    onChange([...rest, ...fresh])
  }
  return (
    <div className="flex flex-col gap-2">
      <Upload
        label={t('photo.label')}
        isPhoto
        isRequired={isRequired}
        limitFiles={mostPhotos - kept.length}
        doneText={t('photo.kept')}
        send={keep}
        onResults={(results) => {
          setFresh(results)
          onChange([...kept, ...results])
        }}
        {...(fault ? { errorMessage: fault } : {})}
      />
      {kept.length > 0 && (
        <ul aria-label={t('photo.ofDraft')} className="flex flex-col gap-2">
          {kept.map((photo) => (
            <li
              key={photo.name}
              className="flex items-center gap-3 rounded-lg border border-line bg-surface py-2 pr-2 pl-2.5"
            >
              <Thumbnail photo={photo} />
              <span className="min-w-0 flex-1">
                <span className="block truncate">{photo.name}</span>
                <span className="text-xs text-muted">{t('photo.ofDraft')}</span>
              </span>
              <IconButton
                icon={X}
                size="sm"
                label={t('photo.drop', { name: photo.name })}
                onPress={() => drop(photo)}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

const keep: SendFile<Photo> = async (file) => ({ blob: file, name: file.name })

function Thumbnail({ photo }: { photo: Photo }) {
  const show = (image: HTMLImageElement) => {
    const url = URL.createObjectURL(photo.blob)
    image.src = url
    return () => URL.revokeObjectURL(url)
  }
  return <img ref={show} alt="" className="size-10 shrink-0 rounded-md bg-sunken object-cover" />
}
