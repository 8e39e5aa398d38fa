import { Empty } from '#ui/Empty'
import { Sheet } from '#ui/Sheet'
import { Tag } from '#ui/Tag'
import { Await } from '#web/await'
import { usePhone } from '#web/page'
import { useRead } from '#web/query'
import { useSearch } from '#web/links'
import { useWords } from '#web/words'
import { routes, type DescriptionDetail, type LineChange } from '../contract.ts'

/** What has changed since the last issue, section by section. */
export function ChangesSheet({ detail, onClose }: { detail: DescriptionDetail; onClose: () => void }) {
  const t = useWords('profiles')
  const isPhone = usePhone()
  const [search] = useSearch({ in: '' })
  const [last] = detail.issues
  const compared = useRead(
    routes.compareDescription,
    {
      positionId: detail.positionId,
      issueId: last?.id ?? '',
      ...(search.in === 'en' || search.in === 'zh-CN' ? { language: search.in } : {}),
    },
    { when: last !== undefined },
  )
  return (
    <Sheet
      isOpen
      size="lg"
      side={isPhone ? 'bottom' : 'right'}
      title={t('description.changes', { number: last?.number })}
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <Await query={compared} shape="lines">
        {({ changes }) =>
          changes.length === 0 ? <Empty title={t('description.noChanges')} /> : <Changes changes={changes} />
        }
      </Await>
    </Sheet>
  )
}

function Changes({ changes }: { changes: readonly LineChange[] }) {
  const t = useWords('profiles')
  const sections = [...new Set(changes.map((change) => change.section))]
  return (
    <div className="flex flex-col gap-5">
      {sections.map((section) => (
        <section key={section}>
          <h3 className="mb-2 text-sm font-semibold text-muted">{section || t('title')}</h3>
          <ul className="flex flex-col gap-1.5">
            {changes
              .filter((change) => change.section === section)
              .map((change) => {
                const isAdded = change.kind === 'added'
                const Line = isAdded ? 'ins' : 'del'
                return (
                  <li key={`${change.kind} ${change.text}`} className="flex items-start gap-2">
                    <Tag tone={isAdded ? 'green' : 'red'}>{t(`description.${change.kind}`)}</Tag>
                    <Line
                      className={`min-w-0 flex-1 rounded-sm px-2 py-0.5 break-words whitespace-pre-line no-underline ${isAdded ? 'bg-green-soft text-green-text' : 'bg-red-soft text-red-text'}`}
                    >
                      {change.text}
                    </Line>
                  </li>
                )
              })}
          </ul>
        </section>
      ))}
    </div>
  )
}
