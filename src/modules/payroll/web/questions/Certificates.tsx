import Download from 'lucide-react/icons/download'
import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { Empty } from '#ui/Empty'
import { Await } from '#web/await'
import { download } from '#web/confirm'
import { useRead } from '#web/query'
import { useWords } from '#web/words'
import { routes } from '../../contract.ts'
import { CertificateLine } from '../slips/CertificateLine.tsx'

/** Approved certificates of everybody, to be printed and sealed; each file taken is audited. */
export function Certificates() {
  const t = useWords('payroll')
  const certificates = useRead(routes.listCertificates, {})
  return (
    <Await query={certificates} shape="lines">
      {({ rows }) =>
        rows.length === 0 ? (
          <Empty title={t('slips.certificateNone')} />
        ) : (
          <Card>
            <ul className="divide-y divide-line">
              {rows.map((one) => (
                <CertificateLine key={one.id} certificate={{ ...one, purpose: `${one.personName} · ${one.purpose}` }}>
                  <Button
                    size="sm"
                    icon={Download}
                    onPress={() => void download(routes.downloadCertificate, { certificateId: one.id })}
                  >
                    {t('slips.download')}
                  </Button>
                </CertificateLine>
              ))}
            </ul>
          </Card>
        )
      }
    </Await>
  )
}
