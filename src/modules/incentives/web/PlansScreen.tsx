import { useState } from 'react'
import Gift from 'lucide-react/icons/gift'
import Plus from 'lucide-react/icons/plus'
import { Button } from '#ui/Button'
import { Empty } from '#ui/Empty'
import { Link } from '#ui/Link'
import { SimpleTable } from '#ui/SimpleTable'
import { Await } from '#web/await'
import { hrefTo, useGo } from '#web/links'
import { Page } from '#web/page'
import { useRead } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes, type Plan } from '../contract.ts'
import { manifest } from '../manifest.ts'
import { PlanSheet } from './PlanSheet.tsx'
import { StateTag } from './StateTag.tsx'
import { useTermsText } from './use-terms-text.ts'

/** All incentive plans with what they count, what they bring and whether they are on. */
export default function PlansScreen() {
  const t = useWords('incentives')
  const local = useLocal()
  const text = useTermsText()
  const go = useGo()
  const [isMaking, setMaking] = useState(false)
  const plans = useRead(routes.listPlans, {})
  const termsOf = (plan: Plan) => (plan.running ?? plan.coming ?? plan.draft)?.terms
  const make = plans.data?.maySetUp && (
    <Button variant="primary" icon={Plus} onPress={() => setMaking(true)}>
      {t('plans.make')}
    </Button>
  )
  return (
    <Page title={t('menu.plans')} description={t('plans.lead')} actions={plans.data?.plans.length ? make : undefined}>
      <Await query={plans} shape="table">
        {(found) =>
          found.plans.length === 0 ? (
            <Empty icon={Gift} title={t('plans.empty')} description={t('plans.emptyHint')} action={make} />
          ) : (
            <SimpleTable
              caption={t('menu.plans')}
              rows={found.plans}
              rowKey={(plan) => plan.id}
              columns={[
                {
                  title: t('plans.name'),
                  isRowHeader: true,
                  cell: (plan) => <Link href={hrefTo(manifest, 'plan', { planId: plan.id })}>{local(plan.name)}</Link>,
                },
                { title: t('plans.state'), cell: (plan) => <StateTag plan={plan} /> },
                { title: t('plans.basis'), cell: (plan) => basisOf(termsOf(plan)) },
                { title: t('plans.rule'), cell: (plan) => ruleOf(termsOf(plan)) },
              ]}
            />
          )
        }
      </Await>
      {isMaking && (
        <PlanSheet
          onClose={() => setMaking(false)}
          onMade={(planId) => go(hrefTo(manifest, 'plan', { planId }, { tab: 'simulation' }))}
        />
      )}
    </Page>
  )

  function basisOf(terms: ReturnType<typeof termsOf>) {
    return terms ? text.basis(terms.basis) : ''
  }
  function ruleOf(terms: ReturnType<typeof termsOf>) {
    return terms ? text.rule(terms.rule) : ''
  }
}
