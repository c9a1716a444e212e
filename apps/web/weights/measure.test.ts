import { describe, expect, it } from 'vitest'
import { budgets, type Manifest, weigh } from './measure.ts'

const manifest: Manifest = {
  'index.html': { file: 'a.js', isEntry: true, css: ['a.css'], imports: ['_react'], dynamicImports: ['shell'] },
  _react: { file: 'react.js' },
  shell: { file: 's.js', imports: ['_react', 'index.html', '_query'], dynamicImports: ['page'] },
  _query: { file: 'q.js' },
  page: { file: 'p.js', css: ['p.css'], imports: ['_query', '_react'], dynamicImports: ['deep'] },
  deep: { file: 'd.js', imports: ['page'] },
}
const sizes: Record<string, number> = {
  'a.js': 1,
  'a.css': 2,
  'react.js': 4,
  's.js': 8,
  'q.js': 16,
  'p.js': 32,
  'p.css': 64,
  'd.js': 128,
}

describe('weigh', () => {
  it('counts each file once, in the step that loads it first, and a dialog on top of its page', () => {
    expect(weigh(manifest, 'shell', file => sizes[file]!)).toEqual([
      { name: 'sign-in', bytes: 1 + 2 + 4, budget: budgets.signIn },
      { name: 'shell', bytes: 8 + 16, budget: budgets.shell },
      { name: 'deep', bytes: 128, budget: budgets.route },
      { name: 'page', bytes: 32 + 64, budget: budgets.route },
    ])
  })
  it('refuses a manifest without the shell', () => {
    expect(() => weigh(manifest, 'gone', () => 0)).toThrow('does not know gone')
  })
})
