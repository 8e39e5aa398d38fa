import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { Tag } from '#ui/Tag'
import { useWords } from '#web/words'
import type { AlarmKind } from '../contract.ts'
import { toneOf } from './alarm-words.ts'

export function KindTag({ kind }: { kind: AlarmKind }) {
  const t = useWords('alarms')
  return (
    <Tag tone={toneOf(kind)} icon={TriangleAlert}>
      {t(`kind.${kind}`)}
    </Tag>
  )
}
