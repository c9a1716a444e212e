import type { Node } from 'prosemirror-model'
import type { NodeViewConstructor } from 'prosemirror-view'
import styles from './Narrative.module.css'
import { type Chip, changeOf, chipKey, type Says } from './Says.ts'

function part(text: string, className = '', aloud = ''): HTMLElement {
  const span = document.createElement('span')
  span.className = className
  if (aloud) {
    const said = document.createElement('span')
    said.className = 'visually-hidden'
    said.textContent = aloud
    span.append(said)
  }
  span.append(text)
  return span
}

/** An atom that is selected whole and never typed into. */
const atom = (dom: HTMLElement) => ({
  dom,
  selectNode: () => dom.classList.add(styles.selected ?? ''),
  deselectNode: () => dom.classList.remove(styles.selected ?? ''),
  ignoreMutation: () => true,
})

/** A chip as it is seen: what it says now, after what was seen before. A press opens it. */
export const chipView =
  (says: Says, open: (at: number) => void): NodeViewConstructor =>
  (node, view, getPos) => {
    const chip = node.attrs.data as Chip
    const known = says.get(chipKey(chip))
    const dom = part('', styles.chip)
    dom.contentEditable = 'false'
    dom.dataset.chip = chip.piece
    const change = changeOf(chip, known?.said)
    if (change) {
      dom.classList.add(styles.changed ?? '')
      dom.append(part(change.seen, styles.seen, 'sebelumnya '), part(' → ', '', 'sekarang '))
    }
    // while it is not known what it says now, it says what was seen last
    dom.append(known?.said ?? chip.seen ?? '…')
    dom.addEventListener('click', () => {
      const at = getPos()
      if (at !== undefined && view.editable) open(at)
    })
    return { ...atom(dom), stopEvent: event => event.type === 'click' }
  }

/** A table or chart that is put in, as a block with its name. */
export const putView =
  (nameOf: (data: Node['attrs']['data']) => string): NodeViewConstructor =>
  node => {
    const dom = document.createElement('div')
    dom.className = styles.put ?? ''
    dom.contentEditable = 'false'
    dom.append(nameOf(node.attrs.data))
    return atom(dom)
  }
