import Download from 'lucide-react/icons/download'
import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { Upload } from '#ui/Upload'
import { addressOf } from '#web/query'
import { reasonOf, sendFile, type StoredFile } from '#web/upload'
import { useWords } from '#web/words'
import { routes, type ImportKind } from '../contract.ts'
import type { Place } from './import-place.ts'

type Props = { kind: ImportKind; place: Place; onFile: (file: StoredFile) => void }

/** A file by drop or choice, and what it may bring. */
export function FileStep({ kind, place, onFile }: Props) {
  const t = useWords('transfer')
  return (
    <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_20rem] lg:items-start">
      <Card
        title={t('file.title')}
        description={place.file ? t('file.now', { name: place.file.name }) : t('file.note')}
      >
        <Upload
          label={t('file.label')}
          accept=".xlsx,.csv"
          limitFiles={1}
          limitBytes={20_000_000}
          keepPictures
          send={sendFile}
          reasonOf={reasonOf}
          onResults={([file]) => {
            if (file) onFile(file)
          }}
        />
      </Card>
      <Card
        title={t('file.fields')}
        actions={
          <Button
            size="sm"
            icon={Download}
            onPress={() => location.assign(addressOf(routes.readTemplate, { kind: kind.kind }))}
          >
            {t('template')}
          </Button>
        }
      >
        <ul className="flex flex-wrap gap-x-4 gap-y-1">
          {kind.fields.map((field) => (
            <li key={field.key} className={field.isRequired ? 'font-medium' : 'text-muted'}>
              {field.title}
              {field.isRequired && <span className="text-red-text"> *</span>}
            </li>
          ))}
        </ul>
      </Card>
    </div>
  )
}
