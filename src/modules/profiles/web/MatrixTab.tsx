import FileCheck from 'lucide-react/icons/file-check'
import { UnitPicker } from '#screens/organisation'
import { Card } from '#ui/Card'
import { Empty } from '#ui/Empty'
import { Icon } from '#ui/Icon'
import { Await } from '#web/await'
import { hrefTo, Link, useSearch } from '#web/links'
import { usePhone } from '#web/page'
import { useRead } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes, type SystemPosition } from '../contract.ts'
import { manifest } from '../manifest.ts'
import { linesOf, type Line } from './matrix.ts'

/** Families down, grades across; on the phone one card a family. */
export function MatrixTab({ on }: { on: string }) {
  const t = useWords('profiles')
  const isPhone = usePhone()
  const [{ unit }, setSearch] = useSearch({ unit: '' })
  const system = useRead(
    routes.readPositionSystem,
    { ...(on ? { day: on } : {}), ...(unit ? { unitId: unit } : {}) },
    { keep: true },
  )
  return (
    <div className="flex flex-col gap-4 pt-4">
      <div className="w-72 max-w-full">
        <UnitPicker
          label={t('system.unit')}
          hideLabel
          placeholder={t('system.wholeFirm')}
          value={unit || null}
          onChange={(id) => setSearch({ unit: id ?? '' })}
          {...(on ? { on } : {})}
        />
      </div>
      <Await query={system} shape="table">
        {(data) => {
          if (data.positions.length === 0)
            return <Empty title={t('system.noneYet')} description={t('system.noneYetHint')} />
          const { lines, grades } = linesOf(data)
          return (
            <>
              {data.total > data.positions.length && (
                <p className="text-amber-text">
                  {t('system.showing', { total: data.total, shown: data.positions.length })}
                </p>
              )}
              {isPhone ? <Cards lines={lines} grades={grades} /> : <Matrix lines={lines} grades={grades} />}
            </>
          )
        }}
      </Await>
    </div>
  )
}

type Grid = { lines: readonly Line[]; grades: readonly { id: string | null; name: Record<string, string> }[] }

function Matrix({ lines, grades }: Grid) {
  const t = useWords('profiles')
  const local = useLocal()
  return (
    <div
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a wide table is scrolled by keyboard too
      tabIndex={0}
      role="region"
      aria-label={t('system.matrix')}
      className="overflow-x-auto rounded-lg border border-line bg-surface shadow-card"
    >
      <table className="w-full border-separate border-spacing-0 text-sm">
        <thead>
          <tr>
            <th
              scope="col"
              className="sticky left-0 z-1 min-w-36 border-b border-line bg-sunken px-3 py-2 text-left font-medium"
            >
              {t('system.family')}
            </th>
            {grades.map((grade) => (
              <th
                key={grade.id ?? 'none'}
                scope="col"
                className="min-w-44 border-b border-l border-line bg-sunken px-3 py-2 text-left font-medium"
              >
                {grade.id ? local(grade.name) : t('system.noGrade')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id ?? 'none'} className="align-top">
              <th
                scope="row"
                className="sticky left-0 z-1 border-b border-line bg-surface px-3 py-2 text-left font-medium"
              >
                {line.id ? local(line.name) : t('system.noFamily')}
                <span className="block text-xs font-normal text-muted">
                  {t('system.positions', { count: line.cells.flat().length })}
                </span>
              </th>
              {line.cells.map((cell, at) => (
                <td key={grades[at]?.id ?? 'none'} className="border-b border-l border-line px-2 py-2">
                  <PositionChips positions={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cards({ lines, grades }: Grid) {
  const t = useWords('profiles')
  const local = useLocal()
  return (
    <div className="flex flex-col gap-3">
      {lines.map((line) => (
        <Card key={line.id ?? 'none'} title={line.id ? local(line.name) : t('system.noFamily')}>
          <div className="flex flex-col gap-3">
            {line.cells.map(
              (cell, at) =>
                cell.length > 0 && (
                  <div key={grades[at]?.id ?? 'none'}>
                    <h3 className="mb-1 text-sm text-muted">
                      {grades[at]?.id ? local(grades[at].name) : t('system.noGrade')}
                    </h3>
                    <PositionChips positions={cell} />
                  </div>
                ),
            )}
          </div>
        </Card>
      ))}
    </div>
  )
}

/** A cell: who is missing is seen by colour and figure, and whether there is an issued description. */
function PositionChips({ positions }: { positions: readonly SystemPosition[] }) {
  const t = useWords('profiles')
  const local = useLocal()
  return (
    <ul className="flex flex-col gap-1">
      {positions.map((position) => {
        const { seated, headcount } = position
        return (
          <li key={position.id} className="flex items-center gap-1.5" title={local(position.unitName)}>
            <span className="min-w-0 flex-1">
              <Link href={hrefTo(manifest, 'description', { positionId: position.id })}>{local(position.title)}</Link>
              <span className="block text-xs text-muted">{local(position.unitName)}</span>
            </span>
            {position.issued !== null && <Icon as={FileCheck} label={t('system.described')} size={14} />}
            <span
              className={`rounded-sm px-1.5 text-xs tabular-nums ${seated < headcount ? 'bg-amber-soft text-amber-text' : 'bg-sunken text-muted'}`}
            >
              <span aria-hidden="true">{t('system.seats', { seated, headcount })}</span>
              <span className="sr-only">{t('system.seatsLabel', { seated, headcount })}</span>
            </span>
          </li>
        )
      })}
    </ul>
  )
}
