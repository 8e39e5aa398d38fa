import { Tabs } from '#ui/Tabs'
import { useSearch } from '#web/links'
import { Page } from '#web/page'
import { useWords } from '#web/words'
import { AccountsTab } from './AccountsTab.tsx'
import { BankTemplatesTab } from './BankTemplatesTab.tsx'
import { CostCentresTab } from './CostCentresTab.tsx'
import { TaxTemplatesTab } from './TaxTemplatesTab.tsx'

/** Accounts and their rules, cost centres, and the templates of files. */
export default function SetUpScreen() {
  const t = useWords('finance')
  const [search, setSearch] = useSearch({ tab: 'accounts' })
  return (
    <Page title={t('menu.setUp')} description={t('setUp.lead')}>
      <Tabs
        label={t('menu.setUp')}
        value={search.tab}
        onChange={(tab) => setSearch({ tab })}
        items={[
          { id: 'accounts', title: t('setUp.accounts'), content: <AccountsTab /> },
          { id: 'centres', title: t('setUp.centres'), content: <CostCentresTab /> },
          { id: 'bank', title: t('setUp.bank'), content: <BankTemplatesTab /> },
          { id: 'tax', title: t('setUp.tax'), content: <TaxTemplatesTab /> },
        ]}
      />
    </Page>
  )
}
