import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { hrefTo, Link } from '#web/links'
import { useLocal, useWords } from '#web/words'
import { racis, type RoleChart, type RoleRow } from '../../contract.ts'
import { manifest } from '../../manifest.ts'
import { AlarmTag } from '../parts/Tags.tsx'
import { targetOf, type RoleTarget } from './RoleGrid.tsx'
import { RoleLetters } from './RoleLetters.tsx'

export type RoleListProps = { chart: RoleChart; mayEdit: boolean; onOpen: (target: RoleTarget) => void }

/** The same on a phone: a card a responsibility, with who has which role. */
export function RoleList({ chart, mayEdit, onOpen }: RoleListProps) {
  const t = useWords('responsibilities')
  const local = useLocal()
  const [first] = chart.columns
  return (
    <ul className="flex flex-col gap-3">
      {chart.rows.map((row) => (
        <li key={row.responsibilityId}>
          <Card>
            <div className="flex flex-col items-start gap-2">
              <Link href={hrefTo(manifest, 'responsibility', { responsibilityId: row.responsibilityId })}>
                {local(row.name)}
              </Link>
              {row.alarms.map((kind) => (
                <AlarmTag key={kind} kind={kind} />
              ))}
              <RoleLines row={row} chart={chart} />
              {row.accountableElsewhere && (
                <p className="text-sm text-muted">{t('roles.elsewhere', { name: local(row.accountableElsewhere) })}</p>
              )}
              {mayEdit && row.mayAssign && first && (
                <Button size="sm" onPress={() => onOpen(targetOf(row, first))}>
                  {t('roles.set')}
                </Button>
              )}
            </div>
          </Card>
        </li>
      ))}
    </ul>
  )
}

function RoleLines({ row, chart }: { row: RoleRow; chart: RoleChart }) {
  const t = useWords('responsibilities')
  const local = useLocal()
  return (
    <ul className="flex flex-col gap-1">
      {racis.flatMap((raci) =>
        row.cells
          .filter((cell) => cell.racis.includes(raci) || cell.through.includes(raci))
          .map((cell) => {
            const column = chart.columns.find((one) => one.id === cell.columnId)
            return (
              <li key={`${raci}${cell.columnId}`} className="flex items-center gap-2">
                <RoleLetters racis={[raci]} isThrough={!cell.racis.includes(raci)} />
                <span className="sr-only">{t(`raci.${raci}`)}</span>
                <span>
                  {local(column?.title)}
                  {column?.kind === 'position' && <span className="text-muted"> · {local(column.unitName)}</span>}
                </span>
              </li>
            )
          }),
      )}
    </ul>
  )
}
