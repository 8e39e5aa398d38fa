import Plus from 'lucide-react/icons/plus'
import { usualCurve, type Line, type SchemeContent } from '#core/performance'
import { Button } from '#ui/Button'
import { useFormat } from '#web/format'
import { useWords } from '#web/words'
import { LineEditor } from './LineEditor.tsx'

type Props = {
  content: SchemeContent
  names: Readonly<Record<string, Readonly<Record<string, string>>>>
  onChange: (patch: Partial<SchemeContent>) => void
}

/** The lines of a scheme; what their weights come to stands below them. */
export function LinesEditor({ content, names, onChange }: Props) {
  const t = useWords('performance')
  const f = useFormat()
  const { lines } = content
  const sum = lines.reduce((all, line) => all + line.weightPermille, 0)
  const set = (at: number, line: Line | null) =>
    onChange({ lines: lines.flatMap((one, n) => (n === at ? (line ? [line] : []) : [one])) })
  const add = () => {
    const taken = new Set(lines.map((line) => line.key))
    const number = Array.from({ length: 31 }, (_none, n) => n + 1).find((n) => !taken.has(`line-${n}`)) ?? 1
    const line: Line = {
      key: `line-${number}`,
      name: { 'zh-CN': '新的考核项', en: 'New line' },
      weightPermille: Math.max(1, 1000 - sum),
      source: { kind: 'manual' },
      curve: usualCurve,
      missing: 'spread',
    }
    onChange({ lines: [...lines, line] })
  }
  return (
    <div className="flex flex-col gap-4">
      {lines.map((line, at) => (
        <LineEditor
          key={line.key}
          line={line}
          names={names}
          isOnly={lines.length === 1}
          onChange={(changed) => set(at, changed)}
        />
      ))}
      <div className="flex items-center justify-between gap-3">
        <Button icon={Plus} onPress={add}>
          {t('lines.add')}
        </Button>
        <p className={sum === 1000 ? 'text-muted' : 'font-semibold text-amber-text'}>
          {t('lines.sum', { percent: f.percent(sum) })}
        </p>
      </div>
    </div>
  )
}
