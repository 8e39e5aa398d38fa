import { hrefTo } from '#web/links'
import { useMay } from '#web/session'
import { useWords } from '#web/words'
import { manifest } from '../manifest.ts'
import { EarningsPage } from './EarningsPage.tsx'

/** What somebody's results brought, down to each fact: where an amount of pay opens. */
export default function EarningsScreen({ personId }: { personId: string }) {
  const t = useWords('incentives')
  const may = useMay()
  return (
    <EarningsPage
      personId={personId}
      title={(name) => (name ? t('mine.titleOf', { name }) : t('title'))}
      {...(may('incentives.read-plans') ? { backHref: hrefTo(manifest, 'settlement') } : {})}
    />
  )
}
