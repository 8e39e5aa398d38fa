import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { Icon } from '#ui/Icon'
import { useWords } from '#web/words'
import type { DraftDetail } from '../contract.ts'

/** Why a draft could not be carried out when its day came. */
export function HeldBack({ draft }: { draft: DraftDetail }) {
  const t = useWords('reorganisation')
  if (!draft.heldBack) return null
  return (
    <section className="rounded-lg border border-red-line bg-red-soft p-4 text-red-text">
      <h2 className="flex items-center gap-2 font-semibold">
        <Icon as={TriangleAlert} />
        {t('draft.heldBack')}
      </h2>
      <ul className="mt-2 list-disc pl-6">
        {draft.heldBack.map((why) => (
          <li key={why}>{why}</li>
        ))}
      </ul>
      <p className="mt-2">{t('draft.heldBackNote')}</p>
    </section>
  )
}
