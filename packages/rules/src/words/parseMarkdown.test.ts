import { describe, expect, it } from 'vitest'
import { parseMarkdown } from './parseMarkdown.ts'

describe('the Markdown subset', () => {
  it('reads headings, lists, bold and italic, and leaves the rest as text', () => {
    expect(
      parseMarkdown('# Judul\nSatu **tebal** dan _miring_.\ndua baris\n\n- a\n* b\n1. satu\n2) dua\n## Anak'),
    ).toEqual([
      { kind: 'heading', level: 1, spans: [{ text: 'Judul' }] },
      {
        kind: 'paragraph',
        spans: [
          { text: 'Satu ' },
          { text: 'tebal', bold: true },
          { text: ' dan ' },
          { text: 'miring', italic: true },
          { text: '.\ndua baris' },
        ],
      },
      { kind: 'list', ordered: false, items: [[{ text: 'a' }], [{ text: 'b' }]] },
      { kind: 'list', ordered: true, items: [[{ text: 'satu' }], [{ text: 'dua' }]] },
      { kind: 'heading', level: 2, spans: [{ text: 'Anak' }] },
    ])
  })

  it.each(['2 * 3 * 4', 'a_b_c', '**', '<b>x</b>', '1.234', '#tagar'])('keeps %j as it is', text => {
    const [block] = parseMarkdown(text)
    expect(block?.kind).toBe('paragraph')
    expect(block?.kind === 'paragraph' && block.spans.map(span => span.text).join('')).toBe(text)
    expect(block?.kind === 'paragraph' && block.spans.every(span => !span.bold && !span.italic)).toBe(true)
  })
})
