import { Suspense } from 'react'
import { Card } from '#ui/Card'
import { Facts } from '#ui/Facts'
import { Sheet } from '#ui/Sheet'
import { Skeleton } from '#ui/Skeleton'
import { Tag } from '#ui/Tag'
import { useBoundModules } from '#web/contributions'
import { hrefTo, Link } from '#web/links'
import { useMay } from '#web/session'
import { sayIn, useLocal, useWords } from '#web/words'
import { usePhone } from '#web/page'
import { markTones } from '../../chart-card.ts'
import type { ChartNode } from '../../contract/chart.ts'
import { manifest } from '../../manifest.ts'
import { PersonName } from '../PersonName.tsx'
import { SeatCount } from '../SeatCount.tsx'
import { PersonSeats } from './PersonSeats.tsx'
import { PositionLines } from './PositionLines.tsx'

export type ChartDrawerProps = {
  node: ChartNode
  on: string
  /** Tells only what stands in the box, and asks the server nothing. */
  isPlain?: boolean
  onClose: () => void
}

/** The card of a box: who sits there, the lines through it, and what modules add about a position. */
export function ChartDrawer({ node, on, isPlain, onClose }: ChartDrawerProps) {
  const t = useWords('organisation')
  const local = useLocal()
  const isPhone = usePhone()
  const isKnown = !isPlain && node.mark !== 'removed'
  return (
    <Sheet
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      side={isPhone ? 'bottom' : 'right'}
      size="md"
      title={local(node.title)}
      description={
        <span className="flex flex-wrap items-center gap-2">
          {node.unitKind ? t(`unitKinds.${node.unitKind}`) : local(node.note)}
          {node.isLead && <Tag tone="blue">{t('screens.positions.lead')}</Tag>}
          {node.mark && <Tag tone={markTones[node.mark]}>{t(`screens.chart.marks.${node.mark}`)}</Tag>}
        </span>
      }
      footer={isPlain ? undefined : <DrawerLink node={node} on={on} />}
    >
      <div className="flex flex-col gap-4">
        {node.changes && node.changes.length > 0 && (
          <ul className="list-disc rounded-md bg-sunken py-2 pr-3 pl-7 text-sm">
            {node.changes.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
        )}
        {node.kind !== 'person' && (
          <Facts
            items={[
              {
                label: t(node.kind === 'unit' ? 'screens.units.seatsBelow' : 'screens.units.seats'),
                value: <SeatCount headcount={node.headcount} seated={node.seated} />,
              },
              {
                label: t(node.kind === 'unit' ? 'screens.units.leaders' : 'screens.positions.holders'),
                value: node.people.length > 0 && <Sitters node={node} />,
              },
            ]}
          />
        )}
        {node.kind === 'position' && isKnown && <PositionParts positionId={node.id} on={on} />}
        {node.kind === 'person' && isKnown && <PersonSeats personId={node.id} on={on} />}
      </div>
    </Sheet>
  )
}

function DrawerLink({ node, on }: { node: ChartNode; on: string }) {
  const t = useWords('organisation')
  if (node.kind === 'person') return <PersonName id={node.id} name={t('screens.chart.openPerson')} />
  const href =
    node.kind === 'unit'
      ? hrefTo(manifest, 'units', {}, { unit: node.id, on: on || null })
      : hrefTo(manifest, 'position', { positionId: node.id }, { on: on || null })
  return <Link href={href}>{t(node.kind === 'unit' ? 'screens.chart.openUnit' : 'screens.chart.openPosition')}</Link>
}

function Sitters({ node }: { node: ChartNode }) {
  const t = useWords('organisation')
  return (
    <ul>
      {node.people.map(({ personId, name, latinName, kind }) => (
        <li key={personId}>
          <PersonName id={personId} name={name} latinName={latinName} />
          {kind !== 'main' && <span className="ml-1.5 text-sm text-muted">{t(`assignmentKinds.${kind}`)}</span>}
        </li>
      ))}
    </ul>
  )
}

function PositionParts({ positionId, on }: { positionId: string; on: string }) {
  const may = useMay()
  const parts = useBoundModules().flatMap(({ name, positionParts = [] }) =>
    positionParts.filter(({ permission }) => may(permission)).map((part) => ({ ...part, module: name })),
  )
  return (
    <>
      <PositionLines positionId={positionId} on={on} />
      {parts.map(({ key, module, Part }) => (
        <Card key={`${module}.${key}`} title={sayIn(module)(`chart.${key}`)} isFlush>
          <Suspense fallback={<Skeleton shape="lines" />}>
            <Part positionId={positionId} on={on} />
          </Suspense>
        </Card>
      ))}
    </>
  )
}
