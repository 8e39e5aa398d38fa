import CircleCheckBig from 'lucide-react/icons/circle-check-big'
import { Button, LinkButton } from '#ui/Button'
import { Card } from '#ui/Card'
import { Empty } from '#ui/Empty'
import { useWords } from '#web/words'
import type { ImportRun } from '../contract.ts'
import { usePlaceOf } from './kinds.ts'

/** What has changed, and the way to it. */
export function DoneStep({ run, onAgain }: { run: ImportRun; onAgain: () => void }) {
  const t = useWords('transfer')
  const href = usePlaceOf(run.kind)
  return (
    <Card>
      <Empty
        icon={CircleCheckBig}
        title={t('done.title', { name: run.fileName })}
        description={t('done.counts', { created: run.created, updated: run.updated, unchanged: run.unchanged })}
        action={
          <>
            <Button onPress={onAgain}>{t('done.again')}</Button>
            {href && (
              <LinkButton variant="primary" href={href}>
                {t('done.look')}
              </LinkButton>
            )}
          </>
        }
      />
    </Card>
  )
}
