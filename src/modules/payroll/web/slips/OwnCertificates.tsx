import Download from 'lucide-react/icons/download'
import FileBadge from 'lucide-react/icons/file-badge-2'
import { Button, LinkButton } from '#ui/Button'
import { Card } from '#ui/Card'
import { download } from '#web/confirm'
import { useHref } from '#web/links'
import { useRead } from '#web/query'
import { useWords } from '#web/words'
import { routes } from '../../contract.ts'
import { CertificateLine } from './CertificateLine.tsx'

/** My income certificates, and the way to ask for one: a request that payroll approves. */
export function OwnCertificates() {
  const t = useWords('payroll')
  const href = useHref()
  const certificates = useRead(routes.listOwnCertificates, {})
  const askHref = href('flow.start')
  const rows = certificates.data?.rows ?? []
  return (
    <Card
      title={t('slips.certificates')}
      actions={
        askHref && (
          <LinkButton size="sm" icon={FileBadge} href={askHref}>
            {t('slips.certificateAsk')}
          </LinkButton>
        )
      }
    >
      {rows.length === 0 ? (
        <p className="text-muted">{t('slips.certificateNone')}</p>
      ) : (
        <ul className="divide-y divide-line">
          {rows.map((one) => (
            <CertificateLine key={one.id} certificate={one}>
              <Button
                size="sm"
                icon={Download}
                onPress={() => void download(routes.downloadOwnCertificate, { certificateId: one.id })}
              >
                {t('slips.download')}
              </Button>
            </CertificateLine>
          ))}
        </ul>
      )}
    </Card>
  )
}
