import { useState } from 'react'
import PencilLine from 'lucide-react/icons/pencil-line'
import { Button } from '#ui/Button'
import { Empty } from '#ui/Empty'
import type { Output } from '#core/contract'
import { useWords } from '#web/words'
import type { routes, TermVersion } from '../../contract.ts'
import { TermForm } from './TermForm.tsx'
import { TermTimeline } from './TermTimeline.tsx'

type Edited = { way: 'set' | 'correct'; version?: TermVersion }
type Props = { terms: Output<typeof routes.readTerms> }

/** What holds, what held, what is planned of a person's pay; a change, a correction. */
export function TermsOf({ terms: { personId, versions, mayEdit } }: Props) {
  const t = useWords('payroll')
  const [edited, setEdited] = useState<Edited | null>(null)
  if (edited)
    return (
      <TermForm
        personId={personId}
        way={edited.way}
        version={edited.version ?? versions[0]}
        onClose={() => setEdited(null)}
      />
    )
  return (
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
