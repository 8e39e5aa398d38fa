import { expect, test } from 'vitest'
import { renderDocx } from '#kernel/docx'
import { renderPdf, type PaperDocument } from '#kernel/pdf'
import { readDocx, readPdf } from '#test/paper'

const document: PaperDocument = {
  title: '岗位说明书',
  language: 'zh-CN',
  createdAt: new Date('2026-03-01T00:00:00Z'),
  footer: { text: '市场专员', page: '第 {page} 页，共 {pages} 页' },
  blocks: [
    { kind: 'title', text: '市场专员', note: 'BD clerk & more <1>' },
    { kind: 'facts', items: [{ label: '部门', value: '市场部' }] },
    { kind: 'heading', text: '职责' },
    { kind: 'paragraph', text: '拜访客户，记录需求。Visit customers.' },
    { kind: 'list', items: ['每周五家', 'Five a week'], isNumbered: true },
    {
      kind: 'table',
      columns: [
        { title: '指标', share: 3 },
        { title: '目标', align: 'right' },
      ],
      rows: Array.from({ length: 80 }, (_, index) => [
        index === 40 ? `长${'文'.repeat(4000)}末` : `指标${index}`,
        '85 %',
      ]),
    },
    { kind: 'signatures', labels: ['任职人', 'Holder'] },
  ],
}

test('a document becomes a PDF whose words can be read back, with its fonts inside', async () => {
  const bytes = await renderPdf(document)
  const { text, pages, fonts, embedded } = readPdf(bytes)
  for (const word of [
    '市场专员',
    'BD clerk & more <1>',
    '拜访客户，记录需求。Visit customers.',
    'Five a week',
    '任职人',
  ])
    expect(text).toContain(word)
  expect(text).toContain(`第 ${pages} 页，共 ${pages} 页`)
  expect(fonts.map((font) => font.replace(/^.*\+/, '')).toSorted()).toEqual([
    'NotoSansHans-Bold',
    'NotoSansHans-Regular',
  ])
  expect(embedded).toBe(2)
  expect(bytes.length).toBeLessThan(500_000)
})

test('a table goes on over pages under its head, and a row higher than a page loses nothing', async () => {
  const { text, pages } = readPdf(await renderPdf(document))
  expect(pages).toBeGreaterThan(3)
  for (const page of text.split('\f').slice(1, -1)) expect(page.split('\n')[0]).toBe('指标')
  expect([...text.matchAll(/文/g)]).toHaveLength(4000)
  expect(text).toContain('指标79')
})

test('the same document gives the same bytes', async () => {
  expect(Buffer.from(await renderPdf(document)).equals(Buffer.from(await renderPdf(document)))).toBe(true)
})

test('a drawing stands on a page of its own size', async () => {
  const bytes = await renderPdf({
    ...document,
    blocks: [
      {
        kind: 'drawing',
        widthPt: 1200,
        heightPt: 400,
        marks: [
          { mark: 'rect', x: 10, y: 10, width: 200, height: 60, radius: 6, fill: '#ffffff', stroke: '#3049cf' },
          {
            mark: 'line',
            points: [
              [10, 80],
              [200, 80],
            ],
            dash: [3, 3],
          },
          { mark: 'path', d: 'M0 0 L10 10', stroke: '#000000' },
          {
            mark: 'text',
            text: '总经理办公室总经理办公室',
            x: 110,
            y: 20,
            sizePt: 12,
            widthPt: 60,
            lines: 1,
            align: 'center',
          },
        ],
      },
    ],
  })
  const { text, pages } = readPdf(bytes)
  expect([pages, Buffer.from(bytes).includes('[0 0 1200 400]')]).toEqual([1, true])
  expect(text).toContain('总经理办…')
})

test('the event loop goes on while a document is made', async () => {
  let longestMs = 0
  let last = performance.now()
  const timer = setInterval(() => {
    longestMs = Math.max(longestMs, performance.now() - last)
    last = performance.now()
  }, 5)
  await renderPdf(document)
  clearInterval(timer)
  expect(longestMs).toBeLessThan(200)
})

test('the same document becomes a sound Word file', async () => {
  const { parts, text } = await readDocx(await renderDocx(document))
  expect(parts).toEqual(expect.arrayContaining(['[Content_Types].xml', 'word/document.xml', 'word/footer1.xml']))
  for (const word of [
    '市场专员',
    'BD clerk & more <1',
    '拜访客户，记录需求。Visit customers.',
    'Five a week',
    '指标79',
    '任职人',
  ])
    expect(text).toContain(word)
})
