import { useState } from 'react'
import FileHeart from 'lucide-react/icons/file-heart'
import Plus from 'lucide-react/icons/plus'
import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { Empty } from '#ui/Empty'
import { Await } from '#web/await'
import { Page } from '#web/page'
import { useRead } from '#web/query'
import { useWords } from '#web/words'
import { declarationKinds, routes, type Declaration } from '../../contract.ts'
import { AccountSheet } from './AccountSheet.tsx'
import { DeclarationRow } from './DeclarationRow.tsx'
import { DeductionSheet } from './DeductionSheet.tsx'
import { TaxSheet } from './TaxSheet.tsx'

/** What I have declared for my pay, and what became of it. */
export default function OwnDeclarationsScreen() {
  const t = useWords('payroll')
  const declarations = useRead(routes.listOwnDeclarations, {})
  const [open, setOpen] = useState<Declaration['kind'] | null>(null)
  const close = () => setOpen(null)
  return (
    <Page title={t('menu.ownDeclarations')} description={t('declarations.about')}>
      <div className="mx-auto flex w-full max-w-3xl flex-col gap-4">
        <Await query={declarations} shape="cards">
          {(all) =>
            declarationKinds.map((kind) => {
              const rows = all.filter((one) => one.kind === kind)
              return (
                <Card
                  key={kind}
                  isFlush
                  title={t(`declarations.kinds.${kind}`)}
                  description={t(`declarations.kindNotes.${kind}`)}
                  actions={
                    <Button size="sm" icon={Plus} onPress={() => setOpen(kind)}>
                      {t(rows.length > 0 && kind !== 'special-deduction' ? 'declarations.change' : 'declarations.add')}
                    </Button>
                  }
                >
                  {rows.length === 0 ? (
                    <Empty isSmall icon={FileHeart} title={t('declarations.nothing')} />
                  ) : (
                    <ul className="divide-y divide-line">
                      {rows.map((declaration) => (
                        <DeclarationRow key={declaration.id} declaration={declaration} />
                      ))}
                    </ul>
                  )}
                </Card>
              )
            })
          }
        </Await>
      </div>
      {open === 'special-deduction' && <DeductionSheet onClose={close} />}
      {open === 'bank-account' && <AccountSheet onClose={close} />}
      {open === 'tax-data' && <TaxSheet onClose={close} />}
    </Page>
  )
}
