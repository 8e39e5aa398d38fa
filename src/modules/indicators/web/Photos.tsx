import { routes as base } from '#contract/base'
import { addressOf } from '#web/query'
import { useWords } from '#web/words'
import type { Fact } from '../contract.ts'

/** Small pictures of the work; each opens in its size. */
export function Photos({ photos }: { photos: Fact['photos'] }) {
  const t = useWords('indicators')
  if (photos.length === 0) return null
  return (
    <span className="flex gap-1.5">
      {photos.map((photo) => {
        const address = addressOf(base.downloadFile, { fileId: photo.id })
        return (
          <a
            key={photo.id}
            href={address}
            target="_blank"
            rel="noreferrer"
            aria-label={t('fact.photo', { name: photo.name })}
          >
            <img src={address} alt="" loading="lazy" className="size-10 rounded-md border border-line object-cover" />
          </a>
        )
      })}
    </span>
  )
}
