import { useMemo, useState } from 'react'
import { Card } from '#ui/Card'
import { Empty } from '#ui/Empty'
import { TreePanel } from '#ui/TreePanel'
import { Await } from '#web/await'
import { hrefTo, useGo, useSearch } from '#web/links'
import { Page, usePhone } from '#web/page'
import { useRead } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes, type Unit } from '../contract.ts'
import { manifest } from '../manifest.ts'
import { WholeOrganisation } from './WholeOrganisation.tsx'
import { DayChip } from './DayChip.tsx'
import { seatsWithBelow, unitNodes } from './unit-nodes.ts'
import { UnitPanel } from './UnitPanel.tsx'
import { UnitSheets, type OpenSheet } from './UnitSheets.tsx'

/** The chart: the tree of a day, and the unit chosen in it. Which unit and which day stand in the address. */
export default function UnitsScreen() {
  const t = useWords('organisation')
  const isPhone = usePhone()
  const [search, setSearch] = useSearch({ unit: '', on: '' })
  const [sheet, openSheet] = useState<OpenSheet | null>(null)
  const go = useGo()
  // on the phone a unit is a page of its own: the way back leads to the tree
  const choose = (unit: string) =>
    isPhone ? go(hrefTo(manifest, 'units', {}, { unit, on: search.on || null })) : setSearch({ unit })
  const units = useRead(routes.listUnits, search.on ? { on: search.on } : {}, { keep: true })
  const root = units.data?.find((unit) => unit.parentId === null) ?? units.data?.[0]
  const unitId = search.unit || (isPhone ? '' : (root?.id ?? ''))
  const panel = unitId && <UnitPanel unitId={unitId} on={search.on} units={units.data ?? []} onSheet={openSheet} />
  const tree = (
    <Await query={units} shape="lines" empty={<Empty title={t('screens.units.none')} isSmall />}>
      {(list) => <UnitTree units={list} chosen={unitId} onChoose={choose} />}
    </Await>
  )
  return (
    <Page
      title={t('menu.units')}
      actions={
        <>
          <DayChip on={search.on} onChange={(on) => setSearch({ on })} />
          {!isPhone && <WholeOrganisation />}
        </>
      }
      {...(isPhone && unitId ? { backHref: hrefTo(manifest, 'units') } : {})}
    >
      {isPhone ? (
        panel || tree
      ) : (
        <div className="grid grid-cols-[minmax(16rem,20rem)_minmax(0,1fr)] items-start gap-4">
          <Card isFlush className="sticky top-0 max-h-[calc(100vh-9rem)] overflow-auto">
            <div className="p-1.5">{tree}</div>
          </Card>
          {panel}
        </div>
      )}
      {sheet && (
        <UnitSheets
          sheet={sheet}
          on={search.on}
          onClose={() => openSheet(null)}
          onMade={(unit) => setSearch({ unit })}
        />
      )}
    </Page>
  )
}

type UnitTreeProps = { units: readonly Unit[]; chosen: string; onChoose: (unitId: string) => void }

function UnitTree({ units, chosen, onChoose }: UnitTreeProps) {
  const t = useWords('organisation')
  const local = useLocal()
  const nodes = useMemo(() => {
    const seats = seatsWithBelow(units)
    return unitNodes(units, (unit) => {
      const { headcount, seated } = seats.get(unit.id) ?? { headcount: 0, seated: 0 }
      return { id: unit.id, label: local(unit.name), note: `${seated}/${headcount}`, alsoFoundBy: unit.code }
    })
  }, [units, local])
  return (
    <TreePanel
      label={t('menu.units')}
      nodes={nodes}
      choose="one"
      chosen={chosen ? [chosen] : []}
      onChoose={(ids) => ids[0] && onChoose(ids[0])}
    />
  )
}
