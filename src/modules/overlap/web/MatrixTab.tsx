import Grid3x3 from 'lucide-react/icons/grid-3x3'
import Table2 from 'lucide-react/icons/table-2'
import X from 'lucide-react/icons/x'
import { Button } from '#ui/Button'
import { Empty } from '#ui/Empty'
import { RadioGroup } from '#ui/Radio'
import { Await } from '#web/await'
import { useSearch } from '#web/links'
import { usePhone } from '#web/page'
import { useRead } from '#web/query'
import { useWords } from '#web/words'
import { routes, type BandFigures as Figures } from '../contract.ts'
import { BandFigures } from './BandFigures.tsx'
import { MatrixGrid } from './MatrixGrid.tsx'
import { MatrixLegend } from './MatrixLegend.tsx'
import { MatrixTable } from './MatrixTable.tsx'
import { PairList } from './PairList.tsx'
import { useNames, type Listed } from './use-names.ts'

/** Departments by departments; the pairs of the chosen cell stand beside it. */
export function MatrixTab() {
  const t = useWords('overlap')
  const isPhone = usePhone()
  const matrix = useRead(routes.readMatrix, {})
  const [search, setSearch] = useSearch({
    tab: 'matrix',
    row: '',
    column: '',
    view: isPhone ? 'table' : 'grid',
    page: 1,
    band: '',
    state: '',
  })
  const chosen = search.row && search.column ? { row: search.row, column: search.column } : null
  const choose = (next: typeof chosen) => setSearch({ row: next?.row ?? '', column: next?.column ?? '', page: 1 })
  return (
    <Await query={matrix} shape="table">
      {({ analysedAt, units, cells, bands }) =>
        cells.length === 0 ? (
          <Empty
            icon={Grid3x3}
            title={analysedAt ? t('matrix.nothingFound') : t('matrix.notYet')}
            description={analysedAt ? t('matrix.nothingFoundHint') : t('matrix.notYetHint')}
          />
        ) : (
          <div className="flex flex-col gap-4">
            <BandFigures bands={bands} onChoose={(band) => setSearch({ tab: 'pairs', band, state: '', page: 1 })} />
            <div className="grid gap-4 xl:grid-cols-[minmax(0,1fr)_25rem] xl:items-start">
              {!(isPhone && chosen) && (
                <section className="flex min-w-0 flex-col gap-2 xl:sticky xl:top-4" aria-label={t('matrix.caption')}>
                  <RadioGroup
                    label={t('matrix.view')}
                    hideLabel
                    look="segments"
                    className="self-start"
                    value={search.view}
                    onChange={(view) => setSearch({ view })}
                    options={[
                      { id: 'grid', label: t('matrix.asGrid'), icon: Grid3x3 },
                      { id: 'table', label: t('matrix.asTable'), icon: Table2 },
                    ]}
                  />
                  {search.view === 'grid' ? (
                    <>
                      <MatrixGrid {...{ units, cells, chosen }} sameFrom={sameFromOf(bands)} onChoose={choose} />
                      <MatrixLegend
                        most={Math.max(1, ...cells.map((cell) => cell.open))}
                        sameFrom={sameFromOf(bands)}
                      />
                    </>
                  ) : (
                    <MatrixTable units={units} cells={cells} onChoose={choose} />
                  )}
                </section>
              )}
              {(chosen || !isPhone) && (
                <section className="flex min-w-0 flex-col gap-3" aria-label={t('pairs.title')}>
                  <ChosenTitle units={units} chosen={chosen} onClear={() => choose(null)} />
                  <PairList
                    asked={chosen ? { unitId: chosen.row, otherUnitId: chosen.column } : { state: 'open' }}
                    isStacked
                  />
                </section>
              )}
            </div>
          </div>
        )
      }
    </Await>
  )
}

function sameFromOf(bands: readonly Figures[]): number {
  return bands.find((one) => one.band === 'same')?.fromPermille ?? 1000
}

type TitleProps = { units: readonly Listed[]; chosen: { row: string; column: string } | null; onClear: () => void }

function ChosenTitle({ units, chosen, onClear }: TitleProps) {
  const t = useWords('overlap')
  const names = useNames(units)
  const name = (id: string) => names.get(id) ?? ''
  return (
    <div className="flex min-h-control items-center justify-between gap-2">
      <h2 className="text-md font-semibold">
        {chosen ? `${name(chosen.row)} × ${name(chosen.column)}` : t('pairs.mostAlike')}
      </h2>
      {chosen && (
        <Button size="sm" variant="quiet" icon={X} onPress={onClear}>
          {t('pairs.all')}
        </Button>
      )}
    </div>
  )
}
