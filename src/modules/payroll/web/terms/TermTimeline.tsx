import FilePen from 'lucide-react/icons/file-pen'
import Undo2 from 'lucide-react/icons/undo-2'
import { Button } from '#ui/Button'
import { Facts } from '#ui/Facts'
import { Timeline } from '#ui/Timeline'
import { useFormat } from '#web/format'
import { useCommand, useRead } from '#web/query'
import { useSession } from '#web/session'
import { useLocal, useWords } from '#web/words'
import { routes, type TermVersion } from '../../contract.ts'

type Props = { versions: readonly TermVersion[]; mayEdit: boolean; onCorrect: (version: TermVersion) => void }

export function TermTimeline({ versions, mayEdit, onCorrect }: Props) {
  const t = useWords('payroll')
  const f = useFormat()
  const today = useSession().tenant?.today ?? ''
  const withdraw = useCommand(routes.withdrawTerms, { done: t('setup.withdrawn') })
  return (
    <Timeline
      label={t('setup.history')}
      entries={versions.map((version, at) => ({
        id: version.id,
        title: <strong>{f.money(version.wageFen)}</strong>,
        time: version.until ? `${version.from} – ${version.until}` : t('terms.sinceDay', { from: version.from }),
        isAhead: version.from > today,
        tone: version.from <= today && (version.until === null || version.until > today) ? 'green' : 'gray',
        children: (
          <div className="flex flex-col gap-2">
            <TermFacts version={version} />
            {mayEdit && (
              <span className="flex flex-wrap gap-2">
                <Button size="sm" icon={FilePen} onPress={() => onCorrect(version)}>
                  {t('setup.correct')}
                </Button>
                {at === 0 && version.from > today && (
                  <Button
                    size="sm"
                    variant="danger-quiet"
                    icon={Undo2}
                    onPress={() => withdraw.run({ id: version.id })}
                  >
                    {t('setup.withdraw')}
                  </Button>
                )}
              </span>
            )}
          </div>
        ),
      }))}
    />
  )
}

/** Everything of a version but the wage. */
function TermFacts({ version }: { version: TermVersion }) {
  const t = useWords('payroll')
  const f = useFormat()
  const local = useLocal()
  const groups = useRead(routes.listGroups, {}).data ?? []
  const group = groups.find(({ id }) => id === version.groupId)
  const { all, insurance = all, fund = all } = version.bases
  const standing = (['isFirstJob', 'hasFull60000', 'isNonResident'] as const).filter((key) => version.standing[key])
  const items = [
    { label: t('setup.group'), value: local(group?.name) },
    { label: t('terms.city'), value: version.city ?? group?.city },
    ...Object.entries(version.amounts).map(([name, amount]) => ({ label: name, value: `¥${amount}` })),
    { label: t('terms.insuranceBase'), value: insurance === undefined ? t('terms.byWage') : f.money(insurance) },
    { label: t('terms.fundBase'), value: fund === undefined ? t('terms.byWage') : f.money(fund) },
    ...Object.entries(version.rates).map(([scheme, rate]) => ({
      label: t('terms.rateOf', { scheme: t(`parameters.kinds.${scheme}`) }),
      value: `${percent(rate.employee)} / ${percent(rate.employer)}`,
    })),
    ...(version.excepted.length > 0
      ? [
          {
            label: t('terms.excepted'),
            value: version.excepted.map((scheme) => t(`parameters.kinds.${scheme}`)).join('、'),
          },
        ]
      : []),
    ...(standing.length > 0
      ? [{ label: t('terms.standing'), value: standing.map((key) => t(`terms.${key}`)).join('、') }]
      : []),
    ...(version.reason ? [{ label: t('terms.reason'), value: version.reason, isWide: true }] : []),
  ]
  return <Facts items={items} />
}

function percent(share: string): string {
  return `${Number((Number(share) * 100).toFixed(4))} %`
}
