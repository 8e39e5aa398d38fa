import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { Await } from '#web/await'
import { useCommand, useRead } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes } from '../contract.ts'

/** Who sat somewhere in the period and is judged by no scheme: nobody is forgotten in silence. */
export function WithoutScheme({ roundId, mayAdd }: { roundId: string; mayAdd: boolean }) {
  const t = useWords('performance')
  const local = useLocal()
  const without = useRead(routes.listWithoutScheme, { roundId, limit: 20 })
  const add = useCommand(routes.addMissing, { done: (output) => t('without.added', { count: output.added }) })
  return (
    <Card
      title={t('without.title')}
      description={t('without.lead')}
      actions={
        mayAdd && (
          <Button size="sm" isPending={add.isRunning} onPress={() => add.run({ roundId })}>
            {t('without.add')}
          </Button>
        )
      }
    >
      <Await query={without} shape="lines">
        {(found) =>
          found.total === 0 ? (
            <p className="text-muted">{t('without.none')}</p>
          ) : (
            <>
              <ul className="divide-y divide-line">
                {found.rows.map((row) => (
                  <li key={row.id} className="flex justify-between gap-3 py-1.5">
                    <span>
                      {row.name} <span className="text-sm text-muted">{row.number}</span>
                    </span>
                    <span className="text-sm text-muted">{row.unitName ? local(row.unitName) : ''}</span>
                  </li>
                ))}
              </ul>
              {found.total > found.rows.length && (
                <p className="mt-2 text-sm text-muted">
                  {t('without.more', { count: found.total - found.rows.length })}
                </p>
              )}
            </>
          )
        }
      </Await>
    </Card>
  )
}
