import { stepsOf } from '../../scales/stepsOf.ts'
import type { Direction } from '../../types/Catalogue.ts'
import type { Reader } from '../../types/Context.ts'
import type { Decimal } from '../../types/Decimal.ts'
import type { RowId } from '../../types/Pointer.ts'
import type { OrdinalStep, RuleSet } from '../../types/RuleSet.ts'

/** How one indicator is measured: its register entry takes precedence over the rule set. */
export interface Indicator {
  direction: Direction
  /** Null: a number. Empty: an unreadable scale, without steps. */
  steps: OrdinalStep[] | null
  quarterly: 'sum' | 'last'
  lower: '2T-R' | 'T/R'
  cap: Decimal | null
  unit: string
  main: boolean
}

/** Steps are never summed, whatever the rule set says. */
export function indicatorOf(register: Pick<Reader, 'cell' | 'text'> | null, row: RowId, rules: RuleSet): Indicator {
  const text = (field: string) => register?.text(`/indicators/${row}/${field}`) ?? null
  const scale = text('scale')
  const steps = scale === null ? null : (stepsOf(scale, rules.ordinals) ?? [])
  const quarterly = text('quarterly')
  const lower = text('lower')
  return {
    direction: text('direction') === 'lower' ? 'lower' : 'higher',
    steps,
    quarterly: steps ? 'last' : quarterly === 'sum' || quarterly === 'last' ? quarterly : rules.sakip.quarterly,
    lower: lower === '2T-R' || lower === 'T/R' ? lower : rules.sakip.lower,
    cap: text('cap') ?? rules.sakip.cap,
    unit: text('unit') ?? '',
    main: register?.cell(`/indicators/${row}/iku`) === true,
  }
}
