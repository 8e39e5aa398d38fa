import { hrefTo } from '#web/links'
import { useMay } from '#web/session'
import { useWords } from '#web/words'
import { manifest } from '../manifest.ts'
import { FiguresPage } from './FiguresPage.tsx'

/** The figures of somebody I may see. */
export default function PersonFiguresScreen({ personId }: { personId: string }) {
  const t = useWords('indicators')
  const may = useMay()
  return (
    <FiguresPage
      personId={personId}
      title={(figures) => (figures ? t('person.title', { name: figures.name }) : t('menu.personFigures'))}
      {...(may('indicators.read-team') ? { backHref: hrefTo(manifest, 'board') } : {})}
    />
  )
}
