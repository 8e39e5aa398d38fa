import type { ReactNode } from 'react'
import { useFormat } from '#web/format'
import { useWords } from '#web/words'
import type { PayCertificate } from '../../contract.ts'
import { periodText } from './period-text.ts'

export function CertificateLine({ certificate, children }: { certificate: PayCertificate; children: ReactNode }) {
  const t = useWords('payroll')
  const f = useFormat()
  const { number, purpose, months, untilMonth, approvedAt } = certificate
  return (
    <li className="flex items-center gap-3 py-2">
      <span className="min-w-0 flex-1">
        <span className="block">
          {number} · {purpose}
        </span>
        <span className="block text-sm text-muted">
          {t('slips.certificateOf', { from: months, until: periodText(untilMonth, t) })} · {f.dateTime(approvedAt)}
        </span>
      </span>
      {children}
    </li>
  )
}
