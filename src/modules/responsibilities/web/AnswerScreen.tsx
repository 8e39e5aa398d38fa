import { useState } from 'react'
import { PersonPicker, UnitPicker } from '#screens/organisation'
import { Card } from '#ui/Card'
import { ComboBox } from '#ui/ComboBox'
import { DateField } from '#ui/DateField'
import { Empty } from '#ui/Empty'
import { FieldGrid } from '#ui/Field'
import { Select } from '#ui/Select'
import { Await } from '#web/await'
import { useSearch } from '#web/links'
import { Page } from '#web/page'
import { useRead } from '#web/query'
import { useSession } from '#web/session'
import { useLocal, useWords } from '#web/words'
import { racis, routes, type Raci } from '../contract.ts'
import { AnswerPath } from './parts/AnswerPath.tsx'

/** Who answers for a piece of work for somebody, or a unit, on a day, and how it came to them. */
export default function AnswerScreen() {
  const t = useWords('responsibilities')
  const today = useSession().tenant?.today ?? ''
  const [search, setSearch] = useSearch({ of: '', person: '', unit: '', day: '', raci: 'accountable' })
  const raci = racis.find((one) => one === search.raci) ?? 'accountable'
  return (
    <Page title={t('answer.title')} description={t('answer.lead')}>
      <div className="flex max-w-4xl flex-col gap-4">
        <Card>
          <FieldGrid columns={2}>
            <ResponsibilityChoice value={search.of} onChange={(of) => setSearch({ of })} />
            <Select
              label={t('answer.raci')}
              value={raci}
              onChange={(next) => setSearch({ raci: next ?? 'accountable' })}
              options={racis.map((one) => ({ id: one, label: t(`raci.${one}`) }))}
            />
            <PersonPicker
              label={t('answer.person')}
              description={t('answer.personHint')}
              value={search.person || null}
              onChange={(person) => setSearch({ person: person ?? '', unit: '' })}
            />
            <UnitPicker
              label={t('answer.unit')}
              description={t('answer.unitHint')}
              value={search.unit || null}
              onChange={(unit) => setSearch({ unit: unit ?? '', person: '' })}
            />
            <DateField
              label={t('answer.day')}
              value={search.day || today}
              onChange={(day) => setSearch({ day: !day || day === today ? '' : day })}
            />
          </FieldGrid>
        </Card>
        {search.of ? (
          <Answers {...search} raci={raci} />
        ) : (
          <Empty title={t('answer.choose')} description={t('answer.chooseHint')} />
        )}
      </div>
    </Page>
  )
}

type Asked = { of: string; person: string; unit: string; day: string; raci: Raci }

function Answers({ of, person, unit, day, raci }: Asked) {
  const t = useWords('responsibilities')
  const answer = useRead(
    routes.readAnswer,
    {
      responsibilityId: of,
      raci,
      ...(person ? { personId: person } : {}),
      ...(unit ? { unitId: unit } : {}),
      ...(day ? { day } : {}),
    },
    { keep: true },
  )
  return (
    <Await query={answer} shape="cards">
      {({ people }) =>
        people.length === 0 ? (
          <Empty title={t('answer.nobody')} description={t('answer.nobodyHint')} />
        ) : (
          <ul className="flex flex-col gap-4">
            {people.map((one) => (
              <li key={one.personId}>
                <AnswerPath answer={one} />
              </li>
            ))}
          </ul>
        )
      }
    </Await>
  )
}

function ResponsibilityChoice({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const t = useWords('responsibilities')
  const local = useLocal()
  const [text, setText] = useState('')
  const chosen = useRead(routes.readResponsibilityNames, { ids: [value] }, { when: value !== '' })
  const own = chosen.data?.find(({ id }) => id === value)
  const query = own && text === local(own.name) ? '' : text
  const found = useRead(
    routes.listResponsibilities,
    { limit: 30, ...(query ? { text: query.slice(0, 100) } : {}) },
    { keep: true },
  )
  const rows = (found.data?.items ?? []).map(({ id, code, name, unitName }) => ({
    id,
    label: local(name),
    note: [code, local(unitName)].filter(Boolean).join(' · '),
  }))
  const options =
    own && !rows.some(({ id }) => id === own.id)
      ? [{ id: own.id, label: local(own.name), note: own.code }, ...rows]
      : rows
  return (
    <ComboBox
      isRequired
      label={t('answer.of')}
      options={options}
      value={value || null}
      onChange={(id) => onChange(id ?? '')}
      onSearch={setText}
      isLoading={found.isFetching}
    />
  )
}
