import { useState } from 'react'
import Pencil from 'lucide-react/icons/pencil'
import Power from 'lucide-react/icons/power'
import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { Facts } from '#ui/Facts'
import { SimpleTable } from '#ui/SimpleTable'
import { Tabs } from '#ui/Tabs'
import { Await } from '#web/await'
import { useFormat } from '#web/format'
import { hrefTo, useSearch } from '#web/links'
import { Page } from '#web/page'
import { useRead } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes, type TermsVersion } from '../contract.ts'
import { manifest } from '../manifest.ts'
import { PlanSheet } from './PlanSheet.tsx'
import { Simulation } from './Simulation.tsx'
import { StateTag } from './StateTag.tsx'
import { SwitchDialog } from './SwitchDialog.tsx'
import { useTermsText } from './use-terms-text.ts'

/** One plan: its terms, what it would have cost, and how it was before. */
export default function PlanScreen({ planId }: { planId: string }) {
  const t = useWords('incentives')
  const local = useLocal()
  const format = useFormat()
  const read = useRead(routes.readPlan, { planId })
  const [{ tab }, setSearch] = useSearch({ tab: 'terms' })
  const [open, setOpen] = useState<'edit' | 'on' | 'off' | null>(null)
  const data = read.data
  const plan = data?.plan
  const actions = data?.maySetUp && plan && (
    <>
      {plan.running && !plan.running.until && (
        <Button icon={Power} onPress={() => setOpen('off')}>
          {t('plan.switchOff')}
        </Button>
      )}
      <Button icon={Pencil} onPress={() => setOpen('edit')}>
        {t('plan.edit')}
      </Button>
      {plan.draft && (
        <Button variant="primary" icon={Power} onPress={() => setOpen('on')}>
          {t('plan.switchOn')}
        </Button>
      )}
    </>
  )
  return (
    <Page
      title={plan ? local(plan.name) : t('menu.plans')}
      backHref={hrefTo(manifest, 'plans')}
      marks={plan && <StateTag plan={plan} />}
      actions={actions || undefined}
    >
      <Await query={read} shape="cards">
        {({ plan: shown, versions, names, maySetUp }) => {
          const now = shown.running ?? shown.coming
          return (
            <Tabs
              label={local(shown.name)}
              value={tab}
              onChange={(next) => setSearch({ tab: next })}
              items={[
                {
                  id: 'terms',
                  title: t('plan.terms'),
                  content: (
                    <div className="flex max-w-4xl flex-col gap-4 pt-4">
                      {shown.note && <p className="text-muted">{shown.note}</p>}
                      {now && <TermsCard title={t('plan.inForce')} version={now} names={names} />}
                      {shown.draft && <TermsCard title={t('plan.draft')} version={shown.draft} names={names} />}
                    </div>
                  ),
                },
                ...(maySetUp
                  ? [
                      {
                        id: 'simulation',
                        title: t('plan.simulation'),
                        content: <Simulation planId={planId} hasDraft={shown.draft !== null} />,
                      },
                    ]
                  : []),
                {
                  id: 'versions',
                  title: t('plan.versions'),
                  count: versions.length,
                  content: (
                    <div className="max-w-5xl pt-4">
                      <Versions versions={versions} format={format.dateTime} />
                    </div>
                  ),
                },
              ]}
            />
          )
        }}
      </Await>
      {open === 'edit' && plan && <PlanSheet plan={plan} onClose={() => setOpen(null)} />}
      {(open === 'on' || open === 'off') && plan && (
        <SwitchDialog
          plan={plan}
          isOn={open === 'on'}
          earliest={data?.earliest ?? null}
          onClose={() => setOpen(null)}
        />
      )}
    </Page>
  )
}

function TermsCard(props: { title: string; version: TermsVersion; names: Record<string, Record<string, string>> }) {
  const t = useWords('incentives')
  const local = useLocal()
  const format = useFormat()
  const text = useTermsText()
  const { terms } = props.version
  const { positionIds, unitIds, responsibilityIds } = terms.participants
  const named = (ids: readonly string[]) => ids.map((id) => local(props.names[id]) || '?').join('、')
  const who = [named(unitIds), named(positionIds), named(responsibilityIds)].filter(Boolean).join(' · ')
  const sharing = terms.basis.kind === 'facts' ? terms.basis.sharing : { kind: 'actor' as const }
  const { basis } = terms
  const counted =
    basis.kind === 'indicator' ? `${local(props.names[basis.responsibilityId])} · ${basis.key}` : text.basis(basis)
  return (
    <Card title={props.title}>
      <Facts
        items={[
          { label: t('form.who'), value: who, isWide: true },
          { label: t('plans.basis'), value: counted },
          { label: t('plans.rule'), value: text.rule(terms.rule) },
          { label: t('form.most'), value: terms.mostFen === null ? t('form.noMost') : format.money(terms.mostFen) },
          { label: t('form.sharing'), value: t(`sharing.${sharing.kind}`) },
          { label: t('form.clawback'), value: t('form.months', { count: terms.clawbackMonths }) },
        ]}
      />
    </Card>
  )
}

function Versions({ versions, format }: { versions: readonly TermsVersion[]; format: (instant: string) => string }) {
  const t = useWords('incentives')
  const text = useTermsText()
  return (
    <SimpleTable
      caption={t('plan.versions')}
      rows={versions}
      rowKey={(one) => one.id}
      empty={t('plan.noVersions')}
      columns={[
        { title: t('plan.from'), isRowHeader: true, cell: (one) => `${one.from} – ${one.until ?? ''}` },
        { title: t('plans.rule'), cell: (one) => text.rule(one.terms.rule) },
        {
          title: t('plan.switchedOn'),
          cell: (one) => (one.switchedOnAt ? `${one.switcher ?? ''} · ${format(one.switchedOnAt)}` : ''),
        },
      ]}
    />
  )
}
