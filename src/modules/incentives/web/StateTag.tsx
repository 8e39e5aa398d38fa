import { Tag } from '#ui/Tag'
import { useWords } from '#web/words'
import type { Plan } from '../contract.ts'

/** Whether a plan is on, since when, and whether there is a draft beside it. */
export function StateTag({ plan: { running, coming, draft } }: { plan: Plan }) {
  const t = useWords('incentives')
  return (
    <span className="inline-flex flex-wrap gap-1">
      {running && (
        <Tag tone="green">
          {running.until
            ? t('state.until', { from: running.from, until: running.until })
            : t('state.on', { from: running.from })}
        </Tag>
      )}
      {coming && <Tag tone="blue">{t('state.coming', { from: coming.from })}</Tag>}
      {draft && <Tag tone="amber">{t('state.draft')}</Tag>}
      {!running && !coming && !draft && <Tag>{t('state.off')}</Tag>}
    </span>
  )
}
