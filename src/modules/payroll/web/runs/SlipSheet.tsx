import { useState } from 'react'
import ArrowLeft from 'lucide-react/icons/arrow-left'
import { Button } from '#ui/Button'
import { Sheet } from '#ui/Sheet'
import { Await } from '#web/await'
import { usePhone } from '#web/page'
import { useCommand, useRead } from '#web/query'
import { useMay } from '#web/session'
import { useWords } from '#web/words'
import { routes, type PayRun, type RunLine, type RunSlip } from '../../contract.ts'
import { WhyLine } from '../why/WhyLine.tsx'
import { SlipBody } from './SlipBody.tsx'
import { SlipLock } from './SlipLock.tsx'

/** One person's result as a drawer: what was found, each line with last month's, and why it is what it is. */
export function SlipSheet({ run, slipId, onClose }: { run: PayRun; slipId: string; onClose: () => void }) {
  const t = useWords('payroll')
  const may = useMay()
  const isPhone = usePhone()
  const [line, setLine] = useState<RunLine | null>(null)
  const [isLocking, setLocking] = useState(false)
  const slip = useRead(routes.readRunSlip, { runId: run.id, slipId }, { keep: true })
  const again = useCommand(routes.calculateSlip, { done: t('runs.done.slip') })
  const { data } = slip
  const isOpen = (run.state === 'draft' || run.state === 'calculated') && !run.isLocked
  const mayChange = data !== undefined && may('payroll.run') && isOpen && line === null
  return (
    <Sheet
      isOpen
      size="lg"
      side={isPhone ? 'bottom' : 'right'}
      onOpenChange={(open) => !open && onClose()}
      title={data ? t('runs.slipTitle', { name: data.personName, period: data.period }) : t('runs.person')}
      {...(data ? { description: data.personNumber } : {})}
      {...(mayChange
        ? {
            footer: (
              <>
                <Button onPress={() => setLocking(true)}>{t(data.isLocked ? 'runs.do.unlock' : 'runs.do.lock')}</Button>
                {!data.isLocked && (
                  <Button isPending={again.isRunning} onPress={() => again.run({ runId: run.id, slipId })}>
                    {t('runs.slipAgain')}
                  </Button>
                )}
              </>
            ),
          }
        : {})}
    >
      <Await query={slip} shape="lines">
        {(found: RunSlip) =>
          line ? (
            <div className="flex flex-col gap-3">
              <div>
                <Button size="sm" variant="quiet" icon={ArrowLeft} onPress={() => setLine(null)}>
                  {found.personName}
                </Button>
              </div>
              <WhyLine slip={found} line={line} />
            </div>
          ) : (
            <SlipBody slip={found} currency={run.currency} onOpen={setLine} />
          )
        }
      </Await>
      {isLocking && data && <SlipLock slip={data} onClose={() => setLocking(false)} />}
    </Sheet>
  )
}
