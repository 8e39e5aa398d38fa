import type { ReactNode } from 'react'
import type { IconShape } from './Icon.tsx'

/** One thing to choose in Select, ComboBox, RadioGroup and CheckboxGroup. */
export type Option = {
  id: string
  /** Also what is searched and read out. */
  label: string
  /** A second line or a number behind the label. */
  note?: ReactNode
  icon?: IconShape
  isDisabled?: boolean
  /** Options of one group stand together under this heading. */
  group?: string
  /** More words that find it in a ComboBox: pinyin, initials, number. */
  alsoFoundBy?: string
}

/** Keeps the order of first appearance; options without a group come as one nameless group. */
export function grouped(options: readonly Option[]): [string, Option[]][] {
  const groups = new Map<string, Option[]>()
  for (const option of options) {
    const group = groups.get(option.group ?? '')
    if (group) group.push(option)
    else groups.set(option.group ?? '', [option])
  }
  return [...groups]
}
