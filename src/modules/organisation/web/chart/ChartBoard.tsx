import { useLocal } from '#web/words'
import type { OrgChartProps } from './OrgChart.tsx'

export default function ChartBoard({ data, label }: OrgChartProps) {
  const local = useLocal()
  return (
    <ul aria-label={label}>
      {data.nodes.map((node) => (
        <li key={node.id}>{local(node.title)}</li>
      ))}
    </ul>
  )
}
