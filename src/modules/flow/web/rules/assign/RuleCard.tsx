import { useMemo, useState } from 'react'
import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { hrefTo, Link } from '#web/links'
import { useCommand } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes, type Rule } from '../../../contract.ts'
import { manifest } from '../../../manifest.ts'
import { whoText } from '../../designer/say/summary.ts'
import { useSourceNames } from '../../designer/use-names.ts'
import { useConditionText } from '../../form/condition/condition-text.ts'
import { DeleteDialog } from '../DeleteDialog.tsx'
import { emphasis, Emphasised } from '../Emphasised.tsx'
import { fieldsAsked } from './rule-form.ts'
import { useFlowWith } from './use-flow-with.ts'

/** One rule: its lines as sentences, what each has given, and which flows ask it. */
export function RuleCard({ rule, onChange }: { rule: Rule; onChange: () => void }) {
  const t = useWords('flow')
  const local = useLocal()
  const [isAsking, setAsking] = useState(false)
  const remove = useCommand(routes.deleteRule, { done: t('rules.assign.deleted'), onDone: () => setAsking(false) })
  const pools = useMemo(() => rule.cases.map((line) => line.pool), [rule.cases])
  const names = useSourceNames(pools, rule.names)
  const asked = [...new Set(rule.cases.flatMap((line) => fieldsAsked(line.when)))]
  const { parts } = useFlowWith(
    asked,
    rule.flows.map((flow) => flow.id),
  )
  const sayCondition = useConditionText(parts?.fields ?? [], rule.names)
  return (
    <Card
      title={local(rule.name)}
      actions={
        <>
          <Button onPress={onChange}>{t('rules.change')}</Button>
          <Button variant="danger-quiet" onPress={() => setAsking(true)}>
            {t('rules.delete')}
          </Button>
        </>
      }
    >
      <ol className="flex flex-col gap-2">
        {rule.cases.map(({ id, when, pool, method }, at) => {
          const given = rule.given[id]
          return (
            <li key={id} className="flex gap-3 rounded-md bg-sunken px-3 py-2">
              <span className="text-muted">{at + 1}</span>
              <div className="min-w-0">
                <p>
                  <Emphasised
                    text={
                      (when === null
                        ? t(at === 0 ? 'rules.assign.say.always' : 'rules.assign.say.else')
                        : t('rules.assign.say.when', { condition: emphasis(sayCondition(when)) })) +
                      t(`rules.assign.say.${method}`, { who: emphasis(whoText(pool, names, t)) })
                    }
                  />
                </p>
                <p className="text-sm text-muted">
                  {given
                    ? t('rules.assign.given', { count: given.count, name: given.last.name })
                    : t(method === 'all' ? 'rules.assign.givenAll' : 'rules.assign.givenNone')}
                </p>
              </div>
            </li>
          )
        })}
      </ol>
      <p className="mt-3 flex flex-wrap gap-x-2 gap-y-1 text-sm text-muted">
        {rule.flows.length === 0 ? (
          <>
            <span>{t('rules.assign.unused')}</span>
            <Link href={hrefTo(manifest, 'flows')}>{t('rules.assign.toFlows')}</Link>
          </>
        ) : (
          <>
            <span>{t('rules.assign.askedBy')}</span>
            {rule.flows.map((flow) => (
              <Link key={flow.id} href={hrefTo(manifest, 'flow', { flowId: flow.id })}>
                {local(flow.name)}
              </Link>
            ))}
          </>
        )}
      </p>
      {isAsking && (
        <DeleteDialog
          title={t('rules.assign.deleteTitle', { name: local(rule.name) })}
          note={t('rules.assign.deleteNote')}
          isRunning={remove.isRunning}
          onDelete={() => remove.run({ ruleId: rule.id, version: rule.version })}
          onClose={() => setAsking(false)}
        />
      )}
    </Card>
  )
}
