import { placeOf } from '../figures/placeOf.ts'
import type { Catalogue } from '../types/Catalogue.ts'
import type { RegionContext } from '../types/Context.ts'
import type { Derivation, Input } from '../types/Figure.ts'
import type { Kind } from '../types/Kind.ts'
import type { RuleSet } from '../types/RuleSet.ts'
import type { Scope } from '../types/Scope.ts'
import { coreFindings } from './coreFindings.ts'
import { outlineOf, treeOf } from './formOutline.ts'
import { cellsOf, readerOf } from './reader.ts'

const code = 'completeness'

/** How many items a form asks for while nothing is filled in; figures and checks are not computed. */
export function itemsAsked(kind: Kind, catalogue: Catalogue, rules: RuleSet, scope: Scope): number {
  const outline = outlineOf(kind, catalogue, rules, scope)
  const tree = treeOf(outline, {})
  const cells = cellsOf({})
  const { progress } = coreFindings({ outline, tree, reader: readerOf(tree, cells), answers: {}, cells })
  return Object.values(progress).reduce((sum, { all }) => sum + all, 0)
}

/**
 * How much of all that was asked is filled in: items of all offices over theirs, not a mean of shares, as the centre measures it
 * (`domain/spm.md` §4: 12 of 28 items of one urusan, none of five, are 12 of 201, 5.97 %).
 * @param asked by office without a report that counts: how many items its form asks for. Nothing of them is filled in, whatever its
 * draft says: what was not sent does not count. An office of which it is not known is left out and named.
 */
export function filledIn(c: RegionContext, offices: readonly string[], asked: ReadonlyMap<string, number>): void {
  const inputs: Input[] = []
  const left: Derivation['left'] = []
  for (const office of offices) {
    const at = placeOf(office, code, '')
    const figure = c.counted(office, code, '')
    const all = figure ? undefined : asked.get(office)
    if (figure && figure.value !== null)
      inputs.push(
        { name: 'numerator', at, value: figure.numerator },
        { name: 'denominator', at, value: figure.denominator },
      )
    else if (all !== undefined && all > 0)
      inputs.push(
        { name: 'numerator', at, value: '0', state: 'empty' },
        { name: 'denominator', at, value: String(all), state: 'empty' },
      )
    else left.push({ at, why: figure?.why ?? 'empty' })
  }
  c.figure({ code, formula: 'ratio.1', inputs, left })
}
