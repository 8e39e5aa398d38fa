import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import type { Step } from '#core/flow'
import { cx } from './look.ts'
import { Popover } from '#ui/Popover'
import { Status, type StatusColor } from '#ui/Status'
import { Button as KitButton } from '#ui/Button'
import { useWords, type Say } from '#web/words'
import type { Proof, Proved } from './prove.ts'
import { titleOf, troubleText, type Trouble } from './say/problem.ts'
import type { Names } from './say/summary.ts'
import type { TotalLimit } from './say/total-limit.ts'

type BadgesProps = {
  proved: Proved
  isOld: boolean
  troubles: readonly Trouble[]
  steps: readonly Step[]
  names: Names
  /** Lights a way on the tree. */
  onShow: (path: readonly string[] | null) => void
  onChoose: (id: string) => void
}

/** What is proved of the flow, in words and colours; each opens what it means and where it shows. */
export function Badges(props: BadgesProps) {
  const { proved, isOld, troubles, steps } = props
  const t = useWords('flow')
  const of = (...kinds: string[]) => troubles.filter((one) => kinds.includes(one.kind))
  const counted = proved.proofs.filter((one) => one.state !== 'partly')
  const broken = counted.filter((one) => one.state !== 'kept')
  const badges: { id: string; color: StatusColor; figure?: string; list: ReactNode; path: readonly string[] | null }[] =
    [
      badge(
        'ends',
        of('deadlock', 'unsafe', 'no-completion', 'improper-completion', 'no-start', 'undecided'),
        proved.verdict,
      ),
      badge('dead', of('dead', 'never-chosen')),
      {
        id: 'promises',
        color: counted.length === 0 ? 'gray' : broken.length > 0 ? 'red' : 'green',
        ...(counted.length > 0 ? { figure: `${counted.length - broken.length}/${counted.length}` } : {}),
        path: broken.find((one) => one.path.length > 0)?.path ?? null,
        list: <Proofs {...props} />,
      },
      badge('people', of('no-such-person', 'nobody')),
      badge(
        'settings',
        of(
          'auto-pass',
          'parallel-writers',
          'bad-return',
          'unknown-step',
          'long-timer',
          'misread',
          'no-such-flow',
          'no-such-command',
          'no-such-field',
        ),
      ),
      {
        id: 'limit',
        color: proved.limit.unlimited.length > 0 ? 'amber' : 'green',
        path: null,
        figure: limitText(proved.limit, t),
        list: <Unlimited {...props} />,
      },
    ]
  function badge(id: string, found: readonly Trouble[], verdict?: string) {
    const isUnknown = verdict === 'unknown' || verdict === 'empty'
    const color: StatusColor = found.some((one) => one.blocks)
      ? 'red'
      : found.length > 0
        ? 'amber'
        : isUnknown
          ? 'gray'
          : 'green'
    return {
      id,
      color,
      ...(found.length > 0 ? { figure: String(found.length) } : {}),
      path: found.find((one) => one.path.length > 1)?.path ?? null,
      list: <Sentences {...props} troubles={found} fine={t(`designer.badges.${id}Fine`)} />,
    }
  }
  return (
    <div
      role="group"
      aria-label={t('designer.badges.label')}
      className={cx('flex flex-wrap gap-1.5', isOld && 'opacity-60')}
    >
      {badges.map((one) => (
        <Popover
          key={one.id}
          label={t(`designer.badges.${one.id}`)}
          onOpenChange={(isOpen) => isOpen && props.onShow(one.path)}
          trigger={
            <Button
              data-badge={one.id}
              data-color={one.color}
              className="flex min-h-control-sm items-center rounded-full border border-line bg-surface px-2.5 text-sm data-hovered:bg-hover touch:min-h-11"
            >
              <Status color={one.color} figure={one.figure}>
                {t(`designer.badges.${one.id}`)}
              </Status>
            </Button>
          }
        >
          {one.list}
        </Popover>
      ))}
      {proved.verdict === 'unknown' && steps.length > 0 && (
        <span className="self-center text-sm text-amber-text">{t('designer.badges.unknown')}</span>
      )}
    </div>
  )
}

