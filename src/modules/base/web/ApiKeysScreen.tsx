import { useState } from 'react'
import KeyRound from 'lucide-react/icons/key-round'
import Plus from 'lucide-react/icons/plus'
import { Button } from '#ui/Button'
import { Empty } from '#ui/Empty'
import { Link } from '#ui/Link'
import { SimpleTable } from '#ui/SimpleTable'
import { Tag } from '#ui/Tag'
import { Await } from '#web/await'
import { useFormat } from '#web/format'
import { Page } from '#web/page'
import { useCommand, useRead } from '#web/query'
import { useWords } from '#web/words'
import { routes, type ApiKey } from '../contract.ts'
import { NewKey } from './NewKey.tsx'

/** Keys for other systems: what each may do, until when. */
export default function ApiKeysScreen() {
  const t = useWords('base')
  const keys = useRead(routes.listApiKeys, {})
  const [isMaking, setMaking] = useState(false)
  return (
    <Page
      title={t('menu.apiKeys')}
      description={
        <>
          {t('screens.apiKeys.why')}{' '}
          <Link isInText href="/api/docs">
            {t('menu.apiDocs')}
          </Link>
        </>
      }
      mainAction={
        <Button variant="primary" icon={Plus} onPress={() => setMaking(true)}>
          {t('screens.apiKeys.make')}
        </Button>
      }
    >
      <Await
        query={keys}
        empty={<Empty icon={KeyRound} title={t('screens.apiKeys.none')} description={t('screens.apiKeys.next')} />}
      >
        {(rows) => <KeyTable rows={rows} />}
      </Await>
      {isMaking && <NewKey onClose={() => setMaking(false)} />}
    </Page>
  )
}

function KeyTable({ rows }: { rows: readonly ApiKey[] }) {
  const t = useWords('base')
  const f = useFormat()
  const [now] = useState(() => Date.now())
  const revoke = useCommand(routes.revokeApiKey, { done: t('screens.apiKeys.revoked') })
  const stateOf = (key: ApiKey) => {
    if (key.revokedAt) return 'revoked'
    return key.expiresAt && Date.parse(key.expiresAt) < now ? 'over' : 'live'
  }
  return (
    <SimpleTable
      caption={t('menu.apiKeys')}
      rows={rows}
      rowKey={(key) => key.id}
      columns={[
        { title: t('screens.apiKeys.name'), cell: (key) => key.name, isRowHeader: true },
        {
          title: t('screens.apiKeys.state'),
          cell: (key) => <Tag tone={tones[stateOf(key)]}>{t(`screens.apiKeys.states.${stateOf(key)}`)}</Tag>,
        },
        {
          title: t('screens.apiKeys.permissions'),
          cell: (key) => <span className="text-sm break-all text-muted">{key.permissions.join(', ')}</span>,
        },
        { title: t('screens.apiKeys.by'), cell: (key) => `${key.createdBy ?? '—'} · ${f.day(key.createdAt)}` },
        { title: t('screens.apiKeys.until'), cell: (key) => (key.expiresAt ? f.day(key.expiresAt) : '—') },
        {
          title: '',
          align: 'end',
          cell: (key) =>
            stateOf(key) === 'live' && (
              <Button
                size="sm"
                variant="danger-quiet"
                isPending={revoke.input?.keyId === key.id}
                onPress={() => revoke.run({ keyId: key.id })}
              >
                {t('screens.apiKeys.revoke')}
              </Button>
            ),
        },
      ]}
    />
  )
}

const tones = { live: 'green', over: 'gray', revoked: 'red' } as const
