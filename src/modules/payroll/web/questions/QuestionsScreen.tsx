import MessageCircleQuestion from 'lucide-react/icons/message-circle-question'
import { Empty } from '#ui/Empty'
import { Pagination } from '#ui/Pagination'
import { SimpleTable } from '#ui/SimpleTable'
import { Tabs } from '#ui/Tabs'
import { Await } from '#web/await'
import { useFormat } from '#web/format'
import { hrefTo, Link, useSearch } from '#web/links'
import { Page } from '#web/page'
import { useRead } from '#web/query'
import { useMay } from '#web/session'
import { useWords } from '#web/words'
import { routes, type PayQuestion } from '../../contract.ts'
import { manifest } from '../../manifest.ts'
import { periodText } from '../slips/period-text.ts'
import { Certificates } from './Certificates.tsx'
import { QuestionState } from './QuestionState.tsx'
import { useLineName } from './use-line-name.ts'

const pageSize = 50
const tabs = ['open', 'answered', 'closed', 'all'] as const

/** What people ask about their payslips; who waits longest stands at the top. */
export default function QuestionsScreen() {
  const t = useWords('payroll')
  const [search, setSearch] = useSearch({ state: 'open', page: 1 })
  const may = useMay()
  const isCertificates = search.state === 'certificates'
  const state = tabs.find((tab) => tab === search.state) ?? 'open'
  const questions = useRead(
    routes.listQuestions,
    { ...(state === 'all' ? {} : { state }), limit: pageSize, offset: (Math.max(1, search.page) - 1) * pageSize },
    { keep: true },
  )
  return (
    <Page title={t('questions.title')}>
      <Tabs
        label={t('questions.title')}
        value={isCertificates ? 'certificates' : state}
        onChange={(next) => setSearch({ state: next, page: 1 })}
        items={[
          ...tabs.map((tab) => ({
            id: tab,
            title: tab === 'all' ? t('questions.all') : t(`questions.states.${tab}`),
            content: tab === state && (
              <div className="pt-3">
                <Await query={questions} shape="table">
                  {({ rows, total }) => (
                    <div className="flex flex-col gap-3">
                      <Rows rows={rows} />
                      {total > pageSize && (
                        <Pagination
                          page={search.page}
                          pageSize={pageSize}
                          total={total}
                          onPage={(page) => setSearch({ page })}
                        />
                      )}
                    </div>
                  )}
                </Await>
              </div>
            ),
          })),
          ...(may('payroll.read')
            ? [
                {
                  id: 'certificates',
                  title: t('slips.certificates'),
                  content: (
                    <div className="pt-3">
                      <Certificates />
                    </div>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Page>
  )
}

function Rows({ rows }: { rows: readonly PayQuestion[] }) {
  const t = useWords('payroll')
  const f = useFormat()
  const lineName = useLineName()
  if (rows.length === 0) return <Empty icon={MessageCircleQuestion} title={t('questions.noneOpen')} />
  return (
    <SimpleTable
      caption={t('questions.title')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          title: t('questions.about'),
          isRowHeader: true,
          cell: (row) => (
            <Link href={hrefTo(manifest, 'question', { questionId: row.id })}>
              {lineName(row)} · {periodText(row.period, t)}
            </Link>
          ),
        },
        { title: t('questions.askedBy'), cell: (row) => row.personName },
        { title: t('questions.askedAt'), cell: (row) => f.ago(row.askedAt) },
        { title: '', cell: (row) => t('questions.count', { count: row.messages }) },
        { title: t('questions.state'), cell: (row) => <QuestionState state={row.state} /> },
      ]}
    />
  )
}
