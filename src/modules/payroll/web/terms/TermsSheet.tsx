import { usePersonName } from '#screens/organisation'
import { Sheet } from '#ui/Sheet'
import { Await } from '#web/await'
import { usePhone } from '#web/page'
import { useRead } from '#web/query'
import { useWords } from '#web/words'
import { routes } from '../../contract.ts'
import { TermsOf } from './TermsOf.tsx'

/** A person's pay beside the list. */
export default function TermsSheet({ personId, onClose }: { personId: string; onClose: () => void }) {
  const t = useWords('payroll')
  const called = usePersonName()
  const isPhone = usePhone()
  const terms = useRead(routes.readTerms, { personId })
  return (
    <Sheet
      title={terms.data ? called(terms.data) : t('menu.terms')}
      description={terms.data?.number}
      isOpen
      size="lg"
      side={isPhone ? 'bottom' : 'right'}
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <Await query={terms} shape="lines">
        {(read) => <TermsOf terms={read} />}
      </Await>
    </Sheet>
  )
}
