import { memo, type ReactNode } from 'react'
import { useDrag } from 'react-aria-components/useDrag'
import CornerDownRight from 'lucide-react/icons/corner-down-right'
import Plus from 'lucide-react/icons/plus'
import type { Step } from '#core/flow'
import { cx } from '../look.ts'
import { Icon } from '#ui/Icon'
import { useWords } from '#web/words'
import { rowsIn, type RowKey } from '../edit/tree.ts'
import { kindLooks } from '../kinds.ts'
import { summaryOf } from '../say/summary.ts'
import { Connector } from './Connector.tsx'
import { Item } from './Item.tsx'
import { dragType, useDeeds, useLook } from './marks.ts'
import { StepCard } from './StepCard.tsx'

/** A row of steps, one below the other. */
export function Steps({ steps, row, level }: { steps: readonly Step[]; row: RowKey; level: number }) {
  return steps.map((step, index) => (
    <StepItem key={step.id} step={step} row={row} index={index} count={steps.length} level={level} />
  ))
}

type StepItemProps = { step: Step; row: RowKey; index: number; count: number; level: number }

const StepItem = memo(function StepItem({ step, row, index, count, level }: StepItemProps) {
  const t = useWords('flow')
  const { names, isReadOnly } = useDeeds()
  const { icon, tone } = kindLooks[step.kind]
  const title = step.name || t(`designer.kinds.${step.kind}`)
  const summary = summaryOf(step, names, t)
  const isBlock = 'arms' in step || step.kind === 'loop'
  const isMandatory = 'mandatory' in step && step.mandatory
  const gate = (step.kind === 'approve' || step.kind === 'transact') && step.gate ? step.gate : undefined
  const card = (
    <StepCard
      id={step.id}
      icon={icon}
      tone={tone}
      title={title}
      summary={summary}
      isMandatory={isMandatory}
      gate={gate}
      isSmall={isBlock}
    >
      {'arms' in step && !isReadOnly && <AddArm blockId={step.id} />}
    </StepCard>
  )
  return (
    <Item
      id={step.id}
      level={level}
      place={[index + 1, count]}
      isExpanded={isBlock ? true : undefined}
      label={[t(`designer.kinds.${step.kind}`), step.name, summary].filter(Boolean).join(' ')}
      card={
        isReadOnly ? (
          card
        ) : (
          <Draggable id={step.id} text={title}>
            {card}
          </Draggable>
        )
      }
    >
      {isBlock && <Rows block={step} level={level + 1} />}
      <Connector place={{ row, index: index + 1 }} after={step.id} />
    </Item>
  )
})

function Rows({ block, level }: { block: Step; level: number }) {
  const { isPhone } = useDeeds()
  const t = useWords('flow')
  if (block.kind === 'loop')
    return (
      <div
        role="group"
        className={cx(
          'flex flex-col rounded-xl border border-dashed border-line-strong',
          isPhone ? 'mt-2 ml-3 items-stretch px-3' : 'items-center px-4',
        )}
      >
        {/* a place before the first step of the loop; the keys reach it as "first in the loop" */}
        <span role="presentation" className="contents">
          <Connector place={{ row: block.id, index: 0 }} after={block.id} />
        </span>
        <Steps steps={block.steps} row={block.id} level={level} />
        <p role="presentation" className="pb-2 text-center text-xs text-muted">
          ↺ {t('designer.tree.again')}
        </p>
      </div>
    )
  const rows = rowsIn(block)
  return (
    <div role="group" className={cx('relative flex', isPhone ? 'mt-1 ml-3 flex-col' : 'items-stretch pt-5')}>
      {!isPhone && <span aria-hidden="true" className="absolute top-0 left-1/2 h-5 w-px bg-line-strong" />}
      {rows.map((row, index) => (
        <ArmItem
          key={row.row}
          block={block}
          row={row.row}
          steps={row.steps}
          index={index}
          count={rows.length}
          level={level}
        />
      ))}
    </div>
  )
}

