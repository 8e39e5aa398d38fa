import Car from 'lucide-react/icons/car'
import Cog from 'lucide-react/icons/cog'
import FolderKanban from 'lucide-react/icons/folder-kanban'
import Handshake from 'lucide-react/icons/handshake'
import Package from 'lucide-react/icons/package'
import ReceiptText from 'lucide-react/icons/receipt-text'
import Store from 'lucide-react/icons/store'
import TagIcon from 'lucide-react/icons/tag'
import Truck from 'lucide-react/icons/truck'
import type { IconShape } from '#ui/Icon'
import { Tag } from '#ui/Tag'
import { useRead } from '#web/query'
import { useLocal } from '#web/words'
import { routes } from '../contract.ts'

export const signs: Readonly<Record<string, IconShape>> = {
  handshake: Handshake,
  'receipt-text': ReceiptText,
  package: Package,
  truck: Truck,
  'folder-kanban': FolderKanban,
  cog: Cog,
  store: Store,
  car: Car,
  tag: TagIcon,
}

/** What the types are called, and their signs. */
export function useSubjectTypes() {
  const local = useLocal()
  const { data } = useRead(routes.listSubjectTypes, {})
  const types = data?.types ?? []
  const byKey = new Map(types.map((type) => [type.key, type]))
  return {
    types,
    nameOf: (key: string) => local(byKey.get(key)?.name) || key,
    signOf: (key: string) => signs[byKey.get(key)?.icon ?? 'tag'] ?? TagIcon,
  }
}

/** The type of a subject, with its sign. */
export function SubjectMark({ type }: { type: string }) {
  const { nameOf, signOf } = useSubjectTypes()
  return (
    <Tag icon={signOf(type)} isOutlined>
      {nameOf(type)}
    </Tag>
  )
}
