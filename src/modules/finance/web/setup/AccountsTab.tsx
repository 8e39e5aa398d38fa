import { useState } from 'react'
import BookText from 'lucide-react/icons/book-text'
import Plus from 'lucide-react/icons/plus'
import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { Empty } from '#ui/Empty'
import { SimpleTable } from '#ui/SimpleTable'
import { Tag } from '#ui/Tag'
import { Await } from '#web/await'
import { later } from '#web/later'
import { useCommand, useRead } from '#web/query'
import { useMay } from '#web/session'
import { useLocal, useWords } from '#web/words'
import { routes, type Account, type AccountRule } from '../../contract.ts'
import { useToday } from './today.ts'

const RuleSheet = later(async () => (await import('./RuleSheet.tsx')).RuleSheet)
const KindSheet = later(async () => (await import('./KindSheet.tsx')).KindSheet)
const AccountSheet = later(async () => (await import('./AccountSheet.tsx')).AccountSheet)
const EndRule = later(async () => (await import('./EndRule.tsx')).EndRule)

type Open =
  | { what: 'rule' }
  | { what: 'kind' }
  | { what: 'account'; account: Account | null }
  | { what: 'end'; rule: AccountRule }

export function AccountsTab() {
  const t = useWords('finance')
  const may = useMay()
  const mayEdit = may('finance.set-up')
  const today = useToday()
  const read = useRead(routes.readAccounts, {})
  const take = useCommand(routes.takeDefaultChart, {
    done: ({ accounts, rules }) => t('setUp.taken', { accounts, rules }),
  })
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => setOpen(null)
  const takeChart = mayEdit && (
    <Button
      variant="primary"
      isPending={take.isRunning}
      onPress={() => take.run({ from: `${today.slice(0, 4)}-01-01` })}
    >
      {t('setUp.takeChart')}
    </Button>
  )
  return (
    <Await query={read}>
      {({ accounts, rules }) =>
        accounts.length === 0 ? (
          <Empty
            icon={BookText}
            title={t('setUp.noAccounts')}
            description={t('setUp.noAccountsNote')}
            action={takeChart}
          />
        ) : (
          <div className="flex flex-col gap-4">
            <Card
              isFlush
              title={t('setUp.rules')}
              description={t('setUp.rulesNote')}
              actions={
                mayEdit && (
                  <span className="flex flex-wrap gap-2">
                    <Button size="sm" onPress={() => setOpen({ what: 'kind' })}>
                      {t('setUp.byUnit')}
                    </Button>
                    <Button size="sm" icon={Plus} onPress={() => setOpen({ what: 'rule' })}>
                      {t('setUp.addRule')}
                    </Button>
                  </span>
                )
              }
            >
              <Rules
                rules={rules}
                accounts={accounts}
                onEnd={mayEdit ? (rule) => setOpen({ what: 'end', rule }) : undefined}
              />
            </Card>
            <Card
              isFlush
              title={t('setUp.chart')}
              actions={
                mayEdit && (
                  <Button size="sm" icon={Plus} onPress={() => setOpen({ what: 'account', account: null })}>
                    {t('setUp.addAccount')}
                  </Button>
                )
              }
            >
              <Accounts
                accounts={accounts}
                onEdit={mayEdit ? (account) => setOpen({ what: 'account', account }) : undefined}
              />
            </Card>
            {open?.what === 'rule' && <RuleSheet accounts={accounts} onClose={close} />}
            {open?.what === 'kind' && <KindSheet onClose={close} />}
            {open?.what === 'account' && <AccountSheet account={open.account} onClose={close} />}
            {open?.what === 'end' && <EndRule rule={open.rule} onClose={close} />}
          </div>
        )
      }
    </Await>
  )
}

const classNames = new Set(['wages', 'social', 'fund', 'employer-items', 'deductions', 'tax', 'net'])

type RulesProps = {
  rules: readonly AccountRule[]
  accounts: readonly Account[]
  onEnd: ((rule: AccountRule) => void) | undefined
}

function Rules({ rules, accounts, onEnd }: RulesProps) {
  const t = useWords('finance')
  const local = useLocal()
  const named = new Map(accounts.map(({ code, name }) => [code, local(name)]))
  return (
    <SimpleTable
      isFlush
      caption={t('setUp.rules')}
      rows={rules}
      rowKey={(rule) => rule.id}
      empty={t('setUp.noRules')}
      columns={[
        { title: t('setUp.use'), cell: (rule) => <Tag tone="sky">{t(`uses.${rule.use}`)}</Tag> },
        {
          title: t('setUp.key'),
          isRowHeader: true,
          cell: (rule) => (classNames.has(rule.key) ? t(`classes.${rule.key}`) : rule.key),
        },
        {
          title: t('setUp.where'),
          cell: (rule) =>
            [local(rule.unitName), local(rule.familyName)].filter(Boolean).join(' · ') || t('vouchers.everywhere'),
        },
        { title: t('columns.account'), cell: (rule) => `${rule.account} ${named.get(rule.account) ?? ''}` },
        { title: t('setUp.from'), cell: (rule) => (rule.until ? `${rule.from} – ${rule.until}` : rule.from) },
        {
          title: '',
          align: 'end',
          cell: (rule) =>
            onEnd &&
            rule.until === null && (
              <Button size="sm" variant="quiet" onPress={() => onEnd(rule)}>
                {t('setUp.end')}
              </Button>
            ),
        },
      ]}
    />
  )
}

function Accounts({
  accounts,
  onEdit,
}: {
  accounts: readonly Account[]
  onEdit: ((account: Account) => void) | undefined
}) {
  const t = useWords('finance')
  const local = useLocal()
  return (
    <SimpleTable
      isFlush
      caption={t('setUp.chart')}
      rows={accounts}
      rowKey={(account) => account.code}
      columns={[
        { title: t('columns.account'), widthPx: 140, isRowHeader: true, cell: (account) => account.code },
        { title: t('columns.accountName'), cell: (account) => local(account.name) },
        { title: '', cell: (account) => !account.isActive && <Tag tone="gray">{t('setUp.inactive')}</Tag> },
        {
          title: '',
          align: 'end',
          cell: (account) =>
            onEdit && (
              <Button size="sm" variant="quiet" onPress={() => onEdit(account)}>
                {t('setUp.edit')}
              </Button>
            ),
        },
      ]}
    />
  )
}
