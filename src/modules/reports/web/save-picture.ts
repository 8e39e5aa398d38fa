/** Above this browsers give an empty picture. */
const mostPixels = 40_000_000
const carried = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'font-size',
  'font-family',
  'font-weight',
  'opacity',
]

/** Hands the chart inside an element to the browser as a PNG, twice as sharp as on the screen, on the page's own ground. */
export async function savePicture(place: HTMLElement, fileName: string): Promise<boolean> {
  const chart = place.querySelector<SVGSVGElement>('svg[role=img]')
  if (!chart) return false
  const { width, height } = chart.getBoundingClientRect()
  const image = new Image()
  const source = URL.createObjectURL(new Blob([textOf(chart, width, height)], { type: 'image/svg+xml' }))
  try {
    image.src = source
    await image.decode()
    const scale = Math.min(2, Math.sqrt(mostPixels / Math.max(1, width * height)))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(width * scale)
    canvas.height = Math.round(height * scale)
    const pen = canvas.getContext('2d')
    if (!pen) return false
    pen.fillStyle = getComputedStyle(document.body).backgroundColor
    pen.fillRect(0, 0, canvas.width, canvas.height)
    pen.drawImage(image, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'))
    if (!blob) return false
    const link = document.createElement('a')
    link.href = URL.createObjectURL(blob)
    link.download = `${fileName}.png`
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
    return true
  } finally {
    URL.revokeObjectURL(source)
  }
}

/** Outside of the page there are no tokens: what the page's styles give is written into each mark. */
function textOf(chart: SVGSVGElement, width: number, height: number): string {
  const copy = chart.cloneNode(true) as SVGSVGElement
  const [shown, copied] = [chart, copy].map((one) => [one, ...one.querySelectorAll<SVGElement>('*')])
  shown?.forEach((mark, at) => {
    const style = getComputedStyle(mark)
    for (const name of carried) copied?.[at]?.style.setProperty(name, style.getPropertyValue(name))
  })
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height))
  return new XMLSerializer().serializeToString(copy)
}
