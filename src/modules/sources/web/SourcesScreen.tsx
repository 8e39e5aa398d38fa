import { useState } from 'react'
import Plug from 'lucide-react/icons/plug'
import Plus from 'lucide-react/icons/plus'
import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { Empty } from '#ui/Empty'
import { Tag } from '#ui/Tag'
import { Await } from '#web/await'
import { useFormat } from '#web/format'
import { later } from '#web/later'
import { hrefTo, Link } from '#web/links'
import { Page } from '#web/page'
import { useRead } from '#web/query'
import { useMay } from '#web/session'
import { useWords } from '#web/words'
import { routes, type Source } from '../contract.ts'
import { manifest } from '../manifest.ts'
import { Silence } from './Silence.tsx'
import { SourceStatus } from './SourceStatus.tsx'

const ConnectSheet = later(async () => (await import('./ConnectSheet.tsx')).ConnectSheet)

/** Where facts come from: how fresh each source is, and what is missing. */
export default function SourcesScreen() {
  const t = useWords('sources')
  const may = useMay()
  const sources = useRead(routes.listSources, {})
  const [isConnecting, setConnecting] = useState(false)
  const add = may('sources.edit') && (
    <Button variant="primary" icon={Plus} onPress={() => setConnecting(true)}>
      {t('list.add')}
    </Button>
  )
  return (
    <Page title={t('menu.sources')} mainAction={add}>
      <Await query={sources} shape="cards">
        {(data) =>
          data.sources.length === 0 ? (
            <Empty icon={Plug} title={t('list.empty')} description={t('list.emptyHint')} />
          ) : (
            <ul className="grid grid-cols-1 gap-4 xl:grid-cols-2">
              {data.sources.map((source) => (
                <li key={source.id}>
                  <SourceCard source={source} />
                </li>
              ))}
            </ul>
          )
        }
      </Await>
      {isConnecting && <ConnectSheet onClose={() => setConnecting(false)} />}
    </Page>
  )
}

function SourceCard({ source }: { source: Source }) {
  const t = useWords('sources')
  const format = useFormat()
  return (
    <Card
      title={<Link href={hrefTo(manifest, 'source', { sourceId: source.id })}>{source.name}</Link>}
      description={t(`kinds.${source.kind}`)}
      actions={<SourceStatus source={source} />}
    >
      <div className="flex flex-col gap-3">
        <Silence source={source} />
        <dl className="grid grid-cols-2 gap-x-4 gap-y-2">
          <Line label={t('list.lastFact')}>{source.lastFactAt ? format.ago(source.lastFactAt) : t('list.never')}</Line>
          <Line label={t('list.lastDay')}>{source.lastDay ? format.day(source.lastDay) : '–'}</Line>
          <Line label={t('list.rhythm')}>{t(`rhythms.${source.rhythm}`)}</Line>
          <Line label={t('list.owner')}>{source.ownerName ?? t('list.nobody')}</Line>
        </dl>
        {source.rejects > 0 && (
          <Link href={hrefTo(manifest, 'source', { sourceId: source.id }, { tab: 'rejects' })}>
            <Tag tone="amber">{t('list.rejects', { count: source.rejects })}</Tag>
          </Link>
        )}
      </div>
    </Card>
  )
}

function Line({ label, children }: { label: string; children: string }) {
  return (
    <div className="min-w-0">
      <dt className="text-sm text-muted">{label}</dt>
      <dd className="truncate">{children}</dd>
    </div>
  )
}
