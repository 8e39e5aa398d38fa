import { useEffect, useImperativeHandle, useRef, useState, type PointerEvent, type Ref } from 'react'

export type SignaturePadHandle = { clear: () => void }
type Props = {
  label: string
  /** The drawing kept before, shown until something new is drawn. */
  keptId: string
  /** Called once the hand rests, with the whole drawing. */
  onDrawn: (drawing: Blob) => void
  ref: Ref<SignaturePadHandle>
}

const restMs = 700

/** Draws with mouse, finger or pen. Dark ink on white in both themes: it is kept as a picture and printed. */
export function SignaturePad({ label, keptId, onDrawn, ref }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const last = useRef<{ x: number; y: number } | null>(null)
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [isDrawn, setDrawn] = useState(false)
  useEffect(() => () => clearTimeout(rest.current), [])
  useImperativeHandle(ref, () => ({
    clear() {
      clearTimeout(rest.current)
      const own = canvas.current
      own?.getContext('2d')?.clearRect(0, 0, own.width, own.height)
      setDrawn(false)
    },
  }))
  const begin = (event: PointerEvent<HTMLCanvasElement>) => {
    clearTimeout(rest.current)
    event.currentTarget.setPointerCapture(event.pointerId)
    if (!isDrawn) sized(event.currentTarget)
    setDrawn(true)
    last.current = placeOf(event)
    draw(event)
  }
  const draw = (event: PointerEvent<HTMLCanvasElement>) => {
    const from = last.current
    const pen = event.currentTarget.getContext('2d')
    if (!from || !pen) return
    const to = placeOf(event)
    pen.lineWidth = 2.5 * (event.currentTarget.width / event.currentTarget.clientWidth)
    pen.lineCap = 'round'
    pen.strokeStyle = 'black'
    pen.beginPath()
    pen.moveTo(from.x, from.y)
    pen.lineTo(to.x, to.y + 0.01)
    pen.stroke()
    last.current = to
  }
  const end = () => {
    if (!last.current) return
    last.current = null
    clearTimeout(rest.current)
    rest.current = setTimeout(() => canvas.current?.toBlob((blob) => blob && onDrawn(blob), 'image/png'), restMs)
  }
  return (
    <div className="relative h-36 overflow-hidden rounded-lg border border-line-control bg-white touch:h-44">
      {keptId && !isDrawn && <img src={`/api/files/${keptId}`} alt={label} className="size-full object-contain" />}
      <span aria-hidden="true" className="absolute inset-x-6 bottom-8 border-b border-dashed border-line-strong" />
      <canvas
        ref={canvas}
        aria-label={label}
        role="img"
        onPointerDown={begin}
        onPointerMove={draw}
        onPointerUp={end}
        onPointerCancel={end}
        className="absolute inset-0 size-full cursor-crosshair touch-none"
      />
    </div>
  )
}

/** As many points as the screen has, so that the line is not blurred. */
function sized(canvas: HTMLCanvasElement) {
  const scale = Math.min(2, window.devicePixelRatio || 1)
  canvas.width = Math.round(canvas.clientWidth * scale)
  canvas.height = Math.round(canvas.clientHeight * scale)
}

function placeOf({ currentTarget: canvas, nativeEvent }: PointerEvent<HTMLCanvasElement>) {
  const scale = canvas.width / canvas.clientWidth
  return { x: nativeEvent.offsetX * scale, y: nativeEvent.offsetY * scale }
}
