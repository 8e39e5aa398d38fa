import { useMemo, useState } from 'react'
import { Tree } from '../ui/Tree.tsx'
import { TreeMultiSelect, TreeSelect } from '../ui/TreeSelect.tsx'
import { Card, Case, useSay } from './say.tsx'
import { sampleUnits } from './units.ts'

export function TreeGroup() {
  const say = useSay()
  const nodes = useMemo(() => sampleUnits(say), [say])
  const [one, setOne] = useState<string[]>(['east-1'])
  const [many, setMany] = useState<string[]>(['east-1', 'finance'])
  const [unit, setUnit] = useState<string | null>(null)
  const [units, setUnits] = useState<string[]>(['east-2', 'hr'])
  return (
    <div className="grid grid-cols-1 gap-6 lg:grid-cols-2">
      <Case name={say('单选', 'Choose one')}>
        <Card>
          <Tree
            label={say('组织', 'Organisation')}
            nodes={nodes}
            choose="one"
            chosen={one}
            onChoose={setOne}
            defaultExpanded={['group', 'east']}
          />
        </Card>
      </Case>
      <Case name={say('多选', 'Choose many')}>
        <Card>
          <Tree
            label={say('数据范围', 'Scope')}
            nodes={nodes}
            choose="many"
            chosen={many}
            onChoose={setMany}
            defaultExpanded={['group', 'east', 'east-1']}
          />
        </Card>
      </Case>
      <Case name={say('树选择框', 'Tree select')}>
        <TreeSelect
          label={say('所属单元', 'Unit')}
          nodes={nodes}
          value={unit}
          onChange={setUnit}
          isRequired
          description={say('岗位归属的组织单元', 'Where the position belongs')}
        />
        <TreeMultiSelect label={say('适用单元', 'Units')} nodes={nodes} value={units} onChange={setUnits} />
        <TreeSelect
          label={say('有错误', 'With an error')}
          nodes={nodes}
          value={null}
          onChange={setUnit}
          errorMessage={say('请选择所属单元', 'Choose a unit')}
        />
        <TreeSelect label={say('不可用', 'Disabled')} nodes={nodes} value="hr" onChange={setUnit} isDisabled />
      </Case>
      <Case name={say('空树', 'Empty')}>
        <Card>
          <Tree label={say('空', 'Empty')} nodes={none} empty={say('还没有组织单元', 'No units yet')} />
        </Card>
      </Case>
    </div>
  )
}

const none: [] = []
