import { RadioGroup } from '#ui/Radio'
import { Tag } from '#ui/Tag'
import { useCommand } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes, type Capability, type PersonReport } from '../contract.ts'

type Props = { report: PersonReport; capabilities: readonly Capability[] }

/** What a responsibility asks for and what is known of it; who leads the person says it here. */
export function Capabilities({ report, capabilities }: Props) {
  const t = useWords('reports')
  const local = useLocal()
  const mark = useCommand(routes.markCapability, { done: t('mine.marked') })
  const { id: personId } = report.person
  return (
    <div className="mt-3 border-t border-line pt-3">
      <p className="mb-2 text-sm text-muted">{t('mine.capabilities')}</p>
      <ul className="flex flex-wrap gap-x-4 gap-y-2">
        {capabilities.map(({ name, has }) => (
          <li key={local(name)} className="flex flex-wrap items-center gap-2">
            {report.mayMark ? (
              <>
                <span>{local(name)}</span>
                <RadioGroup
                  label={local(name)}
                  hideLabel
                  look="segments"
                  value={has === null ? 'unknown' : has ? 'can' : 'cannot'}
                  onChange={(next) => mark.run({ personId, name, has: next === 'unknown' ? null : next === 'can' })}
                  options={(['can', 'cannot', 'unknown'] as const).map((each) => ({
                    id: each,
                    label: t(`mine.${each}`),
                  }))}
                />
              </>
            ) : (
              <Tag tone={has === null ? 'gray' : has ? 'green' : 'amber'}>
                {local(name)}: {t(has === null ? 'mine.unknown' : has ? 'mine.can' : 'mine.cannot')}
              </Tag>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
