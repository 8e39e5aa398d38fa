import { useRef } from 'react'
import Eraser from 'lucide-react/icons/eraser'
import type { HandInField, HandInValue } from '#core/form'
import { Button } from '#ui/Button'
import { PlaceField, type PlaceValue } from '#ui/PlaceField'
import { SignaturePad, type SignaturePadHandle } from '#ui/SignaturePad'
import { TextField } from '#ui/TextField'
import { Upload, type SendFile } from '#ui/Upload'
import { useLocal, useWords } from '#web/words'
import type { Photo } from './hand-in-draft.ts'

type Props = {
  field: HandInField
  value: HandInValue
  onChange: (value: HandInValue) => void
  /** Files of the field, kept in the browser until they are sent. */
  files: readonly Photo[]
  onFiles: (files: readonly Photo[]) => void
  fault: string | undefined
}

/** Evidence that is more than a word or a number: where, who signed, which papers, which record of another system. */
export default function EvidenceInput({ field, value, onChange, files, onFiles, fault }: Props) {
  const t = useWords('tasks')
  const local = useLocal()
  const common = {
    label: local(field.label),
    isRequired: field.required,
    ...(fault ? { errorMessage: fault } : {}),
  }
  switch (field.kind) {
    case 'place':
      return (
        <PlaceField
          {...common}
          value={isPlace(value) ? value : null}
          onChange={onChange}
          words={{
            placeholder: t('evidence.place'),
            here: t('evidence.here'),
            drop: t('evidence.drop'),
            refused: t('evidence.noPlace'),
          }}
        />
      )
    case 'signature':
      return (
        <Signature common={common} name={partOf(value, 'name')} onName={onChange} files={files} onFiles={onFiles} />
      )
    case 'reference':
      return (
        <TextField
          {...common}
          description={t('evidence.record')}
          maxLength={300}
          value={partOf(value, 'label')}
          onChange={(text) => onChange(text.trim() ? { id: text.trim(), label: text } : null)}
        />
      )
    case 'file':
      return (
        <div className="flex flex-col gap-2">
          <Upload
            {...common}
            keepPictures
            limitFiles={field.max ?? 9}
            doneText={t('photo.kept')}
            send={keep}
            onResults={(results) => onFiles(results)}
          />
          {files.length > 0 && (
            <p className="text-sm text-muted">
              {t('evidence.files', { names: files.map(({ name }) => name).join(', ') })}
            </p>
          )}
        </div>
      )
    default:
      return null
  }
}

type SignatureProps = {
  common: { label: string; isRequired: boolean; errorMessage?: string }
  name: string
  onName: (value: HandInValue) => void
  files: readonly Photo[]
  onFiles: (files: readonly Photo[]) => void
}

function Signature({ common, name, onName, files, onFiles }: SignatureProps) {
  const t = useWords('tasks')
  const pad = useRef<SignaturePadHandle>(null)
  return (
    <div className="flex flex-col gap-2">
      <TextField
        {...common}
        placeholder={t('evidence.name')}
        maxLength={100}
        value={name}
        onChange={(text) => onName(text ? { name: text } : null)}
      />
      <SignaturePad
        ref={pad}
        label={t('evidence.draw', { label: common.label })}
        keptId=""
        onDrawn={(blob) => onFiles([{ blob, name: 'signature.png' }])}
      />
      {files.length > 0 && (
        <div>
          <Button
            size="sm"
            icon={Eraser}
            onPress={() => {
              pad.current?.clear()
              onFiles([])
            }}
          >
            {t('evidence.clear')}
          </Button>
        </div>
      )}
    </div>
  )
}

const keep: SendFile<Photo> = async (file) => ({ blob: file, name: file.name })

function isPlace(value: HandInValue): value is PlaceValue {
  return typeof value === 'object' && value !== null && 'text' in value
}

function partOf(value: HandInValue, key: 'name' | 'label'): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return ''
  const part: unknown = (value as Record<string, unknown>)[key]
  return typeof part === 'string' ? part : ''
}
