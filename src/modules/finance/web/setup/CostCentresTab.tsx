import { useState } from 'react'
import Plus from 'lucide-react/icons/plus'
import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { SimpleTable } from '#ui/SimpleTable'
import { Await } from '#web/await'
import { useFormat } from '#web/format'
import { later } from '#web/later'
import { useRead } from '#web/query'
import { useMay } from '#web/session'
import { useLocal, useWords } from '#web/words'
import { routes } from '../../contract.ts'

const CentreSheet = later(async () => (await import('./CentreSheet.tsx')).CentreSheet)
const ShareSheet = later(async () => (await import('./ShareSheet.tsx')).ShareSheet)

/** Cost centres of units, and people whose cost is split as laid down. */
export function CostCentresTab() {
  const t = useWords('finance')
  const local = useLocal()
  const format = useFormat()
  const may = useMay()
  const centres = useRead(routes.listCostCentres, {})
  const shares = useRead(routes.listCostShares, { limit: 200 })
  const [open, setOpen] = useState<'centre' | 'share' | null>(null)
  const add = (what: 'centre' | 'share', label: string) =>
    may('finance.set-up') && (
      <Button size="sm" icon={Plus} onPress={() => setOpen(what)}>
        {label}
      </Button>
    )
  const since = ({ from, until }: { from: string; until: string | null }) => (until ? `${from} – ${until}` : from)
  return (
    <div className="flex flex-col gap-4">
      <Card
        isFlush
        title={t('setUp.centres')}
        description={t('setUp.centresNote')}
        actions={add('centre', t('setUp.addCentre'))}
      >
        <Await query={centres}>
          {(rows) => (
            <SimpleTable
              isFlush
              caption={t('setUp.centres')}
              rows={rows}
              rowKey={(centre) => centre.id}
              empty={t('setUp.noCentres')}
              columns={[
                {
                  title: t('columns.costCentre'),
                  isRowHeader: true,
                  cell: (centre) => `${centre.code} ${local(centre.name)}`,
                },
                { title: t('cost.unit'), cell: (centre) => local(centre.unitName) },
                { title: t('setUp.from'), cell: since },
              ]}
            />
          )}
        </Await>
      </Card>
      <Card
        isFlush
        title={t('setUp.shares')}
        description={t('setUp.sharesNote')}
        actions={add('share', t('setUp.addShare'))}
      >
        <Await query={shares}>
          {(rows) => (
            <SimpleTable
              isFlush
              caption={t('setUp.shares')}
              rows={rows}
              rowKey={(share) => share.id}
              empty={t('setUp.noShares')}
              columns={[
                { title: t('cost.person'), isRowHeader: true, cell: (share) => share.personName },
                {
                  title: t('setUp.share'),
                  cell: (share) =>
                    share.shares
                      .map(({ unitName, permille }) => `${local(unitName)} ${format.percent(permille)}`)
                      .join('，'),
                },
                { title: t('vouchers.reason'), cell: (share) => share.reason },
                { title: t('setUp.from'), cell: since },
              ]}
            />
          )}
        </Await>
      </Card>
      {open === 'centre' && <CentreSheet onClose={() => setOpen(null)} />}
      {open === 'share' && <ShareSheet onClose={() => setOpen(null)} />}
    </div>
  )
}
