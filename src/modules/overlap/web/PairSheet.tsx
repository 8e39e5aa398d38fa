import Split from 'lucide-react/icons/split'
import Undo2 from 'lucide-react/icons/undo-2'
import { Button, LinkButton } from '#ui/Button'
import { Facts } from '#ui/Facts'
import { Sheet } from '#ui/Sheet'
import { Tag } from '#ui/Tag'
import { Await } from '#web/await'
import { useFormat } from '#web/format'
import { useGo, useHref } from '#web/links'
import { usePhone } from '#web/page'
import { useCommand, useRead } from '#web/query'
import { useMay } from '#web/session'
import { useLanguage, useLocal, useWords } from '#web/words'
import { routes, type Pair } from '../contract.ts'
import { DecideForm } from './DecideForm.tsx'
import { PairMarks } from './PairMarks.tsx'
import { PairTexts } from './PairTexts.tsx'
import { saidIn } from './shared.ts'

/** One pair: both texts, why it was found, and what is decided about it. */
export function PairSheet({ pairId, onClose }: { pairId: string; onClose: () => void }) {
  const t = useWords('overlap')
  const isPhone = usePhone()
  const pair = useRead(routes.readPair, { pairId })
  return (
    <Sheet
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      side={isPhone ? 'bottom' : 'right'}
      size="lg"
      title={t('pair.title')}
      description={pair.data && <PairMarks pair={pair.data} />}
    >
      <Await query={pair} shape="form">
        {(found) => (
          <div className="flex flex-col gap-5">
            <PairTexts pair={found} isStacked={isPhone} />
            <Why pair={found} />
            {found.state !== 'open' && <Decided pair={found} mayDecide={found.mayDecide} />}
            {found.state === 'open' && found.mayDecide && (
              <DecideForm key={found.id} pair={found} siblings={found.siblings} onDone={onClose} />
            )}
            {found.state === 'open' && !found.mayDecide && <p className="text-sm text-muted">{t('decide.mayNot')}</p>}
          </div>
        )}
      </Await>
    </Sheet>
  )
}

function Why({ pair }: { pair: Pair }) {
  const t = useWords('overlap')
  const local = useLocal()
  const language = useLanguage()
  const { phrases } = saidIn(pair, language)
  return (
    <section className="flex flex-col gap-2">
      <h3 className="text-sm font-semibold">{t('pair.why')}</h3>
      {phrases.length > 0 && (
        <p className="flex flex-wrap gap-1.5">
          {phrases.map((phrase) => (
            <Tag key={`${phrase.inA.from}`} tone="amber">
              {phrase.text}
            </Tag>
          ))}
        </p>
      )}
      {pair.indicators.length > 0 && (
        <p className="text-sm">
          {t('sameIndicator', { count: pair.indicators.length })}
          {t('pair.colon')}
          {new Intl.ListFormat(language, { type: 'unit' }).format(pair.indicators.map(local))}
        </p>
      )}
      <p className="text-xs text-muted">{t('pair.byWords')}</p>
    </section>
  )
}

function Decided({ pair, mayDecide }: { pair: Pair; mayDecide: boolean }) {
  const t = useWords('overlap')
  const local = useLocal()
  const format = useFormat()
  const takeBack = useCommand(routes.takeBackDecision, { done: t('decide.takenBack') })
  const may = useMay()
  const href = useHref()
  const go = useGo()
  const draftHref = (draftId: string) => href('reorganisation.draft', { draftId })
  const openDraft = useCommand(routes.openDraftForPair, {
    done: t('draft.opened'),
    onDone: ({ draftId }) => {
      const there = draftHref(draftId)
      if (there) go(there)
    },
  })
  const { decision } = pair
  if (!decision) return null
  const items = [
    { label: t('decide.verdict'), value: t(`states.${decision.verdict}`) },
    ...(decision.lead ? [{ label: t('decide.lead'), value: local(decision.lead.name) }] : []),
    ...(decision.support ? [{ label: t('decide.support'), value: local(decision.support.name) }] : []),
    ...(decision.until ? [{ label: t('decide.until'), value: format.day(decision.until) }] : []),
    ...(decision.reason ? [{ label: t('decide.reason'), value: decision.reason }] : []),
    ...(decision.note ? [{ label: t('decide.note'), value: decision.note }] : []),
    { label: t('decide.by'), value: `${decision.decidedBy ?? '–'}, ${format.dateTime(decision.decidedAt)}` },
  ]
  return (
    <section className="flex flex-col gap-3">
      <h3 className="text-sm font-semibold">{t('decide.title')}</h3>
      <Facts items={items} columns={2} />
      <div className="flex flex-wrap gap-2">
        {decision.draftId && draftHref(decision.draftId) && (
          <LinkButton variant="primary" icon={Split} href={draftHref(decision.draftId) ?? ''}>
            {t('draft.go')}
          </LinkButton>
        )}
        {mayDecide && decision.verdict === 'same' && !decision.draftId && may('reorganisation.edit') && (
          <Button
            variant="primary"
            icon={Split}
            isPending={openDraft.isRunning}
            onPress={() => openDraft.run({ pairId: pair.id })}
          >
            {t('draft.open')}
          </Button>
        )}
        {mayDecide && (
          <Button icon={Undo2} isPending={takeBack.isRunning} onPress={() => takeBack.run({ pairId: pair.id })}>
            {t('decide.takeBack')}
          </Button>
        )}
      </div>
    </section>
  )
}
