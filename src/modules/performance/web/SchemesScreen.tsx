import { useState } from 'react'
import Plus from 'lucide-react/icons/plus'
import Ruler from 'lucide-react/icons/ruler'
import { Button } from '#ui/Button'
import { Empty } from '#ui/Empty'
import { SimpleTable } from '#ui/SimpleTable'
import { Tag } from '#ui/Tag'
import { Await } from '#web/await'
import { useFormat } from '#web/format'
import { later } from '#web/later'
import { hrefTo, Link } from '#web/links'
import { Page } from '#web/page'
import { useRead } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes } from '../contract.ts'
import { manifest } from '../manifest.ts'

const NewScheme = later(async () => (await import('./NewScheme.tsx')).NewScheme)

/** How people are judged, one row a scheme. */
export default function SchemesScreen() {
  const t = useWords('performance')
  const local = useLocal()
  const f = useFormat()
  const [isMaking, setMaking] = useState(false)
  const schemes = useRead(routes.listSchemes, { limit: 200 })
  return (
    <Page
      title={t('menu.schemes')}
      description={t('schemes.lead')}
      mainAction={
        <Button variant="primary" icon={Plus} onPress={() => setMaking(true)}>
          {t('schemes.add')}
        </Button>
      }
    >
      <Await query={schemes} shape="table">
        {(found) =>
          found.rows.length === 0 ? (
            <Empty icon={Ruler} title={t('schemes.empty')} description={t('schemes.emptyHint')} />
          ) : (
            <SimpleTable
              caption={t('menu.schemes')}
              rows={found.rows}
              rowKey={(row) => row.id}
              columns={[
                {
                  title: t('schemes.name'),
                  isRowHeader: true,
                  cell: (row) => <Link href={hrefTo(manifest, 'scheme', { schemeId: row.id })}>{local(row.name)}</Link>,
                },
                { title: t('schemes.code'), cell: (row) => row.code },
                { title: t('schemes.period'), cell: (row) => t(`period.${row.period}`) },
                {
                  title: t('schemes.version'),
                  cell: (row) =>
                    row.current
                      ? t('schemes.since', { number: row.current.number, from: f.day(row.current.from) })
                      : t('schemes.never'),
                },
                {
                  title: t('schemes.draft'),
                  cell: (row) => (row.hasDraft ? <Tag tone="amber">{t('schemes.hasDraft')}</Tag> : ''),
                },
                { title: t('schemes.places'), align: 'end', cell: (row) => f.number(row.places) },
              ]}
            />
          )
        }
      </Await>
      {isMaking && <NewScheme onClose={() => setMaking(false)} />}
    </Page>
  )
}
