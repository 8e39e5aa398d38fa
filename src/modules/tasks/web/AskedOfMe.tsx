import { Card } from '#ui/Card'
import { useFormat } from '#web/format'
import { hrefTo, Link } from '#web/links'
import { useRead } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes } from '../contract.ts'
import { manifest } from '../manifest.ts'

/** What colleagues ask of me about their tasks; nothing when nobody asks. */
export function AskedOfMe() {
  const t = useWords('tasks')
  const f = useFormat()
  const local = useLocal()
  const { data } = useRead(routes.listPleas, {})
  const rows = data?.rows ?? []
  if (rows.length === 0) return null
  return (
    <Card title={t('plea.mine', { count: rows.length })} isFlush>
      <ul className="divide-y divide-line">
        {rows.map((plea) => (
          <li key={plea.id} className="flex flex-col gap-0.5 px-4 py-2.5">
            <Link href={hrefTo(manifest, 'task', { taskId: plea.taskId })}>
              {t(`plea.said.${plea.kind}`, { asker: plea.askerName, asked: plea.askedName })}: {local(plea.taskTitle)}
            </Link>
            <span className="text-sm text-muted">
              {f.dateTime(plea.dueAt)} · {plea.reason}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
