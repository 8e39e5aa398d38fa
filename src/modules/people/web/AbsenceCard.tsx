import { useState } from 'react'
import PencilLine from 'lucide-react/icons/pencil-line'
import Plus from 'lucide-react/icons/plus'
import Undo2 from 'lucide-react/icons/undo-2'
import { routes, type Absence } from '#contract/organisation'
import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { IconButton } from '#ui/IconButton'
import { Status } from '#ui/Status'
import { useCommand, useRead } from '#web/query'
import { useMay, useSession } from '#web/session'
import { useWords } from '#web/words'
import { AbsenceSheet } from './AbsenceSheet.tsx'

/** Long absences: while one runs, whoever acts for the person is the one to go to. */
export function AbsenceCard({ personId, mayEdit }: { personId: string; mayEdit: boolean }) {
  const t = useWords('people')
  const mayRead = useMay()('organisation.read-absence')
  const [sheet, setSheet] = useState<Absence | 'new' | null>(null)
  const { data } = useRead(routes.listAbsences, { personId }, { when: mayRead })
  if (!data || (data.length === 0 && !mayEdit)) return null
  return (
    <Card
      title={t('screens.absences.title')}
      actions={
        mayEdit && (
          <Button size="sm" icon={Plus} onPress={() => setSheet('new')}>
            {t('screens.absences.add')}
          </Button>
        )
      }
    >
      {data.length === 0 ? (
        <p className="text-muted">{t('screens.absences.none')}</p>
      ) : (
        <ul className="flex flex-col gap-2">
          {data.map((absence) => (
            <Line key={absence.id} absence={absence} mayEdit={mayEdit} onEdit={() => setSheet(absence)} />
          ))}
        </ul>
      )}
      {sheet && (
        <AbsenceSheet
          personId={personId}
          {...(sheet === 'new' ? {} : { absence: sheet })}
          onClose={() => setSheet(null)}
        />
      )}
    </Card>
  )
}

type LineProps = { absence: Absence; mayEdit: boolean; onEdit: () => void }

function Line({ absence, mayEdit, onEdit }: LineProps) {
  const t = useWords('people')
  const today = useSession().tenant?.today ?? ''
  const withdraw = useCommand(routes.withdrawAbsence, { done: t('screens.absences.withdrawn') })
  const isNow = absence.from <= today && (absence.until === null || absence.until > today)
  return (
    <li className="flex items-center gap-2">
      <span className="min-w-0 flex-1">
        <span className="flex flex-wrap items-center gap-2">
          {t(`absenceKinds.${absence.kind}`)}
          {isNow && (
            <Status color="amber" look="soft">
              {t('screens.absences.now')}
            </Status>
          )}
        </span>
        <span className="block text-sm text-muted">
          {absence.until ? `${absence.from} – ${absence.until}` : t('screens.sinceDay', { day: absence.from })}
        </span>
      </span>
      {mayEdit && absence.from > today && (
        <IconButton
          icon={Undo2}
          label={t('screens.absences.withdraw')}
          size="sm"
          onPress={() => withdraw.run({ id: absence.id })}
        />
      )}
      {mayEdit && <IconButton icon={PencilLine} label={t('screens.edit')} size="sm" onPress={onEdit} />}
    </li>
  )
}
