import { useState } from 'react'
import { addDays, monthStart } from '#core/calendar'
import { PositionPicker, UnitPicker } from '#screens/organisation'
import { ProfilePicker } from './ProfilePicker.tsx'
import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { DateField } from '#ui/DateField'
import { Select } from '#ui/Select'
import { SimpleTable } from '#ui/SimpleTable'
import { FormProblem } from '#web/form'
import { useFormat } from '#web/format'
import { useCommand } from '#web/query'
import { useSession } from '#web/session'
import { useLocal, useWords } from '#web/words'
import { routes, type Place, type SchemeDetail } from '../contract.ts'

const kinds = ['unit', 'position', 'profile'] as const

/** Whom the scheme judges: units with all below them, single positions, or all positions of a profile. */
export function SchemePlaces({ scheme }: { scheme: SchemeDetail }) {
  const t = useWords('performance')
  const local = useLocal()
  const f = useFormat()
  const today = useSession().tenant?.today ?? '2026-01-01'
  const end = useCommand(routes.endPlace, { done: t('places.ended') })
  return (
    <Card title={t('scheme.places')} description={t('places.lead')}>
      <div className="flex flex-col gap-4">
        {scheme.places.length > 0 && (
          <SimpleTable
            caption={t('scheme.places')}
            rows={scheme.places}
            rowKey={(place) => place.id}
            isFlush
            columns={[
              { title: t('places.kind'), cell: (place) => t(`places.${place.kind}`) },
              { title: t('places.name'), isRowHeader: true, cell: (place) => local(place.name) },
              { title: t('places.from'), cell: (place) => f.day(place.from) },
              {
                title: t('places.until'),
                cell: (place) => (place.until ? f.day(addDays(place.until, -1)) : t('places.open')),
              },
              {
                title: t('list.deed'),
                align: 'end',
                cell: (place) =>
                  place.until === null && (
                    <Button size="sm" onPress={() => end.run({ placeId: place.id, from: today })}>
                      {t('places.end')}
                    </Button>
                  ),
              },
            ]}
          />
        )}
        {scheme.current ? (
          <AddPlace scheme={scheme} today={today} />
        ) : (
          <p className="text-muted">{t('places.publishFirst')}</p>
        )}
      </div>
    </Card>
  )
}

function AddPlace({ scheme, today }: { scheme: SchemeDetail; today: string }) {
  const t = useWords('performance')
  const [kind, setKind] = useState<Place['kind']>('unit')
  const [targetId, setTargetId] = useState<string | null>(null)
  const [from, setFrom] = useState<string | null>(monthStart(today))
  const place = useCommand(routes.placeScheme, {
    done: t('places.added'),
    onDone: () => setTargetId(null),
    showsProblem: () => true,
  })
  const field = { label: t('places.name'), value: targetId, onChange: setTargetId }
  return (
    <div className="flex flex-col gap-3">
      <div className="grid grid-cols-1 items-end gap-3 sm:grid-cols-4">
        <Select
          label={t('places.kind')}
          value={kind}
          onChange={(chosen) => {
            setKind((chosen ?? 'unit') as Place['kind'])
            setTargetId(null)
          }}
          options={kinds.map((one) => ({ id: one, label: t(`places.${one}`) }))}
        />
        {kind === 'unit' && <UnitPicker {...field} />}
        {kind === 'position' && <PositionPicker {...field} />}
        {kind === 'profile' && <ProfilePicker {...field} />}
        <DateField label={t('places.from')} value={from} onChange={setFrom} />
        <div>
          <Button
            variant="primary"
            isDisabled={targetId === null || from === null}
            isPending={place.isRunning}
            onPress={() => targetId && from && place.run({ schemeId: scheme.id, kind, targetId, from })}
          >
            {t('places.add')}
          </Button>
        </div>
      </div>
      <FormProblem problem={place.problem} />
    </div>
  )
}
