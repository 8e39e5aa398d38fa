import { useState } from 'react'
import { Card } from '#ui/Card'
import { SearchField } from '#ui/SearchField'
import { SimpleTable } from '#ui/SimpleTable'
import { useLocal, useWords } from '#web/words'
import type { Comparison } from '../contract.ts'

const shownAtMost = 100

type Person = Comparison['people'][number]

/** Who moves, and whose superior changes. */
export function PeopleEffects({ people }: { people: readonly Person[] }) {
  const t = useWords('reorganisation')
  const [text, setText] = useState('')
  const found = people.filter((one) => `${one.name} ${one.number}`.toLowerCase().includes(text.trim().toLowerCase()))
  if (people.length === 0)
    return (
      <Card title={t('effects.people')}>
        <p className="text-muted">{t('effects.peopleNone')}</p>
      </Card>
    )
  return (
    <Card
      title={`${t('effects.people')} · ${people.length}`}
      isFlush
      actions={
        people.length > 12 && (
          <SearchField label={t('effects.search')} placeholder={t('effects.search')} value={text} onChange={setText} />
        )
      }
    >
      <SimpleTable
        caption={t('effects.people')}
        rows={found.slice(0, shownAtMost)}
        rowKey={(row) => row.personId}
        isFlush
        columns={[
          {
            title: t('effects.person'),
            isRowHeader: true,
            cell: (row) => (
              <span className="whitespace-nowrap">
                {row.name} <span className="text-sm font-normal text-muted">{row.number}</span>
              </span>
            ),
          },
          { title: t('effects.moves'), cell: (row) => <Places person={row} /> },
          { title: t('effects.superior'), cell: (row) => <Superior person={row} /> },
        ]}
      />
    </Card>
  )
}

function Places({ person }: { person: Person }) {
  const t = useWords('reorganisation')
  if (!person.isMoved) return <span className="text-muted">{t('effects.asBefore')}</span>
  return (
    <span className="flex flex-col">
      <PlaceList places={person.before} isBefore />
      <PlaceList places={person.after} />
    </span>
  )
}

function PlaceList({ places, isBefore }: { places: Person['before']; isBefore?: boolean }) {
  const t = useWords('reorganisation')
  const local = useLocal()
  const words = places.map((place) =>
    [
      local(place.title),
      local(place.unitName),
      ...(place.kind === 'main' ? [] : [t(`seatKinds.${place.kind}`)]),
      ...(place.sharePermille === 1000 ? [] : [`${place.sharePermille / 10} %`]),
    ].join(' · '),
  )
  const text = words.length > 0 ? words.join(' + ') : t('effects.nowhere')
  return isBefore ? <s className="text-sm text-muted">{text}</s> : <span>{text}</span>
}

function Superior({ person: { managerBefore, managerAfter } }: { person: Person }) {
  const t = useWords('reorganisation')
  if (managerBefore?.personId === managerAfter?.personId)
    return <span className="text-muted">{managerAfter?.name ?? t('effects.nobody')}</span>
  return (
    <span className="flex flex-col">
      <s className="text-sm text-muted">{managerBefore?.name ?? t('effects.nobody')}</s>
      <span>{managerAfter?.name ?? t('effects.nobody')}</span>
    </span>
  )
}
