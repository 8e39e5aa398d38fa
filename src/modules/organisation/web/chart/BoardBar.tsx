import ChevronsDownUp from 'lucide-react/icons/chevrons-down-up'
import Download from 'lucide-react/icons/download'
import LayoutTemplate from 'lucide-react/icons/layout-template'
import type { Arrangement, Layout } from '#core/chart'
import { Button } from '#ui/Button'
import { Menu } from '#ui/Menu'
import { useWords } from '#web/words'
import { ChartSearch } from './ChartSearch.tsx'
import type { OrgChartProps } from './OrgChart.tsx'
import type { ChartCards } from './use-chart-cards.ts'
import type { Folding } from './use-folding.ts'

export type BoardBarProps = OrgChartProps & {
  folding: Folding
  layout: Layout
  cards: ChartCards
  arrangement: Arrangement
  onArrangement: (arrangement: Arrangement) => void
  onLevel: (level: number) => void
  onFind: (id: string) => void
}

const arrangements = ['down', 'right', 'list'] as const

/** Above the chart: find, what the page adds, and how it lies, how deep it is open, and how it leaves. */
export function BoardBar(props: BoardBarProps) {
  const { data, folding, tools, arrangement, onArrangement, onLevel, onFind } = props
  const t = useWords('organisation')
  return (
    <div className="flex flex-wrap items-center gap-2 px-page py-2.5">
      <ChartSearch data={data} onFind={onFind} />
      {tools}
      <div className="ml-auto flex gap-2">
        <Menu
          label={t('screens.chart.level')}
          placement="bottom end"
          groups={[
            {
              items: levelsFor(folding.levels).map((level) => ({
                id: String(level),
                title:
                  level === folding.levels ? t('screens.chart.levelAll') : t('screens.chart.levelTo', { count: level }),
                onAction: () => onLevel(level),
              })),
            },
          ]}
        >
          <Button icon={ChevronsDownUp}>{t('screens.chart.level')}</Button>
        </Menu>
        <Menu
          label={t('screens.chart.arrangement')}
          placement="bottom end"
          groups={[
            {
              items: arrangements.map((one) => ({
                id: one,
                title: t(`screens.chart.arrangements.${one}`),
                isChosen: one === arrangement,
                onAction: () => onArrangement(one),
              })),
            },
          ]}
        >
          <Button icon={LayoutTemplate}>{t(`screens.chart.arrangements.${arrangement}`)}</Button>
        </Menu>
        <ExportMenu {...props} />
      </div>
    </div>
  )
}

function ExportMenu(props: BoardBarProps) {
  const { label, note = '', fileName = 'chart', data, folding, layout, cards, legend = [], pdfHref } = props
  const t = useWords('organisation')
  const save = async (kind: 'svg' | 'png') => {
    const { saveChart } = await import('./save-chart.ts')
    await saveChart(kind, { heading: { title: label, note }, fileName, data, folding, layout, cards, legend, say: t })
  }
  const deepest = levelsShown(folding, layout)
  return (
    <Menu
      label={t('screens.chart.export')}
      placement="bottom end"
      groups={[
        {
          title: t('screens.chart.asShown'),
          items: [
            { id: 'svg', title: t('screens.chart.svg'), onAction: () => void save('svg') },
            { id: 'png', title: t('screens.chart.png'), onAction: () => void save('png') },
          ],
        },
        {
          title: t('screens.chart.pages'),
          items: pdfHref
            ? (['a4', 'a3'] as const).map((paper) => ({
                id: paper,
                title: t(`screens.chart.pdf.${paper}`),
                onAction: () => {
                  location.assign(pdfHref(deepest, paper))
                },
              }))
            : [],
        },
      ]}
    >
      <Button icon={Download}>{t('screens.chart.export')}</Button>
    </Menu>
  )
}

/** Every level of a low tree; of a high one those at the top, and all. */
function levelsFor(levels: number): number[] {
  return [...new Set([...Array.from({ length: Math.min(levels, 6) }, (_none, at) => at + 1), levels])]
}

function levelsShown({ forest }: Folding, layout: Layout): number {
  return layout.numbers.reduce((deepest, number) => Math.max(deepest, forest.depth[number]! + 1), 1)
}
