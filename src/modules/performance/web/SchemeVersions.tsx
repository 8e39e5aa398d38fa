import { SimpleTable } from '#ui/SimpleTable'
import { Empty } from '#ui/Empty'
import { useFormat } from '#web/format'
import { useLocal, useWords } from '#web/words'
import type { SchemeVersion } from '../contract.ts'

/** What the scheme said when; nothing of it is ever rewritten. */
export function SchemeVersions({ versions }: { versions: readonly SchemeVersion[] }) {
  const t = useWords('performance')
  const local = useLocal()
  const f = useFormat()
  if (versions.length === 0) return <Empty title={t('schemes.never')} isSmall />
  return (
    <SimpleTable
      caption={t('scheme.versions')}
      rows={versions}
      rowKey={(version) => version.id}
      columns={[
        { title: t('schemes.version'), isRowHeader: true, cell: (version) => f.number(version.number) },
        { title: t('places.from'), cell: (version) => f.day(version.from) },
        {
          title: t('scheme.lines'),
          cell: (version) =>
            version.content.lines.map((line) => `${local(line.name)} ${f.percent(line.weightPermille)}`).join(' · '),
        },
        {
          title: t('scheme.levels'),
          cell: (version) =>
            version.content.levels.map((level) => `${level.code} ≥ ${level.fromHundredths / 100}`).join(' · '),
        },
      ]}
    />
  )
}
