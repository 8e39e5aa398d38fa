import { FieldGrid } from '#ui/Field'
import { NumberField } from '#ui/NumberField'
import { PasswordField } from '#ui/PasswordField'
import { Select } from '#ui/Select'
import { TextField } from '#ui/TextField'
import { useWords } from '#web/words'
import type { AddressPart } from './AddressForm.tsx'

/** A view of a database. */
export function SqlFields({ part: { values, set, secret, setSecret, secretNote, error } }: { part: AddressPart }) {
  const t = useWords('sources')
  const text = (name: string) => ({
    label: t(`address.${name}`),
    value: String(values[name] ?? ''),
    onChange: (value: string) => set(name, value.trim()),
    isRequired: true,
    ...error(name),
  })
  const cursor = Array.isArray(values['cursor']) ? (values['cursor'] as string[]) : []
  return (
    <FieldGrid columns={2}>
      <TextField {...text('host')} />
      <NumberField
        label={t('address.port')}
        value={Number(values['port'] ?? 5432)}
        onChange={(port) => set('port', port ?? 5432)}
        formatOptions={{ useGrouping: false }}
      />
      <TextField {...text('database')} />
      <TextField {...text('user')} />
      <PasswordField label={t('address.password')} description={secretNote} value={secret} onChange={setSecret} />
      <Select
        label={t('address.ssl')}
        value={String(values['ssl'] ?? 'verify')}
        onChange={(ssl) => set('ssl', ssl)}
        options={['verify', 'require', 'off'].map((id) => ({ id, label: t(`address.ssls.${id}`) }))}
      />
      <TextField {...text('view')} />
      <TextField
        label={t('address.cursor')}
        description={t('address.cursorHint')}
        isRequired
        defaultValue={cursor.join(', ')}
        onChange={(columns) =>
          set(
            'cursor',
            columns
              .split(/[,，]/)
              .map((column) => column.trim())
              .filter((column) => column !== ''),
          )
        }
        {...error('cursor')}
      />
      <NumberField
        label={t('address.lookBack')}
        description={t('address.lookBackHint')}
        value={Number(values['lookBackMinutes'] ?? 0)}
        minValue={0}
        onChange={(minutes) => set('lookBackMinutes', minutes ?? 0)}
      />
    </FieldGrid>
  )
}
