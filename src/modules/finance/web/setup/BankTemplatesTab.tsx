import { useState } from 'react'
import Plus from 'lucide-react/icons/plus'
import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { Tag } from '#ui/Tag'
import { Await } from '#web/await'
import { later } from '#web/later'
import { useRead } from '#web/query'
import { useMay } from '#web/session'
import { useLocal, useWords } from '#web/words'
import { routes, type BankTemplate } from '../../contract.ts'

const TemplateSheet = later(async () => (await import('./TemplateSheet.tsx')).TemplateSheet)

/** Files of banks as templates: those of the product, and the firm's own. */
export function BankTemplatesTab() {
  const t = useWords('finance')
  const local = useLocal()
  const may = useMay()
  const templates = useRead(routes.listBankTemplates, {})
  const [open, setOpen] = useState<BankTemplate | null>(null)
  return (
    <div className="flex flex-col gap-3">
      <p className="text-muted">{t('setUp.bankNote')}</p>
      <Await query={templates} shape="cards">
        {(rows) => (
          <ul className="grid grid-cols-1 gap-3 lg:grid-cols-2">
            {rows.map((template) => (
              <li key={template.code}>
                <Card
                  title={local(template.name)}
                  description={template.source || template.code}
                  actions={
                    may('finance.set-up') && (
                      <Button size="sm" onPress={() => setOpen(template)}>
                        {t('setUp.edit')}
                      </Button>
                    )
                  }
                >
                  <p className="flex flex-wrap gap-1.5">
                    <Tag tone={template.version === null ? 'gray' : 'green'}>
                      {template.version === null ? t('setUp.shipped') : t('setUp.own', { from: template.from })}
                    </Tag>
                    <Tag isOutlined>
                      {template.content.format === 'xlsx' ? 'Excel' : template.content.encoding.toUpperCase()}
                    </Tag>
                  </p>
                  <p className="mt-2 text-sm text-muted">
                    {template.content.columns.map(({ title }) => title).join(' | ')}
                  </p>
                </Card>
              </li>
            ))}
          </ul>
        )}
      </Await>
      {may('finance.set-up') && templates.data?.[0] && (
        <div>
          <Button
            icon={Plus}
            onPress={() =>
              setOpen({ ...(templates.data[0] as BankTemplate), code: '', name: {}, version: null, from: null })
            }
          >
            {t('setUp.addTemplate')}
          </Button>
        </div>
      )}
      {open && <TemplateSheet template={open} onClose={() => setOpen(null)} />}
    </div>
  )
}
