import CloudOff from 'lucide-react/icons/cloud-off'
import RotateCw from 'lucide-react/icons/rotate-cw'
import { useEffect } from 'react'
import { Button } from '#ui/Button'
import { Empty } from '#ui/Empty'
import { KitProvider } from '#ui/kit-words'
import { useLanguage, useWords } from '#web/words'

const againMs = 5_000

/** The server did not answer at all: says so and tries again by itself. */
export function Unreached() {
  const t = useWords('web')
  useEffect(() => {
    const timer = setInterval(() => {
      fetch('/healthz').then(
        (answer) => answer.ok && location.reload(),
        () => {},
      )
    }, againMs)
    return () => clearInterval(timer)
  }, [])
  return (
    <KitProvider language={useLanguage()}>
      <main className="flex min-h-screen items-center justify-center">
        <Empty
          icon={CloudOff}
          title={t('unreached.title')}
          description={t('unreached.why')}
          action={
            <Button icon={RotateCw} onPress={() => location.reload()}>
              {t('problem.again')}
            </Button>
          }
        />
      </main>
    </KitProvider>
  )
}
