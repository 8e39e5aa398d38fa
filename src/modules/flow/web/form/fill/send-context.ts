import { createContext } from 'react'
import type { SendFile } from '#ui/Upload'
import { sendFile } from '#web/upload'

export type Sent = { readonly id: string }

/** How files of a form travel. A preview keeps them to itself. */
export const SendContext = createContext<SendFile<Sent>>(sendFile)
