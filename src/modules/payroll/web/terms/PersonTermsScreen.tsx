import { usePersonName } from '#screens/organisation'
import { Card } from '#ui/Card'
import { Await } from '#web/await'
import { hrefTo } from '#web/links'
import { Page } from '#web/page'
import { useRead } from '#web/query'
import { useWords } from '#web/words'
import { routes } from '../../contract.ts'
import { manifest } from '../../manifest.ts'
import { TermsOf } from './TermsOf.tsx'

/** A person's pay on a page of its own: where a line of a slip leads. */
export default function PersonTermsScreen({ personId }: { personId: string }) {
  const t = useWords('payroll')
  const called = usePersonName()
  const terms = useRead(routes.readTerms, { personId })
  return (
    <Page
      title={terms.data ? called(terms.data) : t('menu.terms')}
      description={terms.data?.number}
      backHref={hrefTo(manifest, 'terms')}
    >
      <div className="mx-auto w-full max-w-3xl">
        <Card>
          <Await query={terms} shape="lines">
            {(read) => <TermsOf terms={read} />}
          </Await>
        </Card>
      </div>
    </Page>
  )
}
