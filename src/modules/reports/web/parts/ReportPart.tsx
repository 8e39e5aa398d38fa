import UserRound from 'lucide-react/icons/user-round'
import Users from 'lucide-react/icons/users'
import { Empty } from '#ui/Empty'
import { Await } from '#web/await'
import { hrefTo, Link } from '#web/links'
import { useRead } from '#web/query'
import { useSession } from '#web/session'
import { useWords } from '#web/words'
import { routes, type Gap } from '../../contract.ts'
import { manifest } from '../../manifest.ts'
import { told, type Asked } from '../asked.ts'
import { GapList } from '../GapList.tsx'
import { PartCard } from '../PartCard.tsx'
import { useReasons } from '../use-reasons.ts'

type Props = { asked: Asked; title?: string | undefined }

/** The reader's own report in short: done, missing and why. */
export function PersonPart({ asked, title }: Props) {
  const t = useWords('reports')
  const isPerson = useSession().account?.personId != null
  const { period, day } = asked
  const report = useRead(
    routes.readPersonReport,
    { personId: 'me', ...told({ period, day }) },
    { keep: true, when: isPerson },
  )
  return (
    <PartCard title={title || t('parts.person')} ask={{ kind: 'person', ...told({ period, day }) }}>
      {!isPerson || report.error?.status === 404 ? (
        <Empty icon={UserRound} title={t('mine.noPerson')} isSmall />
      ) : (
        <Await query={report} shape="lines">
          {(found) => <Short fulfilmentPermille={found.fulfilmentPermille} gaps={found.gaps} tab="mine" />}
        </Await>
      )}
    </PartCard>
  )
}

/** A unit's report in short. */
export function UnitPart({ asked, title }: Props) {
  const t = useWords('reports')
  const report = useRead(routes.readUnitReport, told(asked), { keep: true })
  return (
    <PartCard title={title || t('parts.unit')} ask={{ kind: 'unit', ...asked }}>
      <Await query={report} shape="lines">
        {(found) =>
          found.isSmall ? (
            <Empty icon={Users} title={t('ranking.tooSmall')} description={t('notes.small')} isSmall />
          ) : (
            <Short fulfilmentPermille={found.fulfilmentPermille} gaps={found.gaps} tab="unit" showPeople />
          )
        }
      </Await>
    </PartCard>
  )
}

type ShortProps = { fulfilmentPermille: number | null; gaps: readonly Gap[]; tab: string; showPeople?: boolean }

function Short({ fulfilmentPermille, gaps, tab, showPeople }: ShortProps) {
  const t = useWords('reports')
  const { sentence } = useReasons()
  return (
    <div className="flex flex-col gap-3">
      <p className="font-medium">{sentence(fulfilmentPermille, gaps)}</p>
      <GapList gaps={gaps} {...(showPeople ? { showPeople } : {})} />
      <Link href={hrefTo(manifest, 'reports', {}, { tab })}>{t('next.open')}</Link>
    </div>
  )
}
