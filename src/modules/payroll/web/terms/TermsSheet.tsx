import { useState } from 'react'
import PencilLine from 'lucide-react/icons/pencil-line'
import { usePersonName } from '#screens/organisation'
import { Button } from '#ui/Button'
import { Empty } from '#ui/Empty'
import { Sheet } from '#ui/Sheet'
import { Await } from '#web/await'
import { usePhone } from '#web/page'
import { useRead } from '#web/query'
import { useWords } from '#web/words'
import { routes, type TermVersion } from '../../contract.ts'
import { TermForm } from './TermForm.tsx'
import { TermTimeline } from './TermTimeline.tsx'

type Edited = { way: 'set' | 'correct'; version?: TermVersion }

/** A person's pay: what holds, what held, what is planned; a change, a correction. */
export default function TermsSheet({ personId, onClose }: { personId: string; onClose: () => void }) {
  const t = useWords('payroll')
  const called = usePersonName()
  const isPhone = usePhone()
  const terms = useRead(routes.readTerms, { personId })
  const [edited, setEdited] = useState<Edited | null>(null)
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
        {({ versions, mayEdit }) =>
          edited ? (
            <TermForm
              personId={personId}
              way={edited.way}
              version={edited.version ?? versions[0]}
              onClose={() => setEdited(null)}
            />
          ) : (
            <div className="flex flex-col gap-4">
              {mayEdit && (
                <span>
                  <Button variant="primary" icon={PencilLine} onPress={() => setEdited({ way: 'set' })}>
                    {t(versions.length > 0 ? 'terms.change' : 'terms.first')}
                  </Button>
                </span>
              )}
              {versions.length === 0 ? (
                <Empty isSmall title={t('terms.noneYet')} description={t('terms.noneYetWhy')} />
              ) : (
                <TermTimeline
                  versions={versions}
                  mayEdit={mayEdit}
                  onCorrect={(version) => setEdited({ way: 'correct', version })}
                />
              )}
            </div>
          )
        }
      </Await>
    </Sheet>
  )
}
