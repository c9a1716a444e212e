import type { Narrative, NarrativeBlock, NarrativePiece, NarrativeText } from '@sepakat/rules/editions/Narrative.ts'
import type { Node } from 'prosemirror-model'
import { documentSchema } from './documentSchema.ts'

const { nodes, marks } = documentSchema

/** The document that the editor opens with; never empty, since something has to take what is typed. */
export function docOf(narrative: Narrative): Node {
  const blocks = narrative.map(nodeOf)
  return nodes.doc.create(null, blocks.length > 0 ? blocks : [nodes.paragraph.create()])
}

function nodeOf(block: NarrativeBlock): Node {
  switch (block.block) {
    case 'table':
    case 'chart':
      return nodes.put.create({ data: block })
    case 'bullets':
    case 'numbers':
      return nodes[block.block].create(
        null,
        block.items.map(item => nodes.item.create(null, inlineOf(item))),
      )
    default:
      return nodes[block.block].create(null, inlineOf(block.text))
  }
}

const inlineOf = (text: NarrativeText): Node[] =>
  text.filter(piece => piece.piece !== 'text' || piece.text !== '').map(pieceNode)

export function pieceNode(piece: NarrativePiece): Node {
  if (piece.piece !== 'text') return nodes[piece.piece].create({ data: piece })
  const given = [piece.bold && marks.bold.create(), piece.italic && marks.italic.create()]
  return documentSchema.text(
    piece.text,
    given.filter(mark => mark !== undefined),
  )
}

/** What is written, as data. Blocks in which nothing is are no part of it. */
export function narrativeOf(doc: Node): Narrative {
  return doc.children.map(blockOf).filter(block => block !== null)
}

function blockOf(node: Node): NarrativeBlock | null {
  if (node.type === nodes.put) return node.attrs.data as NarrativeBlock
  if (node.type === nodes.bullets || node.type === nodes.numbers) {
    const items = node.children.map(textOf).filter(text => text.length > 0)
    return items.length > 0 ? { block: node.type.name as 'bullets' | 'numbers', items } : null
  }
  const text = textOf(node)
  return text.length > 0 ? { block: node.type.name as 'paragraph' | 'heading' | 'quote', text } : null
}

const textOf = (node: Node): NarrativeText => node.children.map(pieceOf)

function pieceOf(node: Node): NarrativePiece {
  if (!node.isText) return node.attrs.data as NarrativePiece
  return {
    piece: 'text',
    text: node.text ?? '',
    ...(marks.bold.isInSet(node.marks) && { bold: true }),
    ...(marks.italic.isInSet(node.marks) && { italic: true }),
  }
}
