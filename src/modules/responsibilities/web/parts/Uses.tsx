import type { ReactNode } from 'react'
import { Card } from '#ui/Card'
import { Await } from '#web/await'
import { hrefTo, Link, useHref } from '#web/links'
import { useRead } from '#web/query'
import { sayIn, useLocal, useWords } from '#web/words'
import { routes, type Use } from '../../contract.ts'
import { manifest } from '../../manifest.ts'
import { Nothing } from './Nothing.tsx'

/** Everything that stands on the responsibility: what is made of it, and what tasks, boards and others have of it. */
export function Uses({ responsibilityId, day }: { responsibilityId: string; day: string }) {
  const t = useWords('responsibilities')
  const local = useLocal()
  const href = useHref()
  const read = useRead(routes.readUses, { responsibilityId, ...(day ? { day } : {}) })
  return (
    <Card title={t('fields.uses')}>
      <Await query={read} shape="lines">
        {({ positions, units, people, wholes, uses }) =>
          positions.length + units.length + people.length + wholes.length + uses.length === 0 ? (
            <Nothing>{t('uses.none')}</Nothing>
          ) : (
            <dl className="flex flex-col gap-2 text-sm">
              <Line title={t('uses.positions', { count: positions.length })} isShown={positions.length > 0}>
                {positions.map(({ id, title, unitName }) => {
                  const to = href('organisation.position', { positionId: id, id })
                  const name = `${local(title)} · ${local(unitName)}`
                  return <li key={id}>{to ? <Link href={to}>{name}</Link> : name}</li>
                })}
              </Line>
              <Line title={t('uses.units', { count: units.length })} isShown={units.length > 0}>
                {units.map(({ id, name }) => (
                  <li key={id}>{local(name)}</li>
                ))}
              </Line>
              <Line title={t('uses.people', { count: people.length })} isShown={people.length > 0}>
                {people.length > mostNames ? null : <li>{people.map(({ name }) => name).join(', ')}</li>}
              </Line>
              <Line title={t('uses.wholes', { count: wholes.length })} isShown={wholes.length > 0}>
                {wholes.map(({ id, name }) => (
                  <li key={id}>
                    <Link href={hrefTo(manifest, 'responsibility', { responsibilityId: id })}>{local(name)}</Link>
                  </li>
                ))}
              </Line>
              {uses.map((use) => (
                <Line key={`${use.kind}${local(use.name)}`} title={local(use.name)} isShown>
                  <li className="text-muted">{said(use)}</li>
                </Line>
              ))}
            </dl>
          )
        }
      </Await>
    </Card>
  )
}

const mostNames = 12

function said({ kind, count }: Use): string {
  const dot = kind.indexOf('.')
  return sayIn(kind.slice(0, dot))(`uses.${kind.slice(dot + 1)}`, { count })
}

function Line({ title, isShown, children }: { title: string; isShown: boolean; children: ReactNode }) {
  if (!isShown) return null
  return (
    <div>
      <dt className="font-medium">{title}</dt>
      <dd>
        <ul>{children}</ul>
      </dd>
    </div>
  )
}
