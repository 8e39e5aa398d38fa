import Check from 'lucide-react/icons/check'
import Download from 'lucide-react/icons/download'
import MessageCircleQuestion from 'lucide-react/icons/message-circle-question'
import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { Menu } from '#ui/Menu'
import { download } from '#web/confirm'
import { useFormat } from '#web/format'
import { useCommand } from '#web/query'
import { useWords } from '#web/words'
import { routes, type SlipDetail } from '../../contract.ts'
import { OwnQuestions } from '../questions/OwnQuestions.tsx'

const slipLanguages = ['zh-CN', 'en'] as const

/** What one does with a payslip: confirm having received it, take it along, ask. */
export function SlipDeeds({ slip, onAsk }: { slip: SlipDetail; onAsk: () => void }) {
  const t = useWords('payroll')
  const f = useFormat()
  const confirm = useCommand(routes.confirmSlip, { done: t('slips.confirmDone') })
  return (
    <>
      <Card>
        <div className="flex flex-wrap items-center gap-2">
          {slip.confirmedAt ? (
            <p className="mr-auto text-muted">{t('slips.confirmed', { day: f.dateTime(slip.confirmedAt) })}</p>
          ) : (
            <Button
              variant="primary"
              icon={Check}
              isPending={confirm.isRunning}
              onPress={() => confirm.run({ slipId: slip.id })}
            >
              {t('slips.confirm')}
            </Button>
          )}
          <Button icon={MessageCircleQuestion} onPress={onAsk}>
            {t('slips.ask')}
          </Button>
          <Menu
            label={t('slips.download')}
            groups={[
              {
                items: slipLanguages.map((language) => ({
                  id: language,
                  title: t('slips.downloadIn', { language: t(`slips.languages.${language}`) }),
                  onAction: () => void download(routes.downloadOwnSlip, { slipId: slip.id, language }),
                })),
              },
            ]}
          >
            <Button icon={Download}>{t('slips.download')}</Button>
          </Menu>
        </div>
        {!slip.confirmedAt && <p className="mt-2 text-sm text-muted">{t('slips.confirmWhy')}</p>}
      </Card>
      <OwnQuestions slipId={slip.id} />
    </>
  )
}
