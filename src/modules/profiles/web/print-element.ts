/** Prints one part of the page alone: in a frame of its own, where no menu cuts the paper off. */
export async function printElement(element: HTMLElement): Promise<void> {
  const frame = document.createElement('iframe')
  frame.setAttribute('aria-hidden', 'true')
  frame.style.cssText = 'position:fixed;right:0;bottom:0;width:0;height:0;border:0'
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
