import { useRef, useState } from 'react'
import Download from 'lucide-react/icons/download'
import FileText from 'lucide-react/icons/file-text'
import Printer from 'lucide-react/icons/printer'
import Stamp from 'lucide-react/icons/stamp'
import { Button, LinkButton } from '#ui/Button'
import { IconButton } from '#ui/IconButton'
import { RadioGroup } from '#ui/Radio'
import { Select } from '#ui/Select'
import { DayChip } from '#screens/organisation'
import { Await } from '#web/await'
import { later } from '#web/later'
import { useHref, useSearch } from '#web/links'
import { Page, usePhone } from '#web/page'
import { printElement } from '#web/print'
import { addressOf, useRead } from '#web/query'
import { useLanguage, useLocal, useWords } from '#web/words'
import { routes, type DescriptionDetail } from '../contract.ts'
import { DescriptionAside } from './DescriptionAside.tsx'
import { PaperView } from './PaperView.tsx'

const IssueDialog = later(async () => (await import('./IssueDialog.tsx')).IssueDialog)

type Language = 'zh-CN' | 'en'

/** What a position is there for, generated of what it holds and asks for; as it is now, or as it was issued. */
export default function DescriptionScreen({ positionId }: { positionId: string }) {
  const t = useWords('profiles')
  const local = useLocal()
  const isPhone = usePhone()
  const back = useHref()('organisation.position', { positionId })
  const page = useLanguage()
  const [search, setSearch] = useSearch({ in: '', on: '', issue: '' })
  const language: Language = search.in === 'en' || search.in === 'zh-CN' ? search.in : page === 'en' ? 'en' : 'zh-CN'
  const [isIssuing, setIssuing] = useState(false)
  const paper = useRef<HTMLElement>(null)
  const day = search.on ? { day: search.on } : {}
  const description = useRead(routes.readDescription, { positionId, language, ...day }, { keep: true })
  const { data } = description
  const file = (format: 'pdf' | 'docx') =>
    addressOf(routes.downloadDescription, {
      positionId,
      language,
      format,
      ...day,
      ...(search.issue ? { issueId: search.issue } : {}),
    })
  return (
    <Page
      title={data ? local(data.title) : t('menu.description')}
      description={t('menu.description')}
      {...(back ? { backHref: back } : {})}
      actions={
        <>
          {!isPhone && <DayChip on={search.on} onChange={(on) => setSearch({ on, issue: '' })} />}
          {isPhone ? (
            <IconButton icon={Download} label={t('description.pdf')} onPress={() => location.assign(file('pdf'))} />
          ) : (
            <>
              <IconButton
                icon={Printer}
                label={t('description.print')}
                variant="secondary"
                onPress={() => paper.current && void printElement(paper.current)}
              />
              <LinkButton icon={FileText} href={file('docx')}>
                {t('description.docx')}
              </LinkButton>
              <LinkButton icon={Download} href={file('pdf')}>
                {t('description.pdf')}
              </LinkButton>
            </>
          )}
        </>
      }
      mainAction={
        data?.may.issue &&
        data.differs !== false &&
        !search.on &&
        !search.issue && (
          <Button variant="primary" icon={Stamp} onPress={() => setIssuing(true)}>
            {t('description.issue')}
          </Button>
        )
      }
    >
      <Await query={description} shape="form">
        {(detail) => (
          <div className="grid grid-cols-1 items-start gap-4 xl:grid-cols-[minmax(0,1fr)_20rem]">
            <div className="flex min-w-0 flex-col gap-3">
              <div className="flex flex-wrap items-end justify-between gap-3">
                <RadioGroup
                  label={t('description.language')}
                  hideLabel
                  look="segments"
                  value={language}
                  onChange={(next) => setSearch({ in: next })}
                  options={[
                    { id: 'zh-CN', label: t('description.zh') },
                    { id: 'en', label: t('description.en') },
                  ]}
                />
                {detail.issues.length > 0 && (
                  <Select
                    label={t('description.issues')}
                    hideLabel
                    value={search.issue || 'live'}
                    onChange={(next) => setSearch({ issue: next === 'live' || !next ? '' : next })}
                    options={[
                      { id: 'live', label: t('description.live') },
                      ...detail.issues.map((one) => ({ id: one.id, label: t('description.issueOf', one) })),
                    ]}
                  />
                )}
              </div>
              {search.issue ? (
                <IssuePaper positionId={positionId} issueId={search.issue} language={language} ref={paper} />
              ) : (
                <PaperView blocks={detail.blocks} language={language} ref={paper} />
              )}
            </div>
            <DescriptionAside detail={detail} />
          </div>
        )}
      </Await>
      {isIssuing && data && <IssueDialog detail={data} onClose={() => setIssuing(false)} />}
    </Page>
  )
}

type IssuePaperProps = {
  positionId: DescriptionDetail['positionId']
  issueId: string
  language: Language
  ref: React.Ref<HTMLElement>
}

function IssuePaper({ positionId, issueId, language, ref }: IssuePaperProps) {
  const issue = useRead(routes.readIssue, { positionId, issueId, language }, { keep: true })
  return (
    <Await query={issue} shape="form">
      {({ blocks }) => <PaperView blocks={blocks} language={language} ref={ref} />}
    </Await>
  )
}
