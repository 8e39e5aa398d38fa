import { FieldGrid, Wide } from '#ui/Field'
import { NumberField } from '#ui/NumberField'
import { PasswordField } from '#ui/PasswordField'
import { Select } from '#ui/Select'
import { TextField } from '#ui/TextField'
import { useWords } from '#web/words'
import type { AddressPart } from './AddressForm.tsx'

/** A list over HTTP. */
export function RestFields({ part: { values, set, secret, setSecret, secretNote, error } }: { part: AddressPart }) {
  const t = useWords('sources')
  const text = (name: string, hint?: string) => (
    <TextField
      label={t(`address.${name}`)}
      {...(hint ? { description: t(`address.${hint}`) } : {})}
      value={String(values[name] ?? '')}
      onChange={(value) => set(name, value.trim())}
      {...error(name)}
    />
  )
  const choice = (name: string, words: string, ids: readonly string[]) => (
    <Select
      label={t(`address.${name}`)}
      value={String(values[name] ?? ids[0])}
      onChange={(id) => set(name, id)}
      options={ids.map((id) => ({ id, label: t(`address.${words}.${id}`) }))}
    />
  )
  const isOdata = values['form'] === 'odata'
  const paging = String(values['paging'] ?? 'none')
  return (
    <FieldGrid columns={2}>
      <Wide>{text('url')}</Wide>
      {choice('form', 'forms', ['json', 'odata'])}
      {text('rowsAt', 'rowsAtHint')}
      {choice('auth', 'auths', ['none', 'bearer', 'basic', 'header'])}
      {values['auth'] !== 'none' && (
        <PasswordField label={t('address.token')} description={secretNote} value={secret} onChange={setSecret} />
      )}
      {values['auth'] === 'basic' && text('user')}
      {values['auth'] === 'header' && text('authHeader')}
      {text('cursorField', 'cursorFieldHint')}
      {choice('cursorKind', 'cursorKinds', ['time', 'number', 'text'])}
      {!isOdata && values['cursorField'] !== '' && text('cursorParameter')}
      {choice('paging', 'pagings', isOdata ? ['none', 'next', 'offset'] : ['none', 'next', 'offset', 'page'])}
      {paging === 'next' && text('nextAt')}
      {!isOdata && paging !== 'none' && text('limitParameter')}
      {!isOdata && (paging === 'offset' || paging === 'page') && text('pageParameter')}
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
