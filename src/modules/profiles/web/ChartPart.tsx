import { Status } from '#ui/Status'
import { hrefTo, Link } from '#web/links'
import { useRead } from '#web/query'
import { useWords } from '#web/words'
import { routes } from '../contract.ts'
import { manifest } from '../manifest.ts'

/** On a position's card in the chart: is its description issued, and the way to it. */
export function ChartPart({ positionId, on }: { positionId: string; on: string }) {
  const t = useWords('profiles')
  const { data } = useRead(routes.readDescription, { positionId, ...(on ? { day: on } : {}) })
  const [last] = data?.issues ?? []
  return (
    <div className="flex flex-wrap items-center justify-between gap-2">
      <Link href={hrefTo(manifest, 'description', { positionId }, on ? { on } : {})}>{t('description.open')}</Link>
      {data && (
        <Status color={last ? (data.differs ? 'amber' : 'green') : 'gray'}>
          {last
            ? t(data.differs ? 'description.differs' : 'description.same', { number: last.number })
            : t('description.noIssue')}
        </Status>
      )}
    </div>
  )
}
