import { Link } from 'react-aria-components/Link'
import type { Output } from '#core/contract'
import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { Empty } from '#ui/Empty'
import { Skeleton } from '#ui/Skeleton'
import { ProblemNote } from '#web/await'
import { hrefTo } from '#web/links'
import type { Pages } from '#web/pages'
import { useWords } from '#web/words'
import type { routes, Subject } from '../contract.ts'
import { manifest } from '../manifest.ts'
import { SubjectMark } from './SubjectMark.tsx'

export type SubjectListProps = { list: Pages<Output<(typeof routes)['listSubjects']>>; rows: readonly Subject[] }

/** The register on the phone. */
export function SubjectCards({ list, rows }: SubjectListProps) {
  const t = useWords('subjects')
  if (!list.pages)
    return list.problem ? <ProblemNote problem={list.problem} onAgain={list.readAgain} /> : <Skeleton shape="table" />
  if (rows.length === 0) return <Empty title={t('list.empty')} description={t('list.emptyNote')} />
  return (
    <Card isFlush>
      <ul className="divide-y divide-line">
        {rows.map((subject) => (
          <li key={subject.id}>
            <Link
              href={hrefTo(manifest, 'subject', { subjectId: subject.id })}
              className="flex flex-col gap-1 px-4 py-3 text-text no-underline -outline-offset-2 data-pressed:bg-hover"
            >
              <span className="flex items-start justify-between gap-3">
                <span className="font-medium">{subject.name}</span>
                <SubjectMark type={subject.type} />
              </span>
              <span className="flex flex-wrap gap-x-3 text-sm text-muted">
                <span>{subject.key}</span>
                <span>{subject.ownerName ?? t('field.nobody')}</span>
                {subject.state === 'closed' && <span>{t('state.closed')}</span>}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {list.hasMore && (
        <div className="border-t border-line p-3">
          <Button isBlock variant="quiet" onPress={list.more} isPending={list.isReading}>
            {t('list.more')}
          </Button>
        </div>
      )}
    </Card>
  )
}
