import { useState } from 'react'
import { Sheet } from '#ui/Sheet'
import { Tabs } from '#ui/Tabs'
import { usePhone } from '#web/page'
import { useLocal, useWords } from '#web/words'
import type { FormulaTerm, PayItemVersion } from '../../contract.ts'
import { ItemForm } from './ItemForm.tsx'
import { ItemHistory } from './ItemHistory.tsx'

export type ItemSheetProps = {
  item?: PayItemVersion
  versions: readonly PayItemVersion[]
  names: readonly FormulaTerm[]
  /** The group shown in the list; null for all. */
  groupId: string | null
  mayEdit: boolean
  onClose: () => void
}

/** One item: a further version from a day on, a correction while no published run has used it, and its history. */
export default function ItemSheet(props: ItemSheetProps) {
  const { item, versions, mayEdit, onClose } = props
  const t = useWords('payroll')
  const local = useLocal()
  const isPhone = usePhone()
  const [tab, setTab] = useState(mayEdit ? 'change' : 'history')
  const timeline = item ? versions.filter((one) => one.code === item.code && one.groupId === item.groupId) : []
  const tabs = [
    ...(mayEdit ? [{ id: 'change', title: t('setup.change'), content: <ItemForm {...props} way="change" /> }] : []),
    ...(mayEdit && item && !item.isUsed
      ? [{ id: 'correct', title: t('setup.correct'), content: <ItemForm {...props} way="correct" /> }]
      : []),
    {
      id: 'history',
      title: t('setup.history'),
      content: <ItemHistory timeline={timeline} mayEdit={mayEdit} onDone={onClose} />,
    },
  ]
  return (
    <Sheet
      title={item ? local(item.name) : t('setup.addItem')}
      description={item?.code}
      isOpen
      size="lg"
      side={isPhone ? 'bottom' : 'right'}
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      {item ? (
        <Tabs look="pill" label={t('setup.item')} value={tab} onChange={setTab} items={tabs} />
      ) : (
        <ItemForm {...props} way="create" />
      )}
    </Sheet>
  )
}
