import { Card } from '#ui/Card'
import { useWords } from '#web/words'
import type { RequestDetail } from '../../contract.ts'
import { RequestForm } from '../form/RequestForm.tsx'
import { RequestValues } from '../form/RequestValues.tsx'
import { formOf } from './faults.ts'
import { useNews } from './use-news.ts'
import type { Decision } from './use-decision.ts'

/** What was asked for, as far as I may see it; what I may change at my step stands open. */
export function FormCard({ request, decision }: { request: RequestDetail; decision: Decision }) {
  const t = useWords('flow')
  const news = useNews(request)
  const { work } = decision
  const isOpen = decision.canWrite && work.isRead
  const before = { ...request.values, ...Object.fromEntries(news.map((one) => [one.field, one.before])) }
  return (
    <Card title={t('request.form')}>
      {news.length > 0 && (
        <div className="mb-4 flex flex-col gap-3 rounded-md border border-sky-line bg-sky-soft px-3 py-2">
          <p className="font-medium">{t('request.changedSince', { count: news.length })}</p>
          {isOpen && (
            <RequestValues
              form={formOf(request.form)}
              rights={request.rights}
              values={request.values}
              before={before}
              onlyChanged
            />
          )}
        </div>
      )}
      {isOpen ? (
        <RequestForm
          form={formOf(request.form)}
          rights={decision.rights}
          values={work.values}
          faults={decision.faults}
          onChange={(values, changed) => work.set({ changes: { ...work.changes, [changed]: values[changed] } })}
        />
      ) : (
        <RequestValues
          form={formOf(request.form)}
          rights={request.rights}
          values={request.values}
          {...(news.length > 0 ? { before } : {})}
        />
      )}
    </Card>
  )
}
