import { Card } from '#ui/Card'
import { Await } from '#web/await'
import { useRead } from '#web/query'
import { useSession } from '#web/session'
import { useWords } from '#web/words'
import { routes, type DottedLine } from '../../contract.ts'
import { PositionName } from '../PositionName.tsx'
import { ReportingLine } from '../ReportingLine.tsx'

/** Whom a position answers to, who answers to it, and its second lines. */
export function PositionLines({ positionId, on }: { positionId: string; on: string }) {
  const t = useWords('organisation')
  const today = useSession().tenant?.today ?? ''
  const position = useRead(routes.readPosition, { id: positionId, ...(on ? { on } : {}) })
  return (
    <Await query={position} shape="lines">
      {(detail) => {
        const dotted = detail.dotted.filter((line) => runsOn(line, on || today))
        return (
          <>
            <Card title={t('screens.positions.line')}>
              <ReportingLine position={{ ...detail, below: detail.below.slice(0, mostBelow) }} on={on} />
              {detail.below.length > mostBelow && (
                <p className="mt-1 ml-8 text-sm text-muted">
                  {t('screens.chart.moreBelow', { count: detail.below.length - mostBelow })}
                </p>
              )}
            </Card>
            {dotted.length > 0 && (
              <Card title={t('screens.chart.dotted')}>
                <ul className="flex flex-col gap-2">
                  {dotted.map((line) => (
                    <DottedEntry key={line.id} line={line} isFrom={line.positionId === positionId} />
                  ))}
                </ul>
              </Card>
            )}
          </>
        )
      }}
    </Await>
  )
}

/** The chart itself shows who is below; the card keeps its room for what the chart does not show. */
const mostBelow = 4

function DottedEntry({ line, isFrom }: { line: DottedLine; isFrom: boolean }) {
  const t = useWords('organisation')
  return (
    <li>
      <span className="mr-1.5 text-sm text-muted">
        {t(isFrom ? 'screens.chart.dottedTo' : 'screens.chart.dottedFrom')}
      </span>
      {isFrom ? (
        <PositionName id={line.toPositionId} title={line.toPositionTitle} />
      ) : (
        <PositionName id={line.positionId} title={line.positionTitle} />
      )}
      {line.reason && <span className="block text-sm text-muted">{line.reason}</span>}
    </li>
  )
}

function runsOn({ from, until }: DottedLine, day: string): boolean {
  return from <= day && (until === null || until > day)
}
