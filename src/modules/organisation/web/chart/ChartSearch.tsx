import { useMemo, useState } from 'react'
import { ComboBox } from '#ui/ComboBox'
import { useLocal, useWords } from '#web/words'
import type { ChartData } from '../../contract/chart.ts'

const mostFound = 20

type ChartSearchProps = { data: ChartData; onFind: (id: string) => void; isWide?: boolean }

/** Finds a box by title, name, pinyin, initials, code or number, and goes there. */
export function ChartSearch({ data, onFind, isWide }: ChartSearchProps) {
  const t = useWords('organisation')
  const local = useLocal()
  const [wanted, setWanted] = useState('')
  const isAsked = wanted.trim() !== ''
  const haystack = useMemo(
    () =>
      (isAsked ? data.nodes : []).map((node) =>
        [
          ...Object.values(node.title),
          ...node.people.flatMap(({ name, latinName }) => [name, latinName ?? '']),
          node.alsoFoundBy,
        ]
          .join(' ')
          .toLowerCase(),
      ),
    [data, isAsked],
  )
  const options = useMemo(() => {
    const words = wanted.trim().toLowerCase().split(/\s+/)
    const bare = words.join('')
    const found = []
    for (const [number, text] of haystack.entries()) {
      const isFound = words.every((word) => text.includes(word)) || text.replaceAll(' ', '').includes(bare)
      if (!isFound) continue
      const node = data.nodes[number]!
      const names = node.kind === 'person' ? '' : node.people.map(({ name }) => name).join(' ')
      found.push({ id: node.id, label: local(node.title), note: [names, local(node.note)].filter(Boolean).join(' · ') })
      if (found.length === mostFound) break
    }
    return found
  }, [wanted, haystack, data, local])
  return (
    <ComboBox
      label={t('screens.chart.find')}
      hideLabel
      placeholder={t('screens.chart.find')}
      options={options}
      onSearch={setWanted}
      value={null}
      onChange={(id) => id && onFind(id)}
      className={isWide ? 'w-full' : 'w-72'}
    />
  )
}
