import { useEffect, useMemo } from 'react'
import { RadioGroup } from '#ui/Radio'
import { Select } from '#ui/Select'
import { Await } from '#web/await'
import type { BoundWeb } from '#web/bind'
import { useBoundModules } from '#web/contributions'
import { useSearch } from '#web/links'
import { Page, usePhone } from '#web/page'
import { addressOf, useRead } from '#web/query'
import { useLanguage, useWords } from '#web/words'
import { boxesOf } from '../boxes.ts'
import { markDifferences } from '../compare-boxes.ts'
import { routes, type ChartKind, type OrgChart as OrgChartOfDay } from '../contract.ts'
import { CompareChip } from './chart/CompareChip.tsx'
import { OrgChart, prepareChart } from './chart/OrgChart.tsx'
import { useChartFacts } from './chart/use-chart-facts.ts'
import { DayChip } from './DayChip.tsx'
import { useFormat } from '#web/format'
import { useSession } from '#web/session'

const kinds: readonly ChartKind[] = ['unit', 'position', 'person']

/** The chart of any day, by units, positions or people; all of it stands in the address. */
export default function ChartScreen() {
  const t = useWords('organisation')
  const isPhone = usePhone()
  const [search, setSearch] = useSearch({ on: '', by: 'unit', colour: '', against: '' })
  const chart = useRead(routes.readOrgChart, search.on ? { on: search.on } : {}, { keep: true })
  const before = useRead(routes.readOrgChart, { on: search.against }, { when: search.against !== '' })
  const by = kinds.find((kind) => kind === search.by) ?? 'unit'
  useEffect(() => prepareChart(isPhone), [isPhone])
  // asked here and not where they are needed, so that they are fetched while the chart is on its way
  const bound = useBoundModules()
  return (
    <Page
      title={t('menu.chart')}
      actions={
        <>
          <CompareChip against={search.against} onChange={(against) => setSearch({ against })} />
          <DayChip on={search.on} onChange={(on) => setSearch({ on })} />
        </>
      }
      isFlush={!isPhone}
    >
      <div className={isPhone ? '' : chart.data ? 'h-full' : 'p-page'}>
        <Await query={chart} shape="cards">
          {(columns) => (
            <ChartOfDay
              bound={bound}
              columns={columns}
              {...(search.against && before.data ? { before: before.data } : {})}
              by={by}
              on={search.on}
              colour={search.colour}
              onBy={(next) => setSearch({ by: next })}
              onColour={(next) => setSearch({ colour: next })}
            />
          )}
        </Await>
      </div>
    </Page>
  )
}

type ChartOfDayProps = {
  bound: readonly BoundWeb[]
  columns: OrgChartOfDay
  /** Of the day it is compared with. */
  before?: OrgChartOfDay
  by: ChartKind
  on: string
  colour: string
  onBy: (by: string) => void
  onColour: (colour: string) => void
}

function ChartOfDay({ bound, columns, before, by, on, colour, onBy, onColour }: ChartOfDayProps) {
  const t = useWords('organisation')
  const f = useFormat()
  const tenant = useSession().tenant?.name ?? ''
  const language = useLanguage()
  const data = useMemo(() => {
    const now = boxesOf(columns, by)
    return before ? markDifferences(boxesOf(before, by), now, t, language) : now
  }, [columns, before, by, t, language])
  const facts = useChartFacts({ bound, columns, data, by, on, wanted: colour })
  const kindWord = t(`screens.chart.by.${by}`)
  return (
    <OrgChart
      key={`${by} ${before ? 'compared' : ''}`}
      label={t('screens.chart.titleBy', { tenant, kind: kindWord })}
      note={t('screens.asOf', { day: f.day(columns.day) })}
      fileName={`${t('menu.chart')}-${kindWord}-${columns.day}`}
      data={data}
      pdfHref={(level, paper) =>
        addressOf(routes.printOrgChart, {
          by,
          level,
          paper,
          ...(on ? { on } : {}),
          ...(colour === 'gap' ? { gap: 'true' } : {}),
        })
      }
      on={on}
      {...(facts.colours ? { colours: facts.colours } : {})}
      legend={facts.legend}
      tools={
        <>
          <RadioGroup
            label={t('screens.chart.byLabel')}
            hideLabel
            look="segments"
            options={kinds.map((kind) => ({ id: kind, label: t(`screens.chart.by.${kind}`) }))}
            value={by}
            onChange={onBy}
          />
          <Select
            label={t('screens.chart.colourBy')}
            hideLabel
            options={[{ id: '', label: t('screens.chart.colourNone') }, ...facts.options]}
            value={facts.chosen}
            onChange={(next) => onColour(next ?? '')}
            className="w-44 touch:w-full"
          />
        </>
      }
    />
  )
}
