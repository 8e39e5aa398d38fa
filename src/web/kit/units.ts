import Building from 'lucide-react/icons/building-2'
import type { TreeNode } from '../ui/tree-nodes.ts'
import type { Say } from './say.tsx'

/** An invented company to walk through. */
export function sampleUnits(say: Say): TreeNode[] {
  const region = (id: string, zh: string, en: string, count: number): TreeNode => ({
    id,
    label: say(zh, en),
    note: count,
    children: [1, 2, 3].map((n) => ({
      id: `${id}-${n}`,
      label: say(`${zh}${'一二三'[n - 1]}科`, `${en} section ${n}`),
      note: Math.round(count / 3),
      children: [1, 2].map((m) => ({
        id: `${id}-${n}-${m}`,
        label: say(`${'甲乙'[m - 1]}组`, `Team ${'AB'[m - 1]}`),
        note: Math.round(count / 6),
      })),
    })),
  })
  return [
    {
      id: 'group',
      label: say('宏达集团', 'Hongda Group'),
      icon: Building,
      note: 369,
      children: [
        region('east', '华东大区', 'East region', 96),
        region('south', '华南大区', 'South region', 72),
        region('works', '制造一部', 'Works one', 120),
        { id: 'finance', label: say('财务部', 'Finance'), note: 18 },
        { id: 'hr', label: say('人力资源部', 'Human resources'), note: 12 },
        { id: 'old', label: say('已撤销部门', 'Closed unit'), note: 0, isDisabled: true },
      ],
    },
  ]
}