type ListProps = BadgesProps & { fine: string }

function Sentences({ troubles, steps, names, fine, onShow, onChoose }: ListProps) {
  const t = useWords('flow')
  if (troubles.length === 0) return <p className="max-w-80">{fine}</p>
  return (
    <ul className="flex max-w-96 flex-col gap-2.5">
      {troubles.map((one) => (
        <li key={`${one.kind} ${one.element} ${one.with ?? ''}`} className="flex flex-col items-start gap-1">
          <span>{troubleText(one, steps, t, (key) => names.field(key)?.name || key)}</span>
          <span className="flex gap-1.5">
            <KitButton size="sm" variant="soft" onPress={() => onChoose(one.element)}>
              {t('designer.badges.open')}
            </KitButton>
            {one.path.length > 1 && (
              <KitButton size="sm" variant="quiet" onPress={() => onShow(one.path)}>
                {t('designer.badges.show')}
              </KitButton>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** Each promise as a sentence, with a way around it where it is broken. */
function Proofs({ proved, steps, onShow }: BadgesProps) {
  const t = useWords('flow')
  if (proved.proofs.length === 0) return <p className="max-w-80">{t('designer.badges.promisesNone')}</p>
  return (
    <ul className="flex max-w-96 flex-col gap-2.5">
      {proved.proofs.map((one) => (
        <li key={`${one.step} ${one.before}`}>
          <ProofLine proof={one} steps={steps} onShow={onShow} />
        </li>
      ))}
    </ul>
  )
}

type ProofLineProps = { proof: Proof; steps: readonly Step[]; onShow: (path: readonly string[]) => void }

export function ProofLine({ proof, steps, onShow }: ProofLineProps) {
  const t = useWords('flow')
  const facts = { step: titleOf(steps, proof.step, t), before: titleOf(steps, proof.before, t) }
  const color = ({ kept: 'green', partly: 'gray', broken: 'red', loose: 'red', lost: 'red', unknown: 'gray' } as const)[
    proof.state
  ]
  return (
    <div className="flex flex-col items-start gap-1">
      <span className="flex items-start gap-1.5">
        <span>
          <Status color={color} look="shape">
            {t(`designer.proofs.${proof.state}`)}
          </Status>
        </span>
        <span>{t(`designer.proofs.${proof.state}Sentence`, facts)}</span>
      </span>
      {proof.path.length > 0 && proof.state !== 'partly' && (
        <>
          <span className="text-sm text-muted">{proof.path.map((id) => titleOf(steps, id, t)).join(' → ')}</span>
          <KitButton size="sm" variant="soft" onPress={() => onShow(proof.path)}>
            {t('designer.badges.show')}
          </KitButton>
        </>
      )}
    </div>
  )
}

function Unlimited({ proved, steps, onChoose }: BadgesProps) {
  const t = useWords('flow')
  const { unlimited } = proved.limit
  return (
    <div className="flex max-w-80 flex-col items-start gap-2">
      <p>{t('designer.badges.limitSentence', { limit: limitText(proved.limit, t) })}</p>
      {unlimited.length > 0 && (
        <p className="text-muted">{t('designer.badges.unlimited', { count: unlimited.length })}</p>
      )}
      <div className="flex flex-wrap gap-1.5">
        {unlimited.slice(0, 12).map((id) => (
          <KitButton key={id} size="sm" variant="soft" onPress={() => onChoose(id)}>
            {titleOf(steps, id, t)}
          </KitButton>
        ))}
      </div>
    </div>
  )
}

/** The whole as people say it: working days of eight hours and what is left, then natural time. */
export function limitText({ workMinutes, minutes }: TotalLimit, t: Say): string {
  const parts = [
    [Math.floor(workMinutes / 480), 'workday'],
    [Math.ceil((workMinutes % 480) / 60), 'workhour'],
    [Math.floor(minutes / 1440), 'day'],
    [Math.ceil((minutes % 1440) / 60), 'hour'],
  ] as const
  const said = parts.filter(([count]) => count > 0).map(([count, unit]) => t(`designer.span.${unit}`, { count }))
  return said.join(' ') || t('designer.span.none')
}
