import { useState } from 'react'
import Split from 'lucide-react/icons/split'
import { Button } from '#ui/Button'
import { Empty } from '#ui/Empty'
import { Await } from '#web/await'
import { later } from '#web/later'
import { useRead } from '#web/query'
import { useWords } from '#web/words'
import { routes, type Rule } from '../../../contract.ts'
import { TabHead } from '../TabHead.tsx'
import { RuleCard } from './RuleCard.tsx'

const RuleSheet = later(async () => (await import('./RuleSheet.tsx')).RuleSheet)

/** Who gets what comes in. */
export function AssignTab() {
  const t = useWords('flow')
  const [open, setOpen] = useState<Rule | 'new' | null>(null)
  const list = useRead(routes.listRules, {})
  const add = () => setOpen('new')
  return (
    <div className="flex max-w-4xl flex-col gap-4">
      <TabHead note={t('rules.assign.note')} add={t('rules.assign.add')} onAdd={add} />
      <Await query={list} shape="cards">
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty
              icon={Split}
              title={t('rules.assign.empty')}
              description={t('rules.assign.emptyNote')}
              action={<Button onPress={add}>{t('rules.assign.add')}</Button>}
            />
          ) : (
            <ul aria-label={t('rules.tabs.assign')} className="flex flex-col gap-3">
              {rows.map((rule) => (
                <li key={rule.id}>
                  <RuleCard rule={rule} onChange={() => setOpen(rule)} />
                </li>
              ))}
            </ul>
          )
        }
      </Await>
      {open && <RuleSheet rule={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </div>
  )
}
