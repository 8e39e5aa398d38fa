import { Card } from '#ui/Card'
import { Tag } from '#ui/Tag'
import { Await } from '#web/await'
import { useRead } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes } from '../../contract.ts'

/** The forms of the tax client with their columns. */
export function TaxTemplatesTab() {
  const t = useWords('finance')
  const local = useLocal()
  const templates = useRead(routes.listTaxTemplates, {})
  return (
    <div className="flex flex-col gap-3">
      <p className="text-muted">{t('setUp.taxNote')}</p>
      <Await query={templates} shape="cards">
        {(rows) => (
          <ul className="grid grid-cols-1 gap-3 lg:grid-cols-2">
            {rows.map((template) => (
              <li key={template.code}>
                <Card
                  title={local(template.name)}
                  description={t('setUp.columnsSince', { count: template.content.columns.length, from: template.from })}
                  actions={
                    <Tag tone={template.version === null ? 'gray' : 'green'}>
                      {t(template.version === null ? 'setUp.shipped' : 'setUp.ours')}
                    </Tag>
                  }
                >
                  <p className="text-sm text-muted">{template.content.columns.map(({ title }) => title).join(' | ')}</p>
                </Card>
              </li>
            ))}
          </ul>
        )}
      </Await>
    </div>
  )
}
