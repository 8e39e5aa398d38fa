import type { UnitKind } from '#core/reorganisation'
import { Select } from '#ui/Select'
import { TextField } from '#ui/TextField'
import { useWords } from '#web/words'
import { capital } from './capital.ts'
import { unitKinds } from './choices.ts'

export function UnitKindChoice({ value, onChange }: { value: UnitKind; onChange: (kind: UnitKind) => void }) {
  const t = useWords('reorganisation')
  return (
    <Select
      label={t('change.unitKind')}
      value={value}
      onChange={(kind) => kind && onChange(kind as UnitKind)}
      options={unitKinds.map((kind) => ({ id: kind, label: capital(t(`unitKinds.${kind}`)) }))}
    />
  )
}

export function CodeField({ value, onChange }: { value: string; onChange: (code: string) => void }) {
  const t = useWords('reorganisation')
  return <TextField label={t('change.code')} description={t('change.codeNote')} value={value} onChange={onChange} />
}
