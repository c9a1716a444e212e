import type { Narrative } from '@sepakat/rules/editions/Narrative.ts'
import { type Command, EditorState, TextSelection } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import { docOf, narrativeOf } from './narrativeDoc.ts'
import { seekKey, seekPlugin } from './seekPlugin.ts'
import { leaveList, setBlock } from './setBlock.ts'

const text = (...words: string[]) => words.map(word => [{ piece: 'text', text: word } as const])
const list: Narrative = [
  { block: 'paragraph', text: text('atas')[0]! },
  { block: 'bullets', items: text('satu', 'dua', 'tiga') },
]
/** The document with the caret in a word of it, and what is marked from there. */
function at(narrative: Narrative, word: string, to = word): EditorState {
  const state = EditorState.create({ doc: docOf(narrative) })
  const find = (wanted: string) => {
    let found = 0
    state.doc.descendants((node, pos) => {
      if (node.text === wanted) found = pos
    })
    return found
  }
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, find(word) + 1, find(to) + 1)))
}
function done(state: EditorState, command: Command): EditorState {
  let after = state
  command(state, tr => {
    after = state.apply(tr)
  })
  return after
}

describe('setBlock', () => {
  it('makes a paragraph of one item and leaves the others a list, with the caret where it was', () => {
    const after = done(at(list, 'dua'), setBlock('paragraph'))
    expect(narrativeOf(after.doc)).toEqual([
      list[0],
      { block: 'bullets', items: text('satu') },
      { block: 'paragraph', text: text('dua')[0] },
      { block: 'bullets', items: text('tiga') },
    ])
    expect(after.selection.$from.parent.textContent).toBe('dua')
    expect(after.selection.$from.parentOffset).toBe(1)
  })
  it('makes one list of all that is marked', () => {
    const after = done(at(list, 'atas', 'tiga'), setBlock('numbers'))
    expect(narrativeOf(after.doc)).toEqual([{ block: 'numbers', items: text('atas', 'satu', 'dua', 'tiga') }])
  })
  it('ends a list where its empty item is left', () => {
    let state = at(list, 'tiga')
    const end = state.selection.$from.end()
    const { tr } = state
    state = state.apply(tr.split(end).setSelection(TextSelection.create(tr.doc, end + 2)))
    const after = done(state, leaveList('Enter'))
    expect(after.selection.$from.parent.type.name).toBe('paragraph')
    expect(narrativeOf(after.doc)).toEqual(list)
  })
})

describe('seekPlugin', () => {
  const typed = (words: string) => {
    const plugins = [seekPlugin({ onSeek: () => undefined, onKey: () => false })]
    const state = EditorState.create({ doc: docOf([]), plugins })
    return state.apply(state.tr.insertText(words, 1))
  }
  const sought = (state: EditorState) => seekKey.getState(state)?.seek
  it.each([
    ['Serapan @belanja 2025', { sign: '@', words: 'belanja 2025' }],
    ['@', { sign: '@', words: '' }],
    ['/gra', { sign: '/', words: 'gra' }],
  ])('seeks in "%s"', (words, expected) => {
    expect(sought(typed(words))).toMatchObject(expected)
  })
  it.each(['nama@kantor.go.id', 'dan/atau', 'a @ b', 'a @dua  kata'])('leaves "%s" alone', words => {
    expect(sought(typed(words))).toBeNull()
  })
  it('stays closed after Escape, also while more is typed, until another sign', () => {
    const closed = typed('a @bel').apply(typed('a @bel').tr.setMeta(seekKey, 'close'))
    expect(sought(closed)).toBeNull()
    const on = closed.apply(closed.tr.insertText('anja'))
    expect(sought(on)).toBeNull()
    expect(sought(on.apply(on.tr.insertText(' @x')))).toMatchObject({ words: 'x' })
  })
})
