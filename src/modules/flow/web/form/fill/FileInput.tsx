import { use, useRef, useState } from 'react'
import FileIcon from 'lucide-react/icons/file'
import X from 'lucide-react/icons/x'
import { mostOf, type FileRef } from '#core/form'
import { Icon } from '#ui/Icon'
import { IconButton } from '#ui/IconButton'
import { Upload } from '#ui/Upload'
import { reasonOf } from '#web/upload'
import { useWords } from '#web/words'
import { useCommon } from './common.ts'
import { filesIn } from '../show/files.ts'
import type { InputProps } from './input.ts'
import { SendContext } from './send-context.ts'

const noFiles: readonly FileRef[] = []

/** Files or photos. What was attached before comes first and may be taken away again. */
export function FileInput(props: InputProps) {
  const { field, value, onChange } = props
  const t = useWords('flow')
  const send = use(SendContext)
  const { hideLabel: _, ...common } = { hideLabel: false, ...useCommon(props) }
  const [kept, setKept] = useState<readonly FileRef[]>(() => filesIn(value))
  // What arrives joins what is there by then, not what was there when its sending began.
  const now = useRef({ kept, fresh: noFiles })
  const put = (change: Partial<{ kept: readonly FileRef[]; fresh: readonly FileRef[] }>) => {
    now.current = { ...now.current, ...change }
    setKept(now.current.kept)
    onChange([...now.current.kept, ...now.current.fresh])
  }
  const most = field.max ?? mostOf.files
  return (
    <div className="flex min-w-0 flex-col gap-2" data-invalid={props.fault ? true : undefined}>
      {kept.length > 0 && (
        <ul aria-label={t('form.attachedBefore', { label: common.label })} className="order-2 flex flex-col gap-2">
          {kept.map((file) => (
            <li
              key={file.id}
              className="flex items-center gap-3 rounded-lg border border-line bg-surface py-2 pr-2 pl-2.5"
            >
              {field.kind === 'photo' ? (
                <img src={`/api/files/${file.id}`} alt="" className="size-10 rounded-md bg-sunken object-cover" />
              ) : (
                <Icon as={FileIcon} className="text-faint" />
              )}
              <span className="min-w-0 flex-1 truncate">{file.name}</span>
              <IconButton
                icon={X}
                size="sm"
                label={t('form.dropFile', { name: file.name })}
                onPress={() => put({ kept: kept.filter((other) => other.id !== file.id) })}
              />
            </li>
          ))}
        </ul>
      )}
      <Upload
        {...common}
        isPhoto={field.kind === 'photo'}
        limitBytes={20_000_000}
        limitFiles={Math.max(0, most - kept.length)}
        keepPictures={field.kind === 'file'}
        send={async (file, told): Promise<FileRef> => ({ id: (await send(file, told)).id, name: file.name })}
        reasonOf={reasonOf}
        onResults={(fresh) => put({ fresh })}
      />
    </div>
  )
}
