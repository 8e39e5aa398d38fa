import type { ReactNode } from 'react'
import RotateCcw from 'lucide-react/icons/rotate-ccw'
import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { Progress } from '#ui/Progress'
import { ProblemNote } from '#web/await'
import { isPassing } from '#web/problem'
import type { Read } from '#web/query'
import { useWords } from '#web/words'
import type { Preview } from '../contract.ts'

type Props = { preview: Read<Preview>; onRestart: () => void; children: (preview: Preview) => ReactNode }

/** While the server reads a long file; a file it refuses says why and leads back to another. */
export function PreviewWait({ preview, onRestart, children }: Props) {
  const t = useWords('transfer')
  if (preview.data) return children(preview.data)
  if (preview.error)
    return (
      <Card>
        <ProblemNote
          problem={preview.error}
          {...(isPassing(preview.error) ? { onAgain: () => void preview.refetch() } : {})}
        />
        <div className="flex justify-center">
          <Button icon={RotateCcw} variant="primary" onPress={onRestart}>
            {t('otherFile')}
          </Button>
        </div>
      </Card>
    )
  return (
    <Card>
      <div className="mx-auto flex max-w-md flex-col gap-2 py-8">
        <Progress label={t('reading')} showLabel />
        <p className="text-sm text-muted">{t('readingNote')}</p>
      </div>
    </Card>
  )
}
