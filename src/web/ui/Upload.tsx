import { useId, useRef, useState } from 'react'
import type { DragEvent } from 'react'
import Camera from 'lucide-react/icons/camera'
import CloudUpload from 'lucide-react/icons/cloud-upload'
import Images from 'lucide-react/icons/images'
import { Button } from './Button.tsx'
import { cx } from './cx.ts'
import { Icon } from './Icon.tsx'
import { useKitWords } from './kit-words.tsx'
import { sizeText } from './upload/file-checks.ts'
import { UploadLine } from './upload/UploadLine.tsx'
import { useUploadList } from './upload/upload-list.ts'
import type { UploadRules } from './upload/upload-list.ts'

export type { SendFile } from './upload/upload-list.ts'

export type UploadProps<Result> = UploadRules<Result> & {
  label: string
  description?: string
  errorMessage?: string
  isRequired?: boolean
  isDisabled?: boolean
  /** Said of a file that is through, where `send` does something else than sending. */
  doneText?: string
  /** Photos as proof: the camera comes first, the album second, and no drop zone. */
  isPhoto?: boolean
}

/** Files with their progress. `send` does the sending and answers with what the form keeps, such as the file's id. */
export function Upload<Result>(props: UploadProps<Result>) {
  const { label, description, errorMessage, isRequired, isDisabled, isPhoto, limitBytes, limitFiles } = props
  const words = useKitWords()
  const id = useId()
  const list = useUploadList({ ...props, accept: props.accept ?? (isPhoto ? 'image/*' : undefined) })
  const problem =
    errorMessage ?? (list.refused > 0 && limitFiles ? words('upload.too-many', { count: limitFiles }) : undefined)
  const isFull = limitFiles !== undefined && list.entries.length >= limitFiles
  const Way = isPhoto ? PhotoButtons : DropZone
  return (
    <div
      role="group"
      aria-labelledby={`${id}-label`}
      aria-describedby={`${id}-note`}
      className="flex min-w-0 flex-col gap-2"
    >
      <span id={`${id}-label`} className="text-label font-medium">
        {label}
        {isRequired && (
          <span className="ml-0.5 text-red-text" title={words('required')} aria-hidden="true">
            *
          </span>
        )}
      </span>
      {!isFull && (
        <Way
          label={label}
          accept={props.accept ?? (isPhoto ? 'image/*' : undefined)}
          isMany={limitFiles !== 1}
          isDisabled={isDisabled ?? false}
          isInvalid={problem !== undefined}
          onFiles={list.add}
        />
      )}
      <div id={`${id}-note`} className="text-xs text-muted empty:hidden touch:text-sm">
        {description}
        {limitBytes !== undefined && <span> {words('upload.limit', { limit: sizeText(limitBytes) })}</span>}
      </div>
      <p aria-live="polite" className="text-xs text-red-text empty:hidden touch:text-sm">
        {problem}
      </p>
      {list.entries.length > 0 && (
        <ul aria-label={label} className="flex flex-col gap-2">
          {list.entries.map((entry) => (
            <UploadLine
              key={entry.id}
              entry={entry}
              limitBytes={limitBytes}
              doneText={props.doneText}
              onRemove={() => list.remove(entry.id)}
              onRetry={() => list.retry(entry.id)}
            />
          ))}
        </ul>
      )}
    </div>
  )
}

type WayProps = {
  label: string
  accept: string | undefined
  isMany: boolean
  isDisabled: boolean
  isInvalid: boolean
  onFiles: (files: File[]) => void
}

function DropZone({ label, accept, isMany, isDisabled, isInvalid, onFiles }: WayProps) {
  const words = useKitWords()
  const [isOver, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    if (!isDisabled) onFiles([...event.dataTransfer.files])
  }
  return (
    <div
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={cx(
        'flex flex-wrap items-center justify-center gap-x-2 gap-y-1 rounded-lg border border-dashed px-4 py-6 text-muted transition-colors',
        isOver && !isDisabled ? 'border-primary bg-primary-soft' : 'bg-sunken',
        isInvalid ? 'border-red' : 'border-line-strong',
        isDisabled && 'text-disabled',
      )}
    >
      <Icon as={CloudUpload} size={20} className="text-faint" />
      <span className="touch:hidden">{words('upload.drop')}</span>
      <Picker
        label={`${words('upload.choose')}: ${label}`}
        accept={accept}
        isMany={isMany}
        isDisabled={isDisabled}
        onFiles={onFiles}
      />
    </div>
  )
}

function Picker({ label, accept, isMany, isDisabled, onFiles }: Omit<WayProps, 'isInvalid'>) {
  const words = useKitWords()
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button size="sm" isDisabled={isDisabled} aria-label={label} onPress={() => input.current?.click()}>
        {words('upload.choose')}
      </Button>
      <HiddenInput ref={input} accept={accept} isMany={isMany} onFiles={onFiles} />
    </>
  )
}

function PhotoButtons({ label, accept, isMany, isDisabled, onFiles }: WayProps) {
  const words = useKitWords()
  const camera = useRef<HTMLInputElement>(null)
  const album = useRef<HTMLInputElement>(null)
  return (
    <div className="flex flex-wrap gap-2">
      <Button
        variant="soft"
        icon={Camera}
        isDisabled={isDisabled}
        aria-label={`${words('upload.photo')}: ${label}`}
        onPress={() => camera.current?.click()}
      >
        {words('upload.photo')}
      </Button>
      <Button
        icon={Images}
        isDisabled={isDisabled}
        aria-label={`${words('upload.album')}: ${label}`}
        onPress={() => album.current?.click()}
      >
        {words('upload.album')}
      </Button>
      <HiddenInput ref={camera} accept={accept} isMany={false} isCamera onFiles={onFiles} />
      <HiddenInput ref={album} accept={accept} isMany={isMany} onFiles={onFiles} />
    </div>
  )
}

type HiddenProps = {
  ref: React.Ref<HTMLInputElement>
  accept: string | undefined
  isMany: boolean
  isCamera?: boolean
  onFiles: (files: File[]) => void
}

function HiddenInput({ ref, accept, isMany, isCamera, onFiles }: HiddenProps) {
  return (
    <input
      ref={ref}
      type="file"
      hidden
      accept={accept}
      multiple={isMany}
      capture={isCamera ? 'environment' : undefined}
      onChange={(event) => {
        onFiles([...(event.target.files ?? [])])
        // So that the same file can be chosen again after it was removed.
        event.target.value = ''
      }}
    />
  )
}