type ArmItemProps = {
  block: Step
  row: RowKey
  steps: readonly Step[]
  index: number
  count: number
  level: number
}

const ArmItem = memo(function ArmItem({ block, row, steps, index, count, level }: ArmItemProps) {
  const t = useWords('flow')
  const { names, isPhone } = useDeeds()
  const arm = 'arms' in block ? block.arms.find((one) => one.id === row) : undefined
  const isChoice = block.kind === 'branch' || block.kind === 'inclusive'
  const title = arm ? arm.name || t('designer.tree.arm', { number: index + 1 }) : t('designer.kinds.otherwise')
  const text = !arm
    ? t('designer.sum.otherwise')
    : isChoice
      ? arm.when
        ? names.condition(arm.when)
        : t('designer.sum.noCondition')
      : t('designer.sum.parallelArm')
  const isLast = index === count - 1
  return (
    <Item
      id={row}
      level={level}
      place={[index + 1, count]}
      isExpanded
      label={`${t('designer.kinds.arm')} ${title} ${text}`}
      className={
        isPhone
          ? 'border-l-2 border-line-strong pt-2 pl-3'
          : cx(
              'relative px-3',
              'before:absolute before:top-0 before:h-px before:bg-line-strong after:absolute after:bottom-0 after:h-px after:bg-line-strong',
              index === 0 ? 'before:left-1/2 after:left-1/2' : 'before:left-0 after:left-0',
              isLast ? 'before:right-1/2 after:right-1/2' : 'before:right-0 after:right-0',
            )
      }
      card={
        <>
          {!isPhone && <span aria-hidden="true" className="mx-auto block h-3 w-px bg-line-strong" />}
          <ArmCard id={row} title={title} text={text} isFirst={index + 1} isChoice={isChoice && Boolean(arm)} />
        </>
      }
    >
      <div role="group" className={cx('flex flex-1 flex-col', isPhone ? 'items-stretch' : 'items-center')}>
        <span role="presentation" className="contents">
          <Connector place={{ row, index: 0 }} after={row} />
        </span>
        <Steps steps={steps} row={row} level={level + 1} />
        {!isPhone && <span aria-hidden="true" className="w-px flex-1 bg-line-strong" />}
      </div>
    </Item>
  )
})

function AddArm({ blockId }: { blockId: string }) {
  const t = useWords('flow')
  const { addArm } = useDeeds()
  const { isCurrent } = useLook(blockId)
  return (
    <button
      type="button"
      tabIndex={isCurrent ? 0 : -1}
      onClick={(event) => {
        event.stopPropagation()
        addArm(blockId)
      }}
      className="mt-1 flex items-center gap-1 rounded-sm text-sm text-primary-text hover:underline touch:min-h-11"
    >
      <Icon as={Plus} size={14} />
      {t('designer.tree.addArm')}
    </button>
  )
}

type ArmCardProps = { id: string; title: string; text: string; isFirst: number; isChoice: boolean }

function ArmCard({ id, title, text, isFirst, isChoice }: ArmCardProps) {
  return (
    <StepCard
      id={id}
      icon={CornerDownRight}
      tone="gray"
      title={isChoice ? `${isFirst}. ${title}` : title}
      summary={text}
      isSmall
    />
  )
}

function Draggable({ id, text, children }: { id: string; text: string; children: ReactNode }) {
  const { drag } = useDeeds()
  const { dragProps } = useDrag({
    hasDragButton: true,
    getItems: () => [{ 'text/plain': text, [dragType]: id }],
    // the places to drop appear a moment later: a page that changes while a drag begins ends it in some browsers
    onDragStart: () => setTimeout(() => drag(id), 0),
    onDragEnd: () => drag(null),
    getAllowedDropOperations: () => ['move'],
  })
  return <div {...dragProps}>{children}</div>
}
