import type { DirectionPiece, FigurePiece } from '@sepakat/rules/editions/Narrative.ts'
import { type AttributeSpec, type DOMOutputSpec, type NodeSpec, Schema } from 'prosemirror-model'

// The document of the editor is a Narrative and nothing more: what is pasted keeps these styles and loses every other.

/** A block with text in it. */
export type TextBlock = 'paragraph' | 'heading' | 'quote'
export const lists = ['bullets', 'numbers'] as const
export type List = (typeof lists)[number]

const text = (tag: string, more: NodeSpec = {}): NodeSpec => ({
  group: 'block',
  content: 'inline*',
  parseDOM: [{ tag }],
  toDOM: (): DOMOutputSpec => [tag, 0],
  ...more,
})
const list = (tag: string): NodeSpec => ({
  group: 'block',
  content: 'item+',
  parseDOM: [{ tag }],
  toDOM: (): DOMOutputSpec => [tag, 0],
})

/** What a chip or a block is, as text in the clipboard: taken back only where it has the form of one. */
const dataOf = (name: string, isOne: (data: unknown) => boolean): Pick<NodeSpec, 'parseDOM' | 'toDOM' | 'attrs'> => ({
  attrs: { data: {} satisfies AttributeSpec },
  parseDOM: [
    {
      tag: `[data-${name}]`,
      getAttrs: dom => {
        const data = jsonOf(dom.getAttribute(`data-${name}`))
        return isOne(data) ? { data } : false
      },
    },
  ],
  toDOM: node => [name === 'block' ? 'div' : 'span', { [`data-${name}`]: JSON.stringify(node.attrs.data) }],
})
function jsonOf(written: string | null): unknown {
  try {
    return JSON.parse(written ?? '')
  } catch {
    return null
  }
}
const isObject = (data: unknown): data is Record<string, unknown> => typeof data === 'object' && data !== null
const isRef = (of: unknown) =>
  isObject(of) && [of.form, of.period, of.code, of.row].every(part => typeof part === 'string')
const isFigure = (data: unknown): data is FigurePiece => isObject(data) && data.piece === 'figure' && isRef(data.of)
const isDirection = (data: unknown): data is DirectionPiece =>
  isObject(data) && data.piece === 'direction' && isRef(data.of) && isRef(data.than)
const isBlock = (data: unknown) =>
  isObject(data) && (data.block === 'table' || data.block === 'chart') && typeof data.of === 'string'

const chip: NodeSpec = { group: 'inline', inline: true, atom: true, selectable: true, draggable: true }

export const documentSchema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: text('p'),
    heading: text('h3', {
      parseDOM: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map(tag => ({ tag })),
      defining: true,
    }),
    quote: text('blockquote', { defining: true }),
    bullets: list('ul'),
    numbers: list('ol'),
    item: text('li', { group: '', defining: true }),
    /** A table or a chart: `data` is the block. */
    put: { group: 'block', atom: true, selectable: true, draggable: true, ...dataOf('block', isBlock) },
    figure: { ...chip, ...dataOf('figure', isFigure) },
    direction: { ...chip, ...dataOf('direction', isDirection) },
    text: { group: 'inline' },
  },
  marks: {
    bold: {
      parseDOM: [{ tag: 'strong' }, { tag: 'b' }, { style: 'font-weight=bold' }, { style: 'font-weight=700' }],
      toDOM: () => ['strong', 0],
    },
    italic: { parseDOM: [{ tag: 'em' }, { tag: 'i' }, { style: 'font-style=italic' }], toDOM: () => ['em', 0] },
  },
})
