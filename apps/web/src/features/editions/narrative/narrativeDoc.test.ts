import type { Narrative } from '@sepakat/rules/editions/Narrative.ts'
import { DOMParser as PmParser } from 'prosemirror-model'
import { describe, expect, it } from 'vitest'
import { documentSchema } from './documentSchema.ts'
import { docOf, narrativeOf } from './narrativeDoc.ts'
import { pastedHtml } from './pastedHtml.ts'
import { placesIn } from './placesIn.ts'

const spent = { form: 'lkpj/tahunan', period: '2025', code: 'lkpj.absorption', row: '' }
const narrative: Narrative = [
  { block: 'heading', text: [{ piece: 'text', text: 'Belanja' }] },
  {
    block: 'paragraph',
    text: [
      { piece: 'text', text: 'Serapan ' },
      { piece: 'figure', of: spent, decimals: 1, seen: '91,3 %' },
      { piece: 'text', text: ', ' },
      { piece: 'direction', of: spent, than: { ...spent, period: '2024' }, words: 'naik' },
      { piece: 'text', text: ' dari ', bold: true, italic: true },
    ],
  },
  { block: 'table', of: 'programs', title: 'Program' },
  { block: 'numbers', items: [[{ piece: 'text', text: 'satu' }], [{ piece: 'text', text: 'dua', bold: true }]] },
]

describe('narrativeOf', () => {
  it('gives back what was opened', () => {
    expect(narrativeOf(docOf(narrative))).toEqual(narrative)
  })
  it('opens an empty narrative with a paragraph, which is no part of it', () => {
    const doc = docOf([])
    expect(doc.childCount).toBe(1)
    expect(narrativeOf(doc)).toEqual([])
  })
})

describe('placesIn', () => {
  it('finds each piece, past blocks and items in which nothing is', () => {
    const { nodes } = documentSchema
    const written = docOf(narrative)
    const list = written.child(3)
    const doc = nodes.doc.create(null, [
      nodes.paragraph.create(),
      ...written.children.slice(0, 3),
      nodes.numbers.create(null, [nodes.item.create(), ...list.children]),
    ])
    const at = placesIn(doc)
    expect(doc.nodeAt(at({ block: 1, item: 0, piece: 1 })!)?.attrs.data).toMatchObject({ decimals: 1 })
    expect(doc.nodeAt(at({ block: 3, item: 1, piece: 0 })!)?.text).toBe('dua')
    expect(at({ block: 9, item: 0, piece: 0 })).toBeUndefined()
  })
})

describe('what is pasted', () => {
  const pasted = (html: string): Narrative => {
    const box = document.createElement('div')
    box.innerHTML = pastedHtml(html)
    return narrativeOf(PmParser.fromSchema(documentSchema).parse(box))
  }
  it('keeps the fixed styles of Word alone, and its lists as lists', () => {
    const word = `<style>p {}</style><h2 style="color:red">Judul</h2>
      <p class=MsoNormal><span style="font-size:30pt;color:red">Teks <b>tebal</b><br>dan <i>miring</i></span><o:p></o:p></p>
      <p class=MsoListParagraph style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·&nbsp;</span>satu</p>
      <p class=MsoListParagraph style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·&nbsp;</span>dua</p>`
    expect(pasted(word)).toEqual([
      { block: 'heading', text: [{ piece: 'text', text: 'Judul' }] },
      {
        block: 'paragraph',
        text: [
          { piece: 'text', text: 'Teks ' },
          { piece: 'text', text: 'tebal', bold: true },
          { piece: 'text', text: ' dan ' },
          { piece: 'text', text: 'miring', italic: true },
        ],
      },
      { block: 'bullets', items: [[{ piece: 'text', text: 'satu' }], [{ piece: 'text', text: 'dua' }]] },
    ])
  })
  it('takes a chip back, and nothing that only looks like one', () => {
    const chip = JSON.stringify({ piece: 'figure', of: spent }).replaceAll('"', '&quot;')
    expect(pasted(`<p>a <span data-figure="${chip}"></span> b</p>`)).toEqual([
      {
        block: 'paragraph',
        text: [
          { piece: 'text', text: 'a ' },
          { piece: 'figure', of: spent },
          { piece: 'text', text: ' b' },
        ],
      },
    ])
    expect(pasted('<p>a <span data-figure="{&quot;piece&quot;:1}">12</span></p>')).toEqual([
      { block: 'paragraph', text: [{ piece: 'text', text: 'a 12' }] },
    ])
  })
})
