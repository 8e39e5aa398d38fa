import { useMemo, useState } from 'react'
import Plus from 'lucide-react/icons/plus'
import { Button } from '../ui/Button.tsx'
import { FilterBar, noFilters, queryOf } from '../ui/FilterBar.tsx'
import type { Filter, FilterState } from '../ui/FilterBar.tsx'
import { Case, useSay } from './say.tsx'
import type { Say } from './say.tsx'
import { sampleUnits } from './units.ts'

export function FilterGroup() {
  const say = useSay()
  const filters = useMemo(() => sampleFilters(say), [say])
  const [state, setState] = useState<FilterState>(noFilters)
  const [filled, setFilled] = useState<FilterState>(someFilters)
  return (
    <>
      <Case name={say('空的筛选栏', 'Nothing filtered')}>
        <FilterBar
          id="kit-filter"
          filters={filters}
          state={state}
          onChange={setState}
          searchLabel={say('姓名 / 工号 / 手机', 'Name, number or phone')}
          count={say('共 369 人', '369 people')}
        >
          <Button variant="primary" icon={Plus}>
            {say('新增员工', 'Add person')}
          </Button>
        </FilterBar>
        <p className="font-mono text-xs text-muted" data-query="">
          /people?{new URLSearchParams(queryOf(state)).toString()}
        </p>
      </Case>
      <Case name={say('已有筛选', 'Filtered')}>
        <FilterBar
          id="kit-filled"
          filters={filters}
          state={filled}
          onChange={setFilled}
          searchLabel={say('搜索人员', 'Search people')}
          count={say('共 12 人', '12 people')}
        />
      </Case>
    </>
  )
}

const someFilters: FilterState = {
  search: '李',
  values: {
    state: ['active'],
    position: ['bd', 'qc', 'sales'],
    unit: ['east-1', 'finance'],
    since: { from: '2026-01-01', until: '2026-11-21' },
  },
}

function sampleFilters(say: Say): Filter[] {
  return [
    { kind: 'tree', id: 'unit', label: say('组织单元', 'Unit'), nodes: sampleUnits(say), isMany: true },
    {
      kind: 'choice',
      id: 'state',
      label: say('状态', 'Status'),
      options: [
        { id: 'active', label: say('在职', 'Active'), note: 331 },
        { id: 'probation', label: say('试用', 'Probation'), note: 26 },
        { id: 'left', label: say('离职', 'Left'), note: 12 },
      ],
    },
    {
      kind: 'choices',
      id: 'position',
      label: say('岗位', 'Position'),
      options: [
        ['bd', 'BD 专员', 'BD clerk', 'bdzy'],
        ['ops', '商家运营', 'Merchant operations', 'sjyy'],
        ['qc', '质检员', 'Inspector', 'zjy'],
        ['store', '仓库管理员', 'Storekeeper', 'ckgly'],
        ['sales', '销售经理', 'Sales manager', 'xsjl'],
        ['fe', '前端工程师', 'Front-end engineer', 'qdgcs'],
        ['hrbp', 'HRBP', 'HRBP', 'hrbp'],
        ['acc', '财务会计', 'Accountant', 'cwkj'],
        ['cs', '客服专员', 'Service clerk', 'kfzy'],
        ['fork', '叉车司机', 'Forklift driver', 'ccsj'],
        ['sew', '车缝工', 'Sewer', 'cfg'],
        ['buyer', '采购员', 'Buyer', 'cgy'],
      ].map(([id = '', zh = '', en = '', alsoFoundBy = '']) => ({ id, label: say(zh, en), alsoFoundBy })),
    },
    { kind: 'days', id: 'since', label: say('入职日期', 'Since') },
  ]
}
