import Download from 'lucide-react/icons/download'
import FileSpreadsheet from 'lucide-react/icons/file-spreadsheet'
import { Button, LinkButton } from '#ui/Button'
import { Card } from '#ui/Card'
import { Empty } from '#ui/Empty'
import { Await } from '#web/await'
import { hrefTo } from '#web/links'
import { Page } from '#web/page'
import { addressOf, useRead } from '#web/query'
import { useWords } from '#web/words'
import { routes, type ImportKind } from '../contract.ts'
import { manifest } from '../manifest.ts'
import { History } from './History.tsx'
import { useKindName } from './kinds.ts'

/** What can be taken in from spreadsheets, and what was. */
export default function ImportsScreen() {
  const t = useWords('transfer')
  const kinds = useRead(routes.listImportKinds, {})
  const runs = useRead(routes.listImports, { limit: 50 })
  return (
    <Page title={t('menu.imports')} description={t('lead')}>
      <div className="flex flex-col gap-6">
        <Await query={kinds} shape="cards" count={3} empty={<Empty icon={FileSpreadsheet} title={t('noKinds')} />}>
          {(list) => (
            <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
              {list.map((kind) => (
                <KindCard key={kind.kind} kind={kind} />
              ))}
            </ul>
          )}
        </Await>
        <Card title={t('history.title')} isFlush>
          <Await query={runs} empty={<Empty isSmall title={t('history.none')} description={t('history.noneNote')} />}>
            {(rows) => <History runs={rows} />}
          </Await>
        </Card>
      </div>
    </Page>
  )
}

function KindCard({ kind }: { kind: ImportKind }) {
  const t = useWords('transfer')
  const nameOf = useKindName()
  const required = kind.fields.filter((field) => field.isRequired).map((field) => field.title)
  return (
    <li>
      <Card title={nameOf(kind.kind)} className="flex h-full flex-col">
        <p className="text-muted">{t('fields', { count: kind.fields.length })}</p>
        <p className="text-sm text-muted">{t('required', { fields: required.join(t('comma')) })}</p>
        <div className="mt-4 flex flex-wrap gap-2">
          <LinkButton variant="primary" href={hrefTo(manifest, 'import', { kind: kind.kind })}>
            {t('start')}
          </LinkButton>
          <Button icon={Download} onPress={() => location.assign(addressOf(routes.readTemplate, { kind: kind.kind }))}>
            {t('template')}
          </Button>
        </div>
      </Card>
    </li>
  )
}
