import { useWords } from '#web/words'

/** A drawn name. */
export function SignatureImage({ fileId }: { fileId: string }) {
  const t = useWords('flow')
  return (
    <img
      src={`/api/files/${fileId}`}
      alt={t('request.signature')}
      loading="lazy"
      className="h-14 w-auto self-start rounded-sm border border-line bg-white"
    />
  )
}
