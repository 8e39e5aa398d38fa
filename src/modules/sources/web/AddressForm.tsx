import { useState } from 'react'
import { PersonPicker } from '#screens/organisation'
import { Button } from '#ui/Button'
import { FieldGrid } from '#ui/Field'
import { NumberField } from '#ui/NumberField'
import { Select } from '#ui/Select'
import { TextField } from '#ui/TextField'
import { FormProblem } from '#web/form'
import { useCommand } from '#web/query'
import { useWords } from '#web/words'
import { faultsOf } from '#web/problem'
import { routes, type SourceDetail } from '../contract.ts'
import { changed } from './change-source.ts'
import { rhythms } from './choices.ts'
import { RestFields } from './RestFields.tsx'
import { SqlFields } from './SqlFields.tsx'
import { WebhookFields } from './WebhookFields.tsx'

export type AddressPart = {
  values: Readonly<Record<string, unknown>>
  set: (name: string, value: unknown) => void
  secret: string
  setSecret: (secret: string) => void
  secretNote: string
  /** What the server said of a field. */
  error: (name: string) => { errorMessage?: string }
}

const starts: Record<string, Record<string, unknown>> = {
  sql: { host: '', port: 5432, database: '', user: '', ssl: 'verify', view: '', cursor: [], lookBackMinutes: 0 },
  rest: {
    url: 'https://',
    form: 'json',
    rowsAt: '',
    auth: 'none',
    paging: 'none',
    cursorField: '',
    cursorKind: 'time',
    lookBackMinutes: 0,
  },
  webhook: {},
}

/** How a source is asked, how often, what is expected of it, and who is told. */
export function AddressForm({ source }: { source: SourceDetail }) {
  const t = useWords('sources')
  const [values, setValues] = useState<Record<string, unknown>>({ ...starts[source.kind], ...source.address })
  const [secret, setSecret] = useState('')
  const [rest, setRest] = useState({
    name: source.name,
    everyMinutes: source.everyMinutes,
    rhythm: source.rhythm,
    ownerId: source.ownerId,
    takes: source.takes,
  })
  const command = useCommand(routes.changeSource, { done: t('address.saved'), showsProblem: () => true })
  const faults = command.problem ? faultsOf(command.problem) : []
  const part: AddressPart = {
    values,
    set: (name, value) => setValues((known) => ({ ...known, [name]: value })),
    secret,
    setSecret,
    secretNote: source.hasSecret ? t('address.secretKept') : '',
    error: (name) => {
      const found = faults.find(
        (fault) => fault.path === `address.${name}` || fault.path.startsWith(`address.${name}.`),
      )
      return found ? { errorMessage: found.message } : {}
    },
  }
  const save = () => command.run(changed(source, { ...rest, address: values, ...(secret ? { secret } : {}) }))
  return (
    <div className="flex flex-col gap-4">
      {source.kind === 'webhook' && <WebhookFields source={source} />}
      {source.kind === 'sql' && <SqlFields part={part} />}
      {source.kind === 'rest' && <RestFields part={part} />}
      <FieldGrid columns={2}>
        <TextField label={t('connect.name')} value={rest.name} onChange={(name) => setRest({ ...rest, name })} />
        <PersonPicker
          label={t('address.owner')}
          value={rest.ownerId}
          onChange={(ownerId) => setRest({ ...rest, ownerId })}
        />
        <Select
          label={t('address.rhythm')}
          description={t('address.rhythmHint')}
          value={rest.rhythm}
          onChange={(rhythm) => setRest({ ...rest, rhythm: (rhythm ?? 'none') as typeof rest.rhythm })}
          options={rhythms.map((rhythm) => ({ id: rhythm, label: t(`rhythms.${rhythm}`) }))}
        />
        <Select
          label={t('address.takes')}
          value={rest.takes}
          onChange={(takes) => setRest({ ...rest, takes: takes === 'whole' ? 'whole' : 'sound' })}
          options={(['sound', 'whole'] as const).map((takes) => ({
            id: takes,
            label: t(`address.takesKinds.${takes}`),
          }))}
        />
        {source.kind !== 'webhook' && (
          <NumberField
            label={t('address.every')}
            description={t('address.everyHint')}
            value={rest.everyMinutes}
            minValue={1}
            onChange={(everyMinutes) => setRest({ ...rest, everyMinutes })}
          />
        )}
      </FieldGrid>
      <FormProblem problem={command.problem} />
      <span>
        <Button variant="soft" onPress={save} isPending={command.isRunning}>
          {t('address.save')}
        </Button>
      </span>
    </div>
  )
}
