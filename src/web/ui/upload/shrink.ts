const longestPx = 1280
const mostBytes = 250_000
const qualities = [0.75, 0.6, 0.45]

/**
 * A photo no larger than 1280 px on its longer edge, as JPEG of quality 75; lower only where that is not enough to
 * bring it under 250 KB. Pictures that are small already, or that the browser
 * can't read, come back as they are: an upload must never fail because of the shrinking.
 */
export async function shrunk(file: File): Promise<File> {
  if (!/^image\/(jpeg|png|webp|heic|heif|bmp)$/.test(file.type)) return file
  const picture = await readPicture(file)
  if (!picture) return file
  const scale = Math.min(1, longestPx / Math.max(picture.width, picture.height))
  const width = Math.max(1, Math.round(picture.width * scale))
  const height = Math.max(1, Math.round(picture.height * scale))
  let blob: Blob | null = null
  for (const quality of qualities) {
    blob = await drawn(picture, width, height, quality)
    if (!blob || blob.size <= mostBytes) break
  }
  if ('close' in picture) picture.close()
  if (!blob || blob.size >= file.size) return file
  return new File([blob], file.name.replace(/\.\w+$/, '') + '.jpg', {
    type: 'image/jpeg',
    lastModified: file.lastModified,
  })
}

async function readPicture(file: File): Promise<ImageBitmap | HTMLImageElement | null> {
  try {
    // Turned as the camera says, or portrait photos of phones lie on their side.
    return await createImageBitmap(file, { imageOrientation: 'from-image' })
  } catch {
    return readByElement(file)
  }
}

// Old WebViews: no createImageBitmap for files, or no options for it.
async function readByElement(file: File): Promise<HTMLImageElement | null> {
  const url = URL.createObjectURL(file)
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    return image
  } catch {
    return null
  } finally {
    URL.revokeObjectURL(url)
  }
}

async function drawn(
  picture: ImageBitmap | HTMLImageElement,
  width: number,
  height: number,
  quality: number,
): Promise<Blob | null> {
  if (typeof OffscreenCanvas !== 'undefined') {
    const canvas = new OffscreenCanvas(width, height)
    const context = canvas.getContext('2d')
    if (context) {
      paint(context, picture, width, height)
      return canvas.convertToBlob({ type: 'image/jpeg', quality })
    }
  }
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d')
  if (!context) return null
  paint(context, picture, width, height)
  return new Promise((done) => canvas.toBlob(done, 'image/jpeg', quality))
}

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D

// JPEG has no see-through: without a ground a PNG with clear parts would turn black.
function paint(context: Context, picture: ImageBitmap | HTMLImageElement, width: number, height: number) {
  context.fillStyle = 'white'
  context.fillRect(0, 0, width, height)
  context.drawImage(picture, 0, 0, width, height)
}
