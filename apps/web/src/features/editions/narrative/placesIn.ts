import type { Node } from 'prosemirror-model'
import type { Chip } from './Says.ts'

interface Place {
  block: number
  item: number
  piece: number
}
const nameOf = ({ block, item, piece }: Place): string => `${block}.${item}.${piece}`

const isEmpty = (node: Node): boolean => !node.type.isAtom && node.content.size === 0
const isBare = (block: Node): boolean =>
  block.isTextblock || block.type.isAtom ? isEmpty(block) : block.children.every(isEmpty)

/** Where in the document each piece of its narrative begins: blocks and items in which nothing is do not count. */
export function placesIn(doc: Node): (place: Place) => number | undefined {
  const found = new Map<string, number>()
  let block = -1
  doc.forEach((node, offset) => {
    if (isBare(node)) return
    block += 1
    const pieces = (text: Node, at: number, item: number) =>
      text.forEach((_, inside, piece) => {
        found.set(nameOf({ block, item, piece }), at + inside)
      })
    if (node.isTextblock) pieces(node, offset + 1, 0)
    else if (!node.type.isAtom) {
      let item = -1
      node.forEach((text, inside) => {
        if (isEmpty(text)) return
        item += 1
        pieces(text, offset + inside + 2, item)
      })
    }
  })
  return place => found.get(nameOf(place))
}

export const chipOf = (node: Node | null | undefined): Chip | null =>
  node?.type.name === 'figure' || node?.type.name === 'direction' ? (node.attrs.data as Chip) : null

/** The chips of a document, each with its place. */
export function chipsIn(doc: Node): { at: number; chip: Chip }[] {
  const found: { at: number; chip: Chip }[] = []
  doc.descendants((node, at) => {
    const chip = chipOf(node)
    if (chip) found.push({ at, chip })
  })
  return found
}
