/** Prints one part of the page alone: in a frame of its own, where no menu cuts the paper off. */
export async function printElement(element: HTMLElement): Promise<void> {
  const frame = document.createElement('iframe')
  frame.setAttribute('aria-hidden', 'true')
  // as wide as the paper: narrower, the phone's layout would be drawn
  frame.style.cssText = 'position:fixed;left:-9999px;top:0;width:794px;height:1123px;border:0'
  document.body.append(frame)
  const inside = frame.contentDocument
  if (!inside) return
  inside.title = document.title
  const sheets = [...document.querySelectorAll('link[rel=stylesheet], style')].map((sheet) => sheet.cloneNode(true))
  const loaded = sheets
    .filter((sheet) => sheet instanceof HTMLLinkElement)
    .map((sheet) => new Promise((done) => ['load', 'error'].forEach((event) => sheet.addEventListener(event, done))))
  inside.head.append(...sheets)
  inside.body.style.background = 'white'
  inside.body.append(element.cloneNode(true))
  await Promise.all(loaded)
  frame.contentWindow?.addEventListener('afterprint', () => frame.remove())
  frame.contentWindow?.print()
}
