import { useState } from 'react'
import { Link } from 'react-aria-components/Link'
import FileQuestion from 'lucide-react/icons/file-question-mark'
import { Button } from '#ui/Button'
import { Empty } from '#ui/Empty'
import { SearchField } from '#ui/SearchField'
import { Await } from '#web/await'
import { hrefTo } from '#web/links'
import { Page } from '#web/page'
import { useRead } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes } from '../../contract.ts'
import { manifest } from '../../manifest.ts'
import { FlowSign } from '../request/FlowSign.tsx'
import { byCategory, type Startable } from './categories.ts'
import { categoryName } from './category-name.ts'

/** What I may ask for: what I use often first, the rest by kind. */
export default function StartScreen() {
  const t = useWords('flow')
  const [text, setText] = useState('')
  const asked = text.trim()
  const list = useRead(routes.listStartable, asked ? { text: asked } : {}, { keep: true })
  return (
    <Page title={t('menu.start')} backHref={hrefTo(manifest, 'inbox')}>
      <div className="flex max-w-5xl flex-col gap-5">
        <SearchField label={t('start.search')} placeholder={t('start.search')} value={text} onChange={setText} />
        <Await query={list} shape="cards">
          {({ rows }) =>
            rows.length > 0 ? (
              <Groups rows={rows} isSearch={asked !== ''} />
            ) : asked ? (
              <Empty
                title={t('start.noHit', { text: asked })}
                description={t('start.noHitNote')}
                action={<Button onPress={() => setText('')}>{t('start.all')}</Button>}
              />
            ) : (
              <Empty icon={FileQuestion} title={t('start.empty')} description={t('start.emptyNote')} />
            )
          }
        </Await>
      </div>
    </Page>
  )
}

function Groups({ rows, isSearch }: { rows: readonly Startable[]; isSearch: boolean }) {
  const t = useWords('flow')
  const groups = byCategory(rows, isSearch)
  return (
    <div className="flex flex-col gap-6">
      {groups.map(({ category, flows }) => {
        const title = category === 'often' ? t('start.often') : categoryName(category, t)
        return (
          <section key={category} aria-label={title}>
            {groups.length > 1 && <h2 className="mb-2 font-semibold">{title}</h2>}
            <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
              {flows.map((flow) => (
                <FlowCard key={flow.id} flow={flow} />
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}

function FlowCard({ flow }: { flow: Startable }) {
  const local = useLocal()
  return (
    <li>
      <Link
        href={hrefTo(manifest, 'startForm', { flowId: flow.id })}
        className="flex h-full min-h-16 items-center gap-3 rounded-lg border border-line bg-surface px-4 py-3 text-text no-underline data-hovered:border-primary data-hovered:bg-hover data-pressed:bg-pressed"
      >
        <FlowSign icon={flow.icon} size="lg" />
        <span className="min-w-0">
          <span className="block font-medium">{local(flow.name)}</span>
          {local(flow.description) && (
            <span className="line-clamp-2 text-sm text-muted">{local(flow.description)}</span>
          )}
        </span>
      </Link>
    </li>
  )
}
