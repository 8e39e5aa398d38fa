import Plus from 'lucide-react/icons/plus'
import type { FieldKind } from '#core/form'
import { Button } from '#ui/Button'
import { Menu } from '#ui/Menu'
import { useWords } from '#web/words'
import { kindGroups, kindIcons } from './kinds.ts'

/** The menu of all kinds of fields. */
export function AddField({ isFull, onAdd }: { isFull: boolean; onAdd: (kind: FieldKind) => void }) {
  const t = useWords('flow')
  return (
    <Menu
      label={t('form.design.add')}
      groups={kindGroups.map(({ id, kinds }) => ({
        title: t(`form.kindGroup.${id}`),
        items: kinds.map((kind) => ({
          id: kind,
          title: t(`form.kind.${kind}`),
          icon: kindIcons[kind],
          onAction: () => onAdd(kind),
        })),
      }))}
    >
      <Button icon={Plus} variant="soft" isBlock isDisabled={isFull}>
        {t('form.design.add')}
      </Button>
    </Menu>
  )
}
