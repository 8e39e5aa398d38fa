import * as z from 'zod'

/** At least one language, each text 1 to `maxLength` characters. */
export function localText(maxLength = 200) {
  return z
    .record(z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/), z.string().trim().min(1).max(maxLength))
    .refine((text) => Object.keys(text).length > 0, { message: 'at least one language' })
}
