import Check from 'lucide-react/icons/circle-check'
import Alert from 'lucide-react/icons/circle-alert'
import FileIcon from 'lucide-react/icons/file'
import RotateCcw from 'lucide-react/icons/rotate-ccw'
import X from 'lucide-react/icons/x'
import { Icon } from '../Icon.tsx'
import { IconButton } from '../IconButton.tsx'
import { useKitWords } from '../kit-words.tsx'
import type { KitWords } from '../kit-words.tsx'
import { sizeText } from './file-checks.ts'
import type { UploadEntry, UploadState } from './upload-list.ts'

type Props<Result> = {
  entry: UploadEntry<Result>
  limitBytes: number | undefined
  doneText: string | undefined
  onRemove: () => void
  onRetry: () => void
}

export function UploadLine<Result>({ entry, limitBytes, doneText, onRemove, onRetry }: Props<Result>) {
  const words = useKitWords()
  const { file, state, sentBytes } = entry
  const isBad = state.step === 'failed' || state.step === 'too-large' || state.step === 'wrong-kind'
  const share = state.step === 'sending' ? state.share : state.step === 'done' ? 1 : 0
  const saved =
    sentBytes !== undefined && sentBytes < file.size * 0.9
      ? words('upload.saved', { before: sizeText(file.size), after: sizeText(sentBytes) })
      : sizeText(file.size)
  return (
    <li className="relative flex min-w-0 items-center gap-3 overflow-hidden rounded-lg border border-line bg-surface py-2 pr-2 pl-2.5">
      <Thumbnail file={file} />
      <div className="min-w-0 flex-1">
        <p className="truncate">{file.name}</p>
        <p
          aria-live="polite"
          className={`flex flex-wrap items-center gap-x-2 text-xs ${isBad ? 'text-red-text' : 'text-muted'}`}
        >
          <span className="flex items-center gap-1">
            {isBad && <Icon as={Alert} size={12} />}
            {state.step === 'done' && <Icon as={Check} size={12} className="text-green-text" />}
            {state.step === 'done' && doneText ? doneText : stateText(state, words, limitBytes)}
          </span>
          {!isBad && <span>{saved}</span>}
        </p>
      </div>
      {state.step === 'failed' && (
        <IconButton icon={RotateCcw} size="sm" label={words('upload.retry', { name: file.name })} onPress={onRetry} />
      )}
      <IconButton icon={X} size="sm" label={words('upload.remove', { name: file.name })} onPress={onRemove} />
      {state.step === 'sending' && (
        <span aria-hidden="true" className="absolute inset-x-0 bottom-0 h-0.5 bg-pressed">
          <span
            className="block h-full bg-primary transition-[width]"
            style={{ width: `${Math.round(share * 100)}%` }}
          />
        </span>
      )}
    </li>
  )
}

function stateText(state: UploadState, words: KitWords, limitBytes: number | undefined): string {
  switch (state.step) {
    case 'waiting':
      return words('upload.waiting')
    case 'shrinking':
      return words('upload.shrinking')
    case 'sending':
      return words('upload.sending', { percent: Math.round(state.share * 100) })
    case 'done':
      return words('upload.done')
    case 'failed':
      return state.reason ?? words('upload.failed')
    case 'too-large':
      return words('upload.too-large', { size: sizeText(state.bytes), limit: sizeText(limitBytes ?? 0) })
    case 'wrong-kind':
      return words('upload.wrong-kind')
  }
}

function Thumbnail({ file }: { file: File }) {
  const isPicture = file.type.startsWith('image/')
  const show = (image: HTMLImageElement) => {
    const url = URL.createObjectURL(file)
    image.src = url
    return () => URL.revokeObjectURL(url)
  }
  return (
    <span className="flex size-10 shrink-0 items-center justify-center overflow-hidden rounded-md bg-sunken text-faint">
      {isPicture ? <img ref={show} alt="" className="size-full object-cover" /> : <Icon as={FileIcon} size={20} />}
    </span>
  )
}
