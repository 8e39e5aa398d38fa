import { UnitPicker, useUnitNodes } from '#screens/organisation'
import { TreeMultiSelect } from '#ui/TreeSelect'
import { useCommon } from './common.ts'
import { textIn, textsIn, type InputProps } from './input.ts'

export function UnitInput(props: InputProps) {
  const { field, value, onChange } = props
  const common = useCommon(props)
  if (!field.many) return <UnitPicker {...common} value={textIn(value) || null} onChange={onChange} />
  return <ManyUnits common={common} chosen={textsIn(value)} onChange={onChange} />
}

type ManyProps = {
  common: ReturnType<typeof useCommon>
  chosen: readonly string[]
  onChange: (ids: string[]) => void
}

function ManyUnits({ common, chosen, onChange }: ManyProps) {
  const nodes = useUnitNodes()
  return <TreeMultiSelect {...common} nodes={nodes} value={chosen} onChange={onChange} />
}
