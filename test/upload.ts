import type { Send } from '#test/world'

/** Uploads a file as somebody; gives its id. */
export async function uploadAs(
  send: Send,
  bytes: Uint8Array = onePixel,
  name = 'photo.png',
  type = 'image/png',
): Promise<string> {
  const boundary = '----remit'
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`
  const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)])
  const answer = await send('POST', '/files', body, { 'content-type': `multipart/form-data; boundary=${boundary}` })
  if (answer.status !== 200) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body.id
}

const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
)
