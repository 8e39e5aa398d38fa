import { useState } from 'react'
import { OrgChart } from '#screens/organisation'
import { RadioGroup } from '#ui/Radio'
import { Await } from '#web/await'
import { useFormat } from '#web/format'
import { usePhone } from '#web/page'
import { addressOf, useRead } from '#web/query'
import { useWords } from '#web/words'
import { routes, type DraftDetail } from '../contract.ts'

/** The chart with the draft carried out, its differences marked. */
export function ChartTab({ draft }: { draft: DraftDetail }) {
  const t = useWords('reorganisation')
  const f = useFormat()
  const isPhone = usePhone()
  const [of, setOf] = useState<'unit' | 'position'>('unit')
  const chart = useRead(routes.readDraftChart, { draftId: draft.id, of }, { keep: true })
  return (
    <div className="flex flex-col gap-3">
      <RadioGroup
        label={t('chart.of')}
        hideLabel
        look="segments"
        value={of}
        onChange={(value) => setOf(value as 'unit' | 'position')}
        options={[
          { id: 'unit', label: t('chart.unit') },
          { id: 'position', label: t('chart.position') },
        ]}
      />
      <Await query={chart} shape="cards">
        {(data) => (
          <div
            className={
              isPhone ? '' : 'h-[calc(100vh-17rem)] min-h-96 overflow-hidden rounded-lg border border-line bg-surface'
            }
          >
            <OrgChart
              key={of}
              label={`${draft.name} · ${t(`chart.${of}`)}`}
              data={data}
              on={draft.day}
              hasCard={draft.state === 'applied'}
              note={t('draft.takesEffect', { day: f.day(draft.day) })}
              fileName={draft.name}
              pdfHref={(level, paper) => addressOf(routes.printDraftChart, { draftId: draft.id, of, level, paper })}
            />
          </div>
        )}
      </Await>
    </div>
  )
}
