import Camera from 'lucide-react/icons/camera'
import ClipboardList from 'lucide-react/icons/clipboard-list'
import Repeat from 'lucide-react/icons/repeat'
import { Icon } from '#ui/Icon'
import { Tag } from '#ui/Tag'
import { useLocal, useWords } from '#web/words'
import type { Duty } from '../../contract.ts'
import { cadenceText, handlingLines } from '../cadence-text.ts'
import { useCadenceNames } from '../use-cadence-names.ts'
import { Nothing } from './Nothing.tsx'

/** What recurs: when, in which steps, and what is handed in. */
export function Duties({ duties, isShort }: { duties: readonly Duty[]; isShort?: boolean }) {
  const t = useWords('responsibilities')
  const local = useLocal()
  const names = useCadenceNames(duties.some((duty) => duty.cadence.every === 'subject'))
  if (duties.length === 0) return <Nothing>{t('page.noDuties')}</Nothing>
  return (
    <ul className="flex flex-col divide-y divide-line">
      {duties.map((duty) => (
        <li key={duty.id} className="flex gap-3 py-2.5 first:pt-0 last:pb-0">
          <Icon as={Repeat} className="mt-1 text-faint" />
          <div className="min-w-0 flex-1">
            <div className="font-medium">{local(duty.name)}</div>
            <div className="text-sm text-muted">
              {[cadenceText(t, duty.cadence, names), ...handlingLines(t, duty.handling)].join(' · ')}
            </div>
            {!isShort && (
              <>
                {duty.steps.length > 0 && (
                  <ol className="mt-1.5 list-decimal pl-5 text-sm">
                    {duty.steps.map((step) => (
                      <li key={local(step)}>{local(step)}</li>
                    ))}
                  </ol>
                )}
                <div className="mt-1.5 flex flex-wrap gap-1">
                  {duty.form.fields.map((field) => (
                    <Tag key={field.key} icon={ClipboardList}>
                      {local(field.label)}
                      {field.required ? ' *' : ''}
                    </Tag>
                  ))}
                  {duty.form.photo !== 'none' && <Tag icon={Camera}>{t(`photo.${duty.form.photo}`)}</Tag>}
                </div>
              </>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}
