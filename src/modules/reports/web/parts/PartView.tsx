import type { PartAsk } from '../../contract.ts'
import type { Asked } from '../asked.ts'
import { BoardPart } from './BoardPart.tsx'
import { FactsPart } from './FactsPart.tsx'
import { FigurePart } from './FigurePart.tsx'
import { RankingPart } from './RankingPart.tsx'
import { PersonPart, UnitPart } from './ReportPart.tsx'
import { TrendPart } from './TrendPart.tsx'
import { WorkloadPart } from './WorkloadPart.tsx'

type Props = { part: PartAsk; asked: Asked; title?: string | undefined }

/** One part of a dashboard. Each reads by itself, under the rights of who looks. */
export function PartView({ part, asked, title }: Props) {
  if (part.kind === 'figure') return <FigurePart asked={asked} figure={part.figure} title={title} />
  if (part.kind === 'trend') return <TrendPart asked={asked} title={title} />
  if (part.kind === 'ranking') return <RankingPart asked={asked} title={title} />
  if (part.kind === 'board') return <BoardPart asked={asked} title={title} />
  if (part.kind === 'workload') return <WorkloadPart asked={asked} title={title} limit={20} />
  if (part.kind === 'facts') return <FactsPart asked={asked} factKind={part.factKind} title={title} />
  if (part.kind === 'person') return <PersonPart asked={asked} title={title} />
  return <UnitPart asked={asked} title={title} />
}
